/** Moments as plain numbers of ticks, counted from wherever the caller likes; both ends belong to a range. */
export interface MomentRange {
  readonly low: number;
  readonly high: number;
}

/** How finely a range is looked at. */
export const momentBucketCount = 1000;

/** Counts moments of a range in a thousand buckets, and keeps the first and the last of each. */
export class MomentBuckets {
  readonly range: MomentRange;
  readonly counts = new Float64Array(momentBucketCount);
  readonly firsts = new Float64Array(momentBucketCount).fill(Infinity);
  readonly lasts = new Float64Array(momentBucketCount).fill(-Infinity);
  readonly #share: number;

  constructor(range: MomentRange) {
    this.range = range;
    this.#share = momentBucketCount / (range.high - range.low + 1);
  }

  /** Takes a moment; those outside the range are passed over. */
  add(moment: number): void {
    const { low, high } = this.range;
    if (moment >= low && moment <= high) {
      const place = Math.min(momentBucketCount - 1, Math.floor((moment - low) * this.#share));
      this.counts[place]!++;
      this.firsts[place] = Math.min(this.firsts[place]!, moment);
      this.lasts[place] = Math.max(this.lasts[place]!, moment);
    }
  }
}
