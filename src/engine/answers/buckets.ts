import { resultGroups } from '../../core/record/results.ts';
import type { Timeline } from '../../protocol/answers/timeline.ts';
import { RecordTable } from '../columns/recordTable.ts';
import { groupReader, type BlockTime } from '../columns/blockTimes.ts';
import { numberReader, rowAt, type Block } from '../columns/blocks.ts';

export interface TickSpan {
  readonly from: bigint;
  /** Exclusive. */
  readonly to: bigint;
}

/**
 * Counts rows in buckets of equal width. Times are compared as the column holds them, rounded where they are far away:
 * rounding keeps the order, so that exact ticks decide only where such a time does not lie between two borders.
 */
export class Buckets {
  /** In ticks. */
  readonly width: bigint;
  readonly count: number;
  /** Rows without a valid time. */
  untimed = 0;
  private readonly table: RecordTable;
  private readonly span: TickSpan;
  /** The first time of each bucket, and the end of the span. */
  private readonly borders: Float64Array;
  /** Whether numbers hold the span, and all times within it, exactly. */
  private readonly isExact: boolean;
  /** Four numbers for each bucket, in the order of `resultGroups`. */
  private readonly counts: Uint32Array;
  private readonly readTime: ReturnType<typeof numberReader>;
  private readonly readGroup: ReturnType<typeof groupReader>;

  constructor(table: RecordTable, span: TickSpan, wished: number) {
    const length = span.to - span.from;
    const buckets = BigInt(wished);
    // The last bucket ends at or after the end of the span.
    this.width = larger(1n, (length + buckets - 1n) / buckets);
    this.count = Number(larger(1n, (length + this.width - 1n) / this.width));
    this.table = table;
    this.span = span;
    this.borders = Float64Array.from({ length: this.count + 1 }, (_, bucket) =>
      RecordTable.relative(bucket === this.count ? span.to : span.from + this.width * BigInt(bucket)),
    );
    this.isExact = [this.borders[0]!, this.borders[this.count]!, Number(length)].every(Number.isSafeInteger);
    this.counts = new Uint32Array(this.count * 4);
    this.readTime = numberReader(table.time);
    this.readGroup = groupReader(table);
  }

  /** Adds all rows of a block without a look at them, if they fall into one bucket or outside of all; else adds none. */
  addWhole({ earliest, latest, timed, groups }: BlockTime, rows: number): boolean {
    const { borders, count, counts } = this;
    const bucket = this.estimate(earliest);
    const isOutside = latest < borders[0]! || earliest > borders[count]!;
    // Of all buckets that do not exist, the borders are undefined, and no comparison is true.
    if (!isOutside && !(earliest > borders[bucket]! && latest < borders[bucket + 1]!)) {
      return false;
    }
    this.untimed += rows - timed;
    if (!isOutside) {
      groups.forEach((number, group) => (counts[bucket * 4 + group]! += number));
    }
    return true;
  }

  addRows(block: Block): void {
    const { borders, counts, isExact } = this;
    const start = borders[0]!;
    const end = borders[this.count]!;
    const width = Number(this.width);
    const times = this.readTime(block);
    const groups = this.readGroup(block);
    // Neighbours are mostly in one bucket, whose borders need no division.
    let bucket = -1;
    let low = Infinity;
    let high = -Infinity;
    for (let index = 0; index < block.count; index++) {
      const time = times[index]!;
      if (time > low && time < high) {
        counts[bucket * 4 + groups[index]!]!++;
      } else if (time >= start && time <= end) {
        bucket = Math.floor((time - start) / width);
        low = borders[bucket]!;
        high = borders[bucket + 1]!;
        if (isExact ? time < end : time > low && time < high) {
          counts[bucket * 4 + groups[index]!]!++;
          continue;
        }
        const exact = isExact ? -1 : this.exactBucket(rowAt(block, index));
        if (exact !== -1) {
          counts[exact * 4 + groups[index]!]!++;
        }
      } else if (Number.isNaN(time)) {
        this.untimed++;
      }
    }
  }

  groups(): Timeline['groups'] {
    const ofGroup = (group: number): readonly number[] =>
      Array.from({ length: this.count }, (_, bucket) => this.counts[bucket * 4 + group]!);
    return Object.fromEntries(resultGroups.map((group, number) => [group, ofGroup(number)])) as unknown as Timeline['groups'];
  }

  private estimate(time: number): number {
    return Math.floor((time - this.borders[0]!) / Number(this.width));
  }

  /** The bucket of a row with a valid time; -1 outside of all. */
  private exactBucket(row: number): number {
    const { from, to } = this.span;
    const ticks = this.table.ticksAt(row);
    return ticks < from || ticks >= to ? -1 : Number((ticks - from) / this.width);
  }
}

function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}
