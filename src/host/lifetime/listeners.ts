import type { Disposable } from './disposables.ts';

/** Those who want to hear of something. Usable without VS Code, unlike its EventEmitter. */
export class Listeners<T> {
  readonly #listeners = new Set<(event: T) => void>();

  add(listener: (event: T) => void): Disposable {
    // An own function each time: the same listener added twice is two listeners.
    const own = (event: T): void => listener(event);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  }

  fire(event: T): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }
}
