/** Remembers for each id of a dictionary whether a value is clean: decided once, when the value is first seen. */
export class Verdicts {
  /** 0 undecided, 1 clean, 2 not. */
  private decided = new Uint8Array(256);
  private readonly decide: (id: number) => boolean;

  /** @param isClean Decides on the value of an id. */
  constructor(isClean: (id: number) => boolean) {
    this.decide = isClean;
  }

  isClean(id: number): boolean {
    if (id >= this.decided.length) {
      const wider = new Uint8Array(Math.max(id + 1, this.decided.length * 2));
      wider.set(this.decided);
      this.decided = wider;
    }
    const known = this.decided[id];
    if (known !== 0) {
      return known === 1;
    }
    const clean = this.decide(id);
    this.decided[id] = clean ? 1 : 2;
    return clean;
  }
}
