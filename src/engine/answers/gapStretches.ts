/** A gap between two rows of a writer. Their times are in ticks, rounded as columns hold them; NaN without a valid one. */
export interface PlacedGap {
  readonly before: number;
  readonly after: number;
  readonly missing: bigint;
  readonly beforeTime: number;
  readonly afterTime: number;
}

/** Gaps that lie close to each other in time. All rows: an answer reads from them what it reports. */
export interface FoundStretch {
  /** The rows with the earliest and the latest time. */
  readonly first: number;
  readonly last: number;
  readonly gaps: number;
  readonly missing: bigint;
  /** The rows on either side of the largest gap, of those the first, and its size. */
  readonly before: number;
  readonly after: number;
  readonly largest: bigint;
  /** The row after the latest of the gaps. */
  readonly lastAfter: number;
}

type OpenStretch = { -readonly [Key in keyof FoundStretch]: FoundStretch[Key] } & { from: number; to: number };

/**
 * Collects the gaps of a log for a time axis, in bounded memory and without leaving any out: each stretch is one gap until
 * there are more than `maxStretches`; then gaps that begin in one cell of time and end in one are merged, and cells double
 * until half as many stretches are left. Of millions of gaps, only rounded times are looked at; the exact ones decide where
 * these are equal.
 */
export class GapStretches {
  /** Gaps without a place in time. */
  unplaced = 0;
  readonly #maxStretches: number;
  readonly #compareTimes: (left: number, right: number) => number;
  /** Width of a cell in ticks; 0 while gaps are kept apart. */
  #cell = 0;
  #stretches = new Map<string | number, OpenStretch>();
  #added = 0;

  /**
   * @param maxStretches At least 1.
   * @param compareTimes Compares the exact times of two rows.
   */
  constructor(maxStretches: number, compareTimes: (left: number, right: number) => number) {
    this.#maxStretches = maxStretches;
    this.#compareTimes = compareTimes;
  }

  /** A gap with one valid time beside it is at that time. */
  add({ before, after, missing, beforeTime, afterTime }: PlacedGap): void {
    if (Number.isNaN(beforeTime) && Number.isNaN(afterTime)) {
      this.unplaced++;
      return;
    }
    const [one, oneTime] = Number.isNaN(beforeTime) ? [after, afterTime] : [before, beforeTime];
    const [other, otherTime] = Number.isNaN(afterTime) ? [before, beforeTime] : [after, afterTime];
    // The clock of the writer may have been set back in between.
    const isBack = this.#isEarlier(other, otherTime, one, oneTime);
    this.#merge({
      first: isBack ? other : one,
      from: isBack ? otherTime : oneTime,
      last: isBack ? one : other,
      to: isBack ? oneTime : otherTime,
      gaps: 1,
      missing,
      before,
      after,
      largest: missing,
      lastAfter: after,
    });
    if (this.#stretches.size > this.#maxStretches) {
      this.#coarsen();
    }
  }

  /** All stretches in the order in which they begin. */
  inOrder(): readonly FoundStretch[] {
    return [...this.#stretches.values()].sort((left, right) => left.from - right.from || this.#compareTimes(left.first, right.first));
  }

  #isEarlier(row: number, time: number, thanRow: number, thanTime: number): boolean {
    return time < thanTime || (time === thanTime && row !== thanRow && this.#compareTimes(row, thanRow) < 0);
  }

  #merge(added: OpenStretch): void {
    const key = this.#keyOf(added);
    const known = this.#stretches.get(key);
    if (known === undefined) {
      this.#stretches.set(key, added);
      return;
    }
    if (this.#isEarlier(added.first, added.from, known.first, known.from)) {
      known.first = added.first;
      known.from = added.from;
    }
    if (this.#isEarlier(known.last, known.to, added.last, added.to)) {
      known.last = added.last;
      known.to = added.to;
      known.lastAfter = added.lastAfter;
    }
    if (added.largest > known.largest) {
      known.largest = added.largest;
      known.before = added.before;
      known.after = added.after;
    }
    known.gaps += added.gaps;
    known.missing += added.missing;
  }

  /** What gaps have in common that are merged. */
  #keyOf({ from, to }: OpenStretch): string | number {
    if (this.#cell === 0) {
      return this.#added++;
    }
    const [first, last] = [Math.floor(from / this.#cell), Math.floor(to / this.#cell)];
    return first === last ? first : `${first} ${last}`;
  }

  /** Half as many are left, so that gaps which are added later are not merged one by one. In the end one cell holds all times. */
  #coarsen(): void {
    const stretches = [...this.#stretches.values()];
    do {
      this.#cell = this.#cell === 0 ? this.#firstCell(stretches) : this.#cell * 2;
      this.#stretches = new Map();
      stretches.forEach((stretch) => this.#merge({ ...stretch }));
    } while (this.#stretches.size > Math.max(1, this.#maxStretches / 2));
  }

  /** So small that a first step merges no more than has to be. */
  #firstCell(stretches: readonly OpenStretch[]): number {
    const first = stretches.reduce((least, { from }) => Math.min(least, from), Infinity);
    const last = stretches.reduce((greatest, { to }) => Math.max(greatest, to), -Infinity);
    return Math.max(1, (last - first) / (4 * this.#maxStretches));
  }
}
