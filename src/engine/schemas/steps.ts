/**
 * Bounds what one schema may cost for one log. Steps are counted rather than time, so that every reading of a log finds the same: one for
 * each keyword that is applied, and each of its parts; for a pattern by characters and instructions. Each step may end in an error that the
 * validator notes, so that this bounds the memory, too.
 *
 * A schema whose references multiply takes exponential time, which no look at the schema finds out in general.
 */
export class Steps {
  private left = most;

  /** Counts steps. Throws a {@link TooManySteps} where there are no more. */
  take(count: number): void {
    this.left -= count;
    if (this.left < 0) {
      throw new TooManySteps();
    }
  }

  /** More steps, for that many bytes that are to be checked. */
  allow(bytes: number): void {
    this.left = Math.min(most, this.left + bytes * forEachByte);
  }
}

/** A schema costs more than any that is meant seriously. */
export class TooManySteps extends Error {
  constructor() {
    super('it takes too many steps');
  }
}

/** That one record may take, and all records beyond what their bytes allow: some seconds at most. */
const most = 5_000_000;

/** A schema with a pattern for each field takes about 20. */
const forEachByte = 200;
