/** A value that follows another at most once in so long: at once where that rests, else after a while. */
export class ThrottledValue<T> {
  readonly #changed: () => void;
  readonly #interval: number;
  readonly #isSame: (left: T, right: T) => boolean;
  #held: { readonly value: T } | undefined;
  #isBehind = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param changed Called when the value may be followed again, and has changed meanwhile: `follow` is to be called then.
   * @param interval Milliseconds.
   */
  constructor(changed: () => void, interval: number, isSame: (left: T, right: T) => boolean) {
    this.#changed = changed;
    this.#interval = interval;
    this.#isSame = isSame;
  }

  /** Whether the value that was followed last is another than the one held. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** The value that holds now. */
  follow(value: T): T {
    const held = this.#held;
    this.#isBehind = held !== undefined && !this.#isSame(held.value, value) && this.#timer !== undefined;
    if (held !== undefined && (this.#isBehind || this.#isSame(held.value, value))) {
      return held.value;
    }
    this.#held = { value };
    this.#timer = setTimeout(() => this.#rest(), this.#interval);
    return value;
  }

  #rest(): void {
    this.#timer = undefined;
    if (this.#isBehind) {
      this.#changed();
    }
  }
}
