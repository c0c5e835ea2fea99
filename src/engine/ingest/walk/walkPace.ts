import type { KernelPace } from '../kernel/kernelPace.ts';

/** Templates are as fast as the kernel where they match nearly all records. */
const enoughMatches = 0.9;
/** A trial takes this many times the records of the kernel's pace; what it shows holds for so many trials. */
const recordsOfPace = 8;
const trialsOfPhase = 32;

/**
 * Says when the kernel is to walk over records: not in short logs, for which it need not be made, nor in logs whose records repeat
 * few shapes, so that templates match them. Which of both it is, is tried from time to time, and counted.
 */
export class WalkPace {
  private readonly trial: number;
  /** Records of this phase that are still to come. */
  private left: number;
  private isWalking: boolean;
  private isMissing = false;
  private matchedBefore = 0;

  constructor({ records }: KernelPace) {
    this.trial = records * recordsOfPace;
    this.left = this.trial;
    this.isWalking = this.trial === 0;
  }

  /**
   * A record begins: whether it is to be walked over.
   *
   * @param matched How many records templates have matched so far.
   */
  isDue(matched: number): boolean {
    if (this.trial > 0 && this.left-- === 0) {
      this.next(matched);
    }
    return this.isWalking && !this.isMissing;
  }

  /** The walker was made, or cannot be. */
  made<Walker>(walker: Walker | undefined): Walker | undefined {
    this.isMissing = walker === undefined;
    return walker;
  }

  /** Begins another phase: after one of walking a trial, after a trial what it has shown to be faster. */
  private next(matched: number): void {
    const { trial } = this;
    const isMatching = matched - this.matchedBefore >= trial * enoughMatches;
    this.isWalking = !this.isWalking && !isMatching;
    this.left = this.isWalking ? trial * trialsOfPhase : trial;
    this.matchedBefore = matched;
  }
}
