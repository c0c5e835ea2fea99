/** Numbers for colours by caller: in the order in which they come up, and from then on always the same. */
export class CallerColours {
  readonly #numbers = new Map<string, number>();

  of(caller: string): number {
    const known = this.#numbers.get(caller);
    if (known !== undefined) {
      return known;
    }
    this.#numbers.set(caller, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
