/**
 * What the sequence numbers of one writer say. A number that is missing is **not in this file**: other records of the same
 * process use the same counter, and a delivered file is an extract. Nothing can be said before the first number or
 * after the last.
 */
export interface SequenceRange {
  /** Both ends are missing numbers. */
  readonly from: bigint;
  readonly to: bigint;
}

/** The numbers missing between two neighbours; undefined if there are none. `next` must not be below `previous`. */
export function missingBetween(previous: bigint, next: bigint): SequenceRange | undefined {
  return next - previous > 1n ? { from: previous + 1n, to: next - 1n } : undefined;
}

export function sizeOf({ from, to }: SequenceRange): bigint {
  return to - from + 1n;
}
