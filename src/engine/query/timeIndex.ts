import type { RecordTable } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { RowSet } from './rowSet.ts';

/** More would be too far apart in memory for rows to be put there quickly. */
const maxBuckets = 2048;
/** A bucket of an even distribution holds so many rows. */
const rowsOfBucket = 64;
/** So many rows are sorted whenever they are asked for. */
const maxSorted = 4096;
/** So many are divided within a few milliseconds. */
const maxAtOnce = 128 * 1024;
/** Steps between two looks at whether to go on. */
const atOnce = 16 * 1024;

/** A number for a row, by which rows are divided: no later row has a lesser one. */
type KeyOf = (row: number) => number;

/** What rows are divided by. */
interface Key {
  readonly of: KeyOf;
  /** Whether rows with equal keys have one time. */
  readonly isExact: boolean;
}

/** Rows in buckets of equal width. */
interface Buckets {
  readonly key: Key;
  readonly numberOf: KeyOf;
  /** Where each begins, and at last where all end. */
  readonly starts: Uint32Array;
  /** Those that hold too many rows to be sorted, once they were asked for. */
  readonly large: Map<number, TimeIndex>;
}

/**
 * Rows by time, and those of one time as they are in the file; only as far in order as somebody has asked. All are put into
 * buckets of equal width once, and a bucket that is asked for is sorted, or, where it holds too many, is divided in the same way
 * into narrower ones. So any place costs the same after the first time: the places of ten million rows take 40 MB.
 */
export class TimeIndex {
  private readonly table: RecordTable;
  /** In the order of their buckets when they have been divided; until then, and within a bucket, as they are in the file. */
  private readonly rows: Uint32Array;
  private readonly key: Key;
  /** Null where all rows have one key. */
  private buckets: Buckets | null | undefined;

  private constructor(table: RecordTable, rows: Uint32Array, key: Key) {
    this.table = table;
    this.rows = rows;
    this.key = key;
  }

  /** @param timed Rows with a valid time. */
  static async of(table: RecordTable, timed: RowSet, work: CooperativeTask): Promise<TimeIndex> {
    const rows = new Uint32Array(timed.count);
    for (let from = 0; from < rows.length; from += atOnce) {
      rows.set(timed.slice(from, from + atOnce), from);
      await work.pause();
    }
    const index = new TimeIndex(table, rows, { of: (row) => table.time.data[row]!, isExact: table.timesAreNear });
    await index.prepare(work);
    return index;
  }

  /** Divides whatever would take longer than a page may. */
  private async prepare(work: CooperativeTask): Promise<void> {
    const buckets = await this.divided(work);
    if (buckets === undefined || buckets === null) {
      return;
    }
    const { starts } = buckets;
    for (let bucket = 0; bucket < starts.length - 1; bucket++) {
      if (starts[bucket + 1]! - starts[bucket]! > maxAtOnce) {
        await this.largeAt(buckets, bucket)?.prepare(work);
      }
    }
  }

  /** The rows at some places in rising order. */
  async slice(from: number, to: number, work: CooperativeTask): Promise<Uint32Array> {
    const first = Math.max(0, from);
    const end = Math.max(first, Math.min(this.rows.length, to));
    if (first === end) {
      return new Uint32Array(0);
    }
    const buckets = await this.divided(work);
    if (buckets === undefined) {
      return this.sorted(0, this.rows.length).subarray(first, end);
    }
    if (buckets === null) {
      return this.rows.slice(first, end);
    }
    const { starts } = buckets;
    const found = new Uint32Array(end - first);
    for (let bucket = bucketAt(starts, first), at = first; at < end; bucket++) {
      const start = starts[bucket]!;
      const last = Math.min(end, starts[bucket + 1]!);
      if (last > at) {
        const large = this.largeAt(buckets, bucket);
        const rows =
          large === undefined
            ? this.sorted(start, starts[bucket + 1]!).subarray(at - start, last - start)
            : await large.slice(at - start, last - start, work);
        found.set(rows, at - first);
        at = last;
      }
    }
    return found;
  }

