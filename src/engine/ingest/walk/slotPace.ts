/** So many values of a path are learned in any case. */
const firstValues = 512;
/** After that, no more than one in so many records. */
const recordsOfValue = 32;

/** Says whether values of a path are to be learned: not of one that has another in nearly each record, for room is limited. */
export class SlotPace {
  /** Records that were read. */
  records = 0;
  private readonly values: Uint32Array;

  /** @param slots How many paths there are. */
  constructor(slots: number) {
    this.values = new Uint32Array(slots);
  }

  /** Whether another value is to be learned. */
  isDue(slot: number): boolean {
    const count = this.values[slot]!;
    return count < firstValues || count * recordsOfValue <= this.records;
  }

  /** Another value was learned. */
  learned(slot: number): void {
    this.values[slot]!++;
  }
}
