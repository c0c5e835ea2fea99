/** Positions of rows as ranges, each from its first row to the one after its last. They rise and do not touch. */
export type RowRanges = readonly (readonly [first: number, end: number])[];

export const noRows: RowRanges = [];

export function hasRow(ranges: RowRanges, row: number): boolean {
  return ranges.some(([first, end]) => first <= row && row < end);
}

export function countRows(ranges: RowRanges): number {
  return ranges.reduce((sum, [first, end]) => sum + end - first, 0);
}

/** The rows from one position to another, both included, whichever is the first. */
export function rowsBetween(one: number, other: number): RowRanges {
  return [[Math.min(one, other), Math.max(one, other) + 1]];
}

/** The ranges with one more row, or without it where they have it. */
export function toggleRow(ranges: RowRanges, row: number): RowRanges {
  if (hasRow(ranges, row)) {
    return ranges.flatMap(([first, end]) =>
      row < first || row >= end
        ? [[first, end] as const]
        : ([[first, row] as const, [row + 1, end] as const] as const).filter(([from, to]) => from < to),
    );
  }
  const before = ranges.filter(([, end]) => end <= row);
  const after = ranges.slice(before.length);
  const joinsBefore = before.at(-1)?.[1] === row;
  const joinsAfter = after[0]?.[0] === row + 1;
  const joined = [joinsBefore ? before.at(-1)![0] : row, joinsAfter ? after[0]![1] : row + 1] as const;
  return [...(joinsBefore ? before.slice(0, -1) : before), joined, ...(joinsAfter ? after.slice(1) : after)];
}

/** All of the rows, in order: for few of them. */
export function rowsOf(ranges: RowRanges): readonly number[] {
  return ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, offset) => first + offset));
}
