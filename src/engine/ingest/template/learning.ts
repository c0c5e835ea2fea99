/** What it takes to learn once, in records that have been read; and what can be saved up. */
const price = 256;
const maxSavings = 48 * price;
/** Templates are learned so many times in a row, before a pause: of one writer's shapes some are alike. */
const inRow = 4;
/** Without a pause at first, as many shapes may begin at once. */
const maxVainAtOnce = 16;
/** Records, as are the prices. */
const maxPause = 4096;

/**
 * Decides when it is worth to learn from a record that matches no template, which takes as long as reading some more
 * records. A writer has few shapes, and of each a few records show all that varies. But where each record has its keys in
 * another order, or lacks others, no template ever matches again.
 *
 * So learning is paid for, by records that are read, however: once for so many, beside what was saved for a beginning. And
 * when some templates were learned in vain, it is tried again after a pause, which appears twice as long each time.
 */
export class Learning {
  /** How often something was learned. */
  count = 0;
  private savings = maxSavings;
  /** Templates that were learned since one was of use. */
  private vain = 0;
  /** Records to let pass before the next one may be learned from. */
  private pause = 0;

  /** Whether to learn from a record that matched no template. */
  isDue(): boolean {
    if (this.pause > 0) {
      this.pause--;
      return false;
    }
    return this.savings >= price;
  }

  /** A template was learned. */
  learned(): void {
    this.count++;
    this.savings -= price;
    this.vain++;
    const rows = (this.vain - maxVainAtOnce) / inRow;
    this.pause = rows < 0 || !Number.isInteger(rows) ? 0 : Math.min(16 * 2 ** rows, maxPause);
  }

  /** A record was read. */
  passed(): void {
    this.savings = Math.min(this.savings + 1, maxSavings);
  }

  /** What was learned is of use: a record has matched it for the first time, or has shown that more of it varies. */
  succeeded(): void {
    this.vain = 0;
    this.pause = 0;
  }
}
