/** When templates are loaded into the kernel. */
export interface KernelPace {
  /** So many records are read before the first are loaded, and at least between loads. */
  readonly records: number;
  /** A template is loaded when so many records have matched it: before, it still changes. */
  readonly hits: number;
}

export const usualPace: KernelPace = { records: 64, hits: 4 };

/** More of the shapes may be known by then, so that more records are taken. */
const maxRecords = 1024;

/**
 * Says when templates are to be loaded: when others have been learned, sooner or later if some were not ready the last time, and
 * once in a while in any case. Loading costs as much as reading some records, and is done no more often than it pays.
 */
export class LoadPace {
  private readonly pace: KernelPace;
  private passed = 0;
  private interval: number;
  private learnings = 0;

  constructor(pace: KernelPace) {
    this.pace = pace;
    this.interval = pace.records;
  }

  /** A record begins: whether templates are to be loaded before, of which so many have been learned by now. */
  isDue(learnings: number): boolean {
    this.passed++;
    return this.passed > this.pace.records && (learnings !== this.learnings || this.passed > this.interval);
  }

  /** Templates are loaded: all of them, or some are not ready. */
  loaded(learnings: number, isWhole: boolean): void {
    const next = learnings === this.learnings ? this.interval * 2 : this.pace.records;
    this.interval = isWhole ? maxRecords : Math.min(next, maxRecords);
    this.learnings = learnings;
    this.passed = 0;
  }
}
