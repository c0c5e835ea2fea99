/** Buckets next to each other that hold far more records than usual, both ends included. */
export interface Burst {
  readonly first: number;
  readonly last: number;
  readonly records: number;
}

/** So many times as many records as the median of the buckets that hold any. */
const factor = 4;
/** Fewer records in a bucket are no burst, however few the others hold. */
const minRecords = 5;

/** The bursts among counts of buckets, the largest first, of equal ones the earlier first. */
export function findBursts(counts: readonly number[]): readonly Burst[] {
  const filled = counts.filter((count) => count > 0).toSorted((left, right) => left - right);
  const least = Math.max(minRecords, factor * (filled[Math.floor(filled.length / 2)] ?? 0));
  const found: Burst[] = [];
  counts.forEach((count, index) => {
    const before = found.at(-1);
    if (count < least) {
      return;
    }
    if (before?.last === index - 1) {
      found[found.length - 1] = { ...before, last: index, records: before.records + count };
    } else {
      found.push({ first: index, last: index, records: count });
    }
  });
  return found.toSorted((left, right) => right.records - left.records);
}
