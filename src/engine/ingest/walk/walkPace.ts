import type { KernelPace } from '../kernel/kernelPace.ts';

/** Says when the kernel is to walk over records: not in short logs, for which it need not be made. */
export class WalkPace {
  private passed = 0;
  private isMade = false;
  private isMissing = false;
  private readonly pace: KernelPace;

  constructor(pace: KernelPace) {
    this.pace = pace;
  }

  /** A record begins: whether it may be walked over. */
  isDue(): boolean {
    if (this.isMade) {
      return !this.isMissing;
    }
    this.passed++;
    return this.passed > this.pace.records;
  }

  /** The walker was made, or cannot be. */
  made<Walker>(walker: Walker | undefined): Walker | undefined {
    this.isMade = true;
    this.isMissing = walker === undefined;
    return walker;
  }
}
