/** Milliseconds after which the next snapshot would come late, which leaves some for steps that take longer than those before. */
const latest = 170;
/** What a long step still counts for, one step later: blocks of several threads come by turns at once and after a while. */
const fading = 0.75;

/** Says when to publish a snapshot: as seldom as will do, but before the next step is likely to end too late. */
export class SnapshotPace {
  private reportedAt: number;
  private lookedAt: number;
  /** Milliseconds that a step may take, by those before it. */
  private step = 0;

  /** @param toldAt When something was reported last; -Infinity where the first step is to be reported. Milliseconds of any steady clock. */
  constructor(reportedAt: number) {
    this.reportedAt = this.lookedAt = reportedAt;
  }

  /** To be asked after each step. If it says so, a snapshot is reported. */
  isDue(now: number): boolean {
    const taken = Number.isFinite(this.lookedAt) ? now - this.lookedAt : 0;
    this.lookedAt = now;
    this.step = Math.max(taken, this.step * fading);
    if (now + this.step - this.reportedAt < latest) {
      return false;
    }
    this.reportedAt = now;
    return true;
  }
}
