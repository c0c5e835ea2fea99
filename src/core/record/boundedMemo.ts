/** Remembers what was found for keys. Of so many at most: then it forgets all, which costs less than to know the oldest. */
export class BoundedMemo<Key, Found> {
  private readonly known = new Map<Key, Found>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** What was found for a key before, or else is found now. */
  get(key: Key, find: (key: Key) => Found): Found {
    if (this.known.has(key)) {
      return this.known.get(key) as Found;
    }
    const found = find(key);
    if (this.known.size === this.most) {
      this.known.clear();
    }
    this.known.set(key, found);
    return found;
  }
}
