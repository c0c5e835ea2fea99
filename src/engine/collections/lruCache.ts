/** Values by name; the one that was not asked for longest makes room. */
export class LruCache<T> {
  private readonly values = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(name: string): T | undefined {
    const value = this.values.get(name);
    if (value !== undefined) {
      this.set(name, value);
    }
    return value;
  }

  set(name: string, value: T): T {
    this.values.delete(name);
    this.values.set(name, value);
    if (this.values.size > this.most) {
      this.values.delete(this.values.keys().next().value!);
    }
    return value;
  }

  /** All values, with their names, the one that was asked for last at the end. */
  entries(): readonly (readonly [name: string, value: T])[] {
    return [...this.values];
  }

  /** Forgets a value, unless another has taken its place. */
  forget(name: string, value: T): void {
    if (this.values.get(name) === value) {
      this.values.delete(name);
    }
  }
}
