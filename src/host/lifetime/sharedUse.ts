import type { Disposable } from './disposables.ts';

/** The right to use something; given back by disposing it, once. */
export interface Use<T> extends Disposable {
  readonly value: T;
}

interface Shared<T> {
  readonly value: T;
  users: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

/** Things that several use at the same time, one for each key: each is disposed some time after its last user gave it back. */
export class SharedUse<T extends Disposable> implements Disposable {
  readonly #linger: number;
  readonly #shared = new Map<string, Shared<T>>();

  /** @param linger How long a thing stays after its last user, in milliseconds. */
  constructor(linger: number) {
    this.#linger = linger;
  }

  /** The keys of all that is there. */
  get keys(): readonly string[] {
    return [...this.#shared.keys()];
  }

  /** What is there for a key, without the right to use it later. */
  get(key: string): T | undefined {
    return this.#shared.get(key)?.value;
  }

  /** Uses what is there for a key, or makes it. */
  use(key: string, make: () => T): Use<T> {
    const shared = this.#shared.get(key) ?? { value: make(), users: 0, closing: undefined };
    this.#shared.set(key, shared);
    clearTimeout(shared.closing);
    shared.users += 1;
    let isHeld = true;
    return {
      value: shared.value,
      dispose: () => {
        if (isHeld) {
          isHeld = false;
          this.#giveBack(key, shared);
        }
      },
    };
  }

  dispose(): void {
    for (const [key, shared] of this.#shared) {
      this.#close(key, shared);
    }
  }

  #giveBack(key: string, shared: Shared<T>): void {
    shared.users -= 1;
    if (shared.users === 0) {
      shared.closing = setTimeout(() => this.#close(key, shared), this.#linger);
    }
  }

  #close(key: string, { closing, value }: Shared<T>): void {
    clearTimeout(closing);
    this.#shared.delete(key);
    value.dispose();
  }
}
