import type { LogIndex } from '../index/logIndex.ts';
import type { LongWork } from '../longWork.ts';
import { blockRows, numberReader, rowAt, type Block } from './blocks.ts';
import type { RowSet } from './rowSet.ts';

const buckets = 64 * 1024;
/** So many rows are sorted within a turn. */
const mostSorted = 16 * 1024;

/** Times from the earliest to the latest, as the column holds them. */
interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** How many rows have which time, in buckets of a span. */
export interface TimeCounts {
  readonly span: Span;
  readonly counts: Uint32Array;
}

/** Counts rows by time. All rows of the set must have a valid one. */
export async function countTimes(index: LogIndex, timed: RowSet, work: LongWork): Promise<TimeCounts> {
  let earliest = Infinity;
  let latest = -Infinity;
  const { times } = index;
  const read = numberReader(index.table.time);
  await timed.visitBlocks(work, (block) => {
    // Of a block that is complete bounds are known, if of more rows than these.
    const known = block.end - block.start < blockRows ? undefined : times.of({ ...block, count: blockRows });
    const values = known === undefined ? read(block).subarray(0, block.count) : [known.earliest, known.latest];
    for (const time of values) {
      earliest = Math.min(earliest, time);
      latest = Math.max(latest, time);
    }
  });
  return countBuckets(index, timed, { earliest, latest }, work);
}

/** Places in the rising order, the last one included. */
interface Places {
  readonly first: number;
  readonly last: number;
}

/**
 * The rows at some places in the order of their times, rising or falling, without putting all others in order: rows are
 * counted by time, in buckets of equal width, and only those of the buckets with the wanted places are sorted. A bucket
 * that holds too many is counted again by narrower ones. Undefined where too many have times that only look the same.
 *
 * There must be a row at each of the places.
 */
export async function stretchByTime(
  index: LogIndex,
  timed: RowSet,
  counted: TimeCounts,
  { from, to }: { readonly from: number; readonly to: number },
  newest: boolean,
  work: LongWork,
): Promise<Uint32Array | undefined> {
  // Falling is rising from the end, rows of one time too.
  const places = newest ? { first: timed.count - to, last: timed.count - from - 1 } : { first: from, last: to - 1 };
  const rows = await rowsAt(index, timed, counted, 0, places, work);
  return rows && Uint32Array.from(newest ? rows.toReversed() : rows);
}

/** @param before How many rows are earlier than the span that was counted. */
async function rowsAt(
  index: LogIndex,
  timed: RowSet,
  counted: TimeCounts,
  before: number,
  { first, last }: Places,
  work: LongWork,
): Promise<readonly number[] | undefined> {
  const { span, counts } = counted;
  const low = bucketAt(counts, first - before);
  const high = bucketAt(counts, last - before);
  const earlier = before + sum(counts, 0, low);
  const bucketOf = bucketing(span);
  const isMeant = (time: number): boolean => isWithin(span, time) && bucketOf(time) >= low && bucketOf(time) <= high;
  const { table } = index;
  const isOneTime = span.earliest === span.latest;
  if (sum(counts, low, high + 1) <= mostSorted || (isOneTime && table.timesAreNear)) {
    const rows = await rowsWhere(index, timed, around(span, low, high), isMeant, work);
    if (!isOneTime || !table.timesAreNear) {
      rows.sort((left, right) => table.compareTimes(left, right) || left - right);
    }
    return rows.slice(first - earlier, last - earlier + 1);
  }
  if (low === high) {
    if (isOneTime) {
      return undefined;
    }
    const narrower = await spanOf(index, timed, around(span, low, high), isMeant, work);
    return rowsAt(index, timed, await countBuckets(index, timed, narrower, work), earlier, { first, last }, work);
  }
  // The fullest bucket by itself, and what stands on both sides of it.
  const fullest = counts.indexOf(Math.max(...counts.subarray(low, high + 1)), low);
  const start = before + sum(counts, 0, fullest);
  const end = start + counts[fullest]!;
  const rows: number[] = [];
  for (const part of [
    { first, last: start - 1 },
    { first: Math.max(first, start), last: Math.min(last, end - 1) },
    { first: end, last },
  ]) {
    const found = part.first > part.last ? [] : await rowsAt(index, timed, counted, before, part, work);
    if (found === undefined) {
      return undefined;
    }
    rows.push(...found);
  }
  return rows;
}

function isWithin({ earliest, latest }: Span, time: number): boolean {
  return time >= earliest && time <= latest;
}

/** A later time is never in an earlier bucket, for no step of the calculation is ever rounded to the other side. */
function bucketing({ earliest, latest }: Span): (time: number) => number {
  const scale = latest === earliest ? 0 : (buckets - 1) / (latest - earliest);
  return (time) => Math.min(buckets - 1, Math.floor((time - earliest) * scale));
}

/** A span that surely holds some buckets of another one. */
function around({ earliest, latest }: Span, low: number, high: number): Span {
  const width = (latest - earliest) / (buckets - 1);
  return { earliest: earliest + (low - 1) * width, latest: earliest + (high + 2) * width };
}

async function countBuckets(index: LogIndex, timed: RowSet, span: Span, work: LongWork): Promise<TimeCounts> {
  const counts = new Uint32Array(buckets);
  const bucketOf = bucketing(span);
  await visitTimes(index, timed, span, work, (values, { count }) => {
    for (let place = 0; place < count; place++) {
      const time = values[place]!;
      if (isWithin(span, time)) {
        counts[bucketOf(time)]!++;
      }
    }
  });
  return { span, counts };
}

/** The earliest and the latest of the times in a span that are meant. */
async function spanOf(index: LogIndex, timed: RowSet, within: Span, isMeant: (time: number) => boolean, work: LongWork): Promise<Span> {
  let earliest = Infinity;
  let latest = -Infinity;
  await visitTimes(index, timed, within, work, (values, { count }) => {
    for (let place = 0; place < count; place++) {
      const time = values[place]!;
      if ((time < earliest || time > latest) && isMeant(time)) {
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
      }
    }
  });
  return { earliest, latest };
}

async function rowsWhere(
  index: LogIndex,
  timed: RowSet,
  span: Span,
  isMeant: (time: number) => boolean,
  work: LongWork,
): Promise<number[]> {
  const rows: number[] = [];
  await visitTimes(index, timed, span, work, (values, block) => {
    for (let place = 0; place < block.count; place++) {
      if (isMeant(values[place]!)) {
        rows.push(rowAt(block, place));
      }
    }
  });
  return rows;
}

/** Visits the blocks that may hold a time in the span. */
async function visitTimes(
  { table, times }: LogIndex,
  timed: RowSet,
  { earliest, latest }: Span,
  work: LongWork,
  visit: (values: Float64Array, block: Block) => void,
): Promise<void> {
  const read = numberReader(table.time);
  await timed.visitBlocks(work, (block) => {
    const known = block.end - block.start < blockRows ? undefined : times.of({ ...block, count: blockRows });
    if (known === undefined || (known.latest >= earliest && known.earliest <= latest)) {
      visit(read(block), block);
    }
  });
}

/** The bucket that holds a place. */
function bucketAt(counts: Uint32Array, place: number): number {
  let bucket = 0;
  for (let left = place; left >= counts[bucket]!; bucket++) {
    left -= counts[bucket]!;
  }
  return bucket;
}

function sum(counts: Uint32Array, from: number, to: number): number {
  let total = 0;
  for (let bucket = from; bucket < to; bucket++) {
    total += counts[bucket]!;
  }
  return total;
}
