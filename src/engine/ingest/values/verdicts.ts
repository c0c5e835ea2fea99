/**
 * Remembers for each id of a dictionary what is to be said of its value: decided when the value is first judged. That
 * nothing is to be said is remembered of every value; what is said, of as many values as fit in a bounded memory.
 */
export class Verdicts<Reported> {
  /** 0 undecided, 1 nothing to say, 2 something. */
  private decided = new Uint8Array(256);
  private readonly reported = new Map<number, readonly Reported[]>();
  private readonly decide: (id: number) => readonly Reported[];

  /** @param decide Judges the value of an id. */
  constructor(decide: (id: number) => readonly Reported[]) {
    this.decide = decide;
  }

  isClean(id: number): boolean {
    const known = this.decided[id] ?? 0;
    return known === 0 ? this.of(id).length === 0 : known === 1;
  }

  of(id: number): readonly Reported[] {
    const known = this.reported.get(id);
    if (known !== undefined) {
      return known;
    }
    const verdicts = this.decided[id] === 1 ? [] : this.decide(id);
    if (id >= this.decided.length) {
      const wider = new Uint8Array(Math.max(id + 1, this.decided.length * 2));
      wider.set(this.decided);
      this.decided = wider;
    }
    this.decided[id] = verdicts.length === 0 ? 1 : 2;
    if (verdicts.length > 0) {
      if (this.reported.size === maxReported) {
        this.reported.clear();
      }
      this.reported.set(id, verdicts);
    }
    return verdicts;
  }
}

const maxReported = 4096;
