import { resultGroupOf, resultGroups } from '../../core/record/results.ts';
import { textOf, validTime, type RecordTable } from '../columns/recordTable.ts';
import type { LongWork } from '../longWork.ts';
import { blockRows, idReader, numberReader, wholeBlock, type Block, type BlockReader } from './blocks.ts';

/** What is known of the times of a block that is complete. In the units of the column of times. */
export interface BlockTime {
  /** Infinity without any valid time. */
  readonly earliest: number;
  readonly latest: number;
  /** How many of its rows have a valid time. */
  readonly timed: number;
  /** How many of these are in each group of results, in the order of `resultGroups`. */
  readonly groups: Uint32Array;
}

/** The earliest and latest time of each block, so that most blocks need not be looked at for a question about time. */
export class BlockTimes {
  private readonly table: RecordTable;
  private readonly readTime: BlockReader<Float64Array>;
  private readonly readGroup: BlockReader;
  private readonly blocks: BlockTime[] = [];
  /** The last row with a valid time of the blocks so far, while each is no earlier than the one before. */
  private lastTimed = -1;
  private isSorted = true;

  constructor(table: RecordTable) {
    this.table = table;
    this.readTime = numberReader(table.time);
    this.readGroup = groupReader(table);
  }

  /** Whether the complete blocks, as far as they have been looked at, hold their times in rising order. */
  get areSorted(): boolean {
    return this.isSorted;
  }

  /** Rows in the blocks that have been looked at. */
  get length(): number {
    return this.blocks.length * blockRows;
  }

  /** Looks at all complete blocks of so many rows. */
  async extend(rows: number, work: LongWork): Promise<void> {
    while (this.length + blockRows <= rows) {
      this.add(wholeBlock(this.length, rows));
      const pause = work.pause();
      if (pause !== undefined) {
        await pause;
      }
    }
  }

  /** Undefined for a block that is not complete, or of which some rows are meant only. */
  of({ start, count }: Block): BlockTime | undefined {
    return count === blockRows ? this.blocks[start / blockRows] : undefined;
  }

  /** Whether the rows from one on up to another, which belong to no block yet, go on in rising order. */
  goesOn(start: number, end: number): boolean {
    let last = this.lastTimed;
    for (let row = start; row < end; row++) {
      if (this.table.timeState.data[row] === validTime) {
        if (last !== -1 && this.table.compareTimes(row, last) < 0) {
          return false;
        }
        last = row;
      }
    }
    return this.isSorted;
  }

  private add(block: Block): void {
    const times = this.readTime(block);
    const groups = this.readGroup(block);
    const counts = new Uint32Array(resultGroups.length);
    const isExact = this.table.timesAreNear;
    let earliest = Infinity;
    let latest = -Infinity;
    let timed = 0;
    let last = 0;
    let isRising = true;
    for (let index = 0; index < blockRows; index++) {
      const time = times[index]!;
      if (Number.isNaN(time)) {
        continue;
      }
      timed++;
      last = index;
      counts[groups[index]!]!++;
      if (time < earliest) {
        earliest = time;
      }
      if (time > latest) {
        latest = time;
      } else if (time < latest || !isExact) {
        isRising = false;
      }
    }
    this.isSorted &&= (isRising && this.isBehind(earliest)) || this.goesOn(block.start, block.end);
    if (timed > 0) {
      this.lastTimed = block.start + last;
    }
    this.blocks.push({ earliest, latest, timed, groups: counts });
  }

  private isBehind(time: number): boolean {
    return this.lastTimed === -1 || time > this.table.time.data[this.lastTimed]!;
  }
}

/** The group of the result of rows, as a number in the order of `resultGroups`. */
export function groupReader(table: RecordTable): BlockReader {
  const read = idReader(table.result);
  /** The group of each id, one more than its number; 0 while nobody has met the id. */
  let known = new Uint8Array(0);
  const decide = (id: number): number => (known[id] = resultGroups.indexOf(resultGroupOf(textOf(table.results, id))) + 1);
  const groups = new Uint32Array(blockRows);
  return (block) => {
    const ids = read(block);
    const decided = (known = longEnough(known, table.results.size + 1));
    for (let index = 0; index < block.count; index++) {
      const group = decided[ids[index]!]!;
      groups[index] = (group === 0 ? decide(ids[index]!) : group) - 1;
    }
    return groups;
  };
}

/** The array, or a longer one with the same beginning. */
export function longEnough(array: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= array.length) {
    return array;
  }
  const longer = new Uint8Array(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
