/** Work that somebody waits for, before work that may be wanted later: both share a thread. */
export class Precedence {
  private running = 0;
  private readonly held: (() => void)[] = [];

  /** Does what somebody waits for. It must not wait for what gives way to it. */
  async first<T>(act: () => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await act();
    } finally {
      this.running--;
      if (this.running === 0) {
        this.held.splice(0).forEach((goOn) => goOn());
      }
    }
  }

  /** To be awaited by other work whenever it pauses: undefined where nobody waits. */
  giveWay(): Promise<void> | undefined {
    return this.running === 0 ? undefined : new Promise((resolve) => this.held.push(resolve));
  }
}
