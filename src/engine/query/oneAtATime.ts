/** Runs works one after the other, in the order in which they were handed over. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  /** Settles as the work does, which begins when those before it have ended, however they ended. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const own = this.last.then(work);
    this.last = own.catch(() => undefined);
    return own;
  }
}
