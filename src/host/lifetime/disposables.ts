/** Something that is owned and given back. VS Code's own disposables are of this shape. */
export interface Disposable {
  dispose(): unknown;
}

/**
 * What an owner has to give back at its end, last one first. Once the owner is gone, whatever comes late is disposed at
 * once, so that nothing leaks that was under way. One member that throws keeps no other from being disposed.
 */
export class Disposables implements Disposable {
  readonly #members: Disposable[] = [];
  #isDisposed = false;

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  add<T extends Disposable>(member: T): T {
    if (this.#isDisposed) {
      member.dispose();
    } else {
      this.#members.push(member);
    }
    return member;
  }

  /** @throws AggregateError when members failed, after all of them were disposed. */
  dispose(): void {
    this.#isDisposed = true;
    const errors: unknown[] = [];
    for (let member = this.#members.pop(); member !== undefined; member = this.#members.pop()) {
      try {
        member.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw new AggregateError(errors, 'Some members could not be disposed');
    }
  }
}