  /** The place in rising order of a row that is among them. */
  async placeOf(row: number, work: CooperativeTask): Promise<number> {
    const buckets = await this.divided(work);
    if (buckets === undefined) {
      return this.sorted(0, this.rows.length).indexOf(row);
    }
    if (buckets === null) {
      return this.rows.indexOf(row);
    }
    const bucket = buckets.numberOf(row);
    const start = buckets.starts[bucket]!;
    const large = this.largeAt(buckets, bucket);
    return start + (large === undefined ? this.sorted(start, buckets.starts[bucket + 1]!).indexOf(row) : await large.placeOf(row, work));
  }

  private sorted(start: number, end: number): Uint32Array {
    const { table } = this;
    return this.rows.slice(start, end).sort((left, right) => table.compareTimes(left, right) || left - right);
  }

  private largeAt({ key, starts, large }: Buckets, bucket: number): TimeIndex | undefined {
    const start = starts[bucket]!;
    const end = starts[bucket + 1]!;
    if (end - start <= maxSorted) {
      return undefined;
    }
    const known = large.get(bucket) ?? new TimeIndex(this.table, this.rows.subarray(start, end), key);
    large.set(bucket, known);
    return known;
  }

  /** Undefined where there are so few rows that they need not be divided. */
  private async divided(work: CooperativeTask): Promise<Buckets | null | undefined> {
    if (this.buckets === undefined && this.rows.length > maxSorted) {
      const found = await this.divide(work);
      // Another request may have been faster: then the rows had changed places before this one was done.
      if (this.buckets === undefined) {
        this.buckets = found.buckets;
        this.rows.set(found.rows);
      }
    }
    return this.buckets;
  }

  private async divide(work: CooperativeTask): Promise<{ readonly buckets: Buckets | null; readonly rows: Uint32Array }> {
    const { rows, table } = this;
    let { key } = this;
    let { least, most } = await spanOf(rows, key.of, work);
    if (least === most && !key.isExact) {
      // Times that only look the same are so near to each other that their distances are exact.
      const base = table.ticksAt(rows[0]!);
      key = { of: (row) => Number(table.ticksAt(row) - base), isExact: true };
      ({ least, most } = await spanOf(rows, key.of, work));
    }
    if (least === most) {
      return { buckets: null, rows };
    }
    const count = Math.min(maxBuckets, Math.ceil(rows.length / rowsOfBucket));
    const scale = (count - 1) / (most - least);
    // A later time is never in an earlier bucket, for no step of the calculation is ever rounded to the other side.
    const numberOf = (row: number): number => Math.min(count - 1, Math.floor((key.of(row) - least) * scale));
    const starts = new Uint32Array(count + 1);
    const numbers = new Uint16Array(rows.length);
    await inSlices(rows.length, work, (from, to) => {
      for (let place = from; place < to; place++) {
        const number = numberOf(rows[place]!);
        numbers[place] = number;
        starts[number + 1]!++;
      }
    });
    for (let bucket = 0; bucket < count; bucket++) {
      starts[bucket + 1]! += starts[bucket]!;
    }
    const next = starts.slice();
    const divided = new Uint32Array(rows.length);
    await inSlices(rows.length, work, (from, to) => {
      for (let place = from; place < to; place++) {
        divided[next[numbers[place]!]!++] = rows[place]!;
      }
    });
    return { buckets: { key, numberOf, starts, large: new Map() }, rows: divided };
  }
}

async function spanOf(rows: Uint32Array, keyOf: KeyOf, work: CooperativeTask): Promise<{ readonly least: number; readonly most: number }> {
  let least = Infinity;
  let most = -Infinity;
  await inSlices(rows.length, work, (from, to) => {
    for (let place = from; place < to; place++) {
      const key = keyOf(rows[place]!);
      least = key < least ? key : least;
      most = key > most ? key : most;
    }
  });
  return { least, most };
}

async function inSlices(count: number, work: CooperativeTask, visit: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    visit(from, Math.min(count, from + atOnce));
    await work.pause();
  }
}

/** The bucket that holds a place. */
function bucketAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= place) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
