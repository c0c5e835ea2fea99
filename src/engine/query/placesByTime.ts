import { numberReader, rowAt, type Block, type BlockReader } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { RowSet } from './rowSet.ts';

/** Times are counted in so many bins: few enough for the counts to stay in the processor's cache. */
const binCount = 32 * 1024;
/** So many rows are sorted within a few milliseconds. */
const maxSorted = 16 * 1024;
/** How often bins are made narrower where too many times are in one. */
const maxRounds = 3;

/** Times from one to another, both included, in the units of the column of times. */
interface Span {
  readonly least: number;
  readonly most: number;
}

/** Some bins of equal width of a span, the rest of which does not count. */
interface Bins {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  /** Rows with times before the first of them. */
  readonly before: number;
  /** Rows within them. */
  readonly count: number;
}

/**
 * The rows at some places in rising order of their times, rows of one time as they are in the file: found by counting, without
 * putting the others in order. All rows of the set must have a valid time.
 *
 * @returns Undefined where so many rows have nearly one time that it is quicker to put all in order.
 */
export async function rowsAtPlaces(
  index: LogIndex,
  timed: RowSet,
  from: number,
  to: number,
  work: CooperativeTask,
): Promise<Uint32Array | undefined> {
  const finding = new PlacesByTime(index, timed, work);
  let span = await finding.wholeSpan();
  for (let round = 0, before = 0; round < maxRounds && span.least < span.most; round++) {
    const bins = await finding.binsOf(span, before, from, to);
    if (bins.count <= maxSorted + to - from) {
      const rows = await finding.rowsIn(bins);
      return rows.subarray(from - bins.before, to - bins.before);
    }
    span = await finding.spanOf(bins);
    ({ before } = bins);
  }
  return undefined;
}

/** How many rows of the set are before one of them in rising order of their times. All must have a valid time. */
export async function placeByTime({ table }: LogIndex, timed: RowSet, row: number, work: CooperativeTask): Promise<number> {
  const read = numberReader(table.time);
  const time = table.time.data[row]!;
  let before = 0;
  await timed.visitBlocks(work, (block) => {
    const values = read(block);
    for (let place = 0; place < block.count; place++) {
      const value = values[place]!;
      if (value <= time && (value < time || (table.compareTimes(rowAt(block, place), row) || rowAt(block, place) - row) < 0)) {
        before++;
      }
    }
  });
  return before;
}

class PlacesByTime {
  private readonly index: LogIndex;
  private readonly timed: RowSet;
  private readonly work: CooperativeTask;

  private readonly reader: BlockReader<Float64Array>;

  constructor(index: LogIndex, timed: RowSet, work: CooperativeTask) {
    this.index = index;
    this.timed = timed;
    this.work = work;
    this.reader = numberReader(index.table.time);
  }

  /** A span that all times are in. */
  async wholeSpan(): Promise<Span> {
    const { index } = this;
    let least = Infinity;
    let most = -Infinity;
    await this.timed.visitBlocks(this.work, (block) => {
      const known = index.times.of(block);
      for (const value of known === undefined ? this.timesOf(block) : [known.earliest, known.latest]) {
        least = value < least ? value : least;
        most = value > most ? value : most;
      }
    });
    return { least, most };
  }

  /** Divides a span into bins: those in which some places are. */
  async binsOf(span: Span, before: number, from: number, to: number): Promise<Bins> {
    const { least, most } = span;
    const scale = scaleOf(span);
    const counts = new Uint32Array(binCount);
    await this.visit(span, (values) => {
      for (let place = 0; place < values.length; place++) {
        const value = values[place]!;
        if (value >= least && value <= most) {
          counts[((value - least) * scale) | 0]!++;
        }
      }
    });
    let start = before;
    let first = 0;
    for (; start + counts[first]! <= from; first++) {
      start += counts[first]!;
    }
    let last = first;
    let end = start + counts[last]!;
    while (end < to) {
      end += counts[++last]!;
    }
    return { span, first, last, before: start, count: end - start };
  }

  /** The rows in bins, in order. */
  async rowsIn({ span, first, last, count }: Bins): Promise<Uint32Array> {
    const { table } = this.index;
    const { least, most } = span;
    const scale = scaleOf(span);
    const rows = new Uint32Array(count);
    let found = 0;
    await this.visit(span, (values, block) => {
      for (let place = 0; place < values.length; place++) {
        const value = values[place]!;
        if (value >= least && value <= most) {
          const bin = ((value - least) * scale) | 0;
          if (bin >= first && bin <= last) {
            rows[found++] = rowAt(block, place);
          }
        }
      }
    });
    return rows.sort((left, right) => table.compareTimes(left, right) || left - right);
  }

  /** The times in bins from the earliest to the latest. */
  async spanOf({ span, first, last }: Bins): Promise<Span> {
    const { least, most } = span;
    const scale = scaleOf(span);
    let earliest = Infinity;
    let latest = -Infinity;
    await this.visit(span, (values) => {
      for (let place = 0; place < values.length; place++) {
        const value = values[place]!;
        if (value >= least && value <= most) {
          const bin = ((value - least) * scale) | 0;
          if (bin >= first && bin <= last) {
            earliest = value < earliest ? value : earliest;
            latest = value > latest ? value : latest;
          }
        }
      }
    });
    return { least: earliest, most: latest };
  }

  /** Visits the blocks that may hold times of a span, each with the times of its rows. */
  private async visit({ least, most }: Span, act: (values: Float64Array, block: Block) => void): Promise<void> {
    await this.timed.visitBlocks(this.work, (block) => {
      const known = this.index.times.of(block);
      if (known === undefined || (known.latest >= least && known.earliest <= most)) {
        act(this.timesOf(block), block);
      }
    });
  }

  private timesOf(block: Block): Float64Array {
    return this.reader(block).subarray(0, block.count);
  }
}

/** Bins in a unit of time. A later time is never in an earlier bin, for no step of the calculation is rounded to the other side. */
function scaleOf({ least, most }: Span): number {
  return (binCount - 1) / (most - least);
}
