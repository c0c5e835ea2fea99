import { resultGroups } from '../../core/record/results.ts';
import { validTime, type RecordTable } from './recordTable.ts';
import { blockRows, narrowReader, numberReader, wholeBlock, type Block, type BlockReader } from './blocks.ts';

/** What is known of the times of a block that is complete. In the units of the column of times. */
export interface BlockTime {
  /** Infinity without any valid time. */
  readonly earliest: number;
  readonly latest: number;
  /** The first row with the earliest time and the last one with the latest, as the column holds them; -1 without any. */
  readonly earliestRow: number;
  readonly latestRow: number;
  /** How many of its rows have a valid time. */
  readonly timed: number;
  /** How many of these are in each group of results, in the order of `resultGroups`. */
  readonly groups: Uint32Array;
}

/**
 * The earliest and latest time of each block, so that most blocks need not be looked at for a question about time. Noted as
 * the log is read, before anybody is reported a snapshot.
 */
export class BlockTimes {
  private readonly table: RecordTable;
  private readonly readTime: BlockReader<Float64Array>;
  private readonly readGroup: BlockReader;
  private readonly blocks: BlockTime[] = [];
  /** How many blocks, from the first, hold their times in rising order, each no earlier than the one before. */
  private sorted = 0;
  /** How many blocks, from the first, have valid times only. */
  private timed = 0;

  constructor(table: RecordTable) {
    this.table = table;
    this.readTime = numberReader(table.time);
    this.readGroup = groupReader(table);
  }

  /** Whether the first rows are in the order of their times; those without a valid time do not count. */
  areSorted(rows: number): boolean {
    const blocks = Math.floor(rows / blockRows);
    return this.sorted >= blocks && this.goesOn(blocks * blockRows, rows, this.lastTimed(blocks));
  }

  /** Whether the first rows have valid times, all of them. */
  areValid(rows: number): boolean {
    const blocks = Math.floor(rows / blockRows);
    const states = this.table.timeState.data.subarray(blocks * blockRows, rows);
    return this.timed >= blocks && states.every((state) => state === validTime);
  }

  /** Looks at all complete blocks of so many rows. */
  extend(rows: number): void {
    while ((this.blocks.length + 1) * blockRows <= rows) {
      this.add(wholeBlock(this.blocks.length * blockRows, rows));
    }
  }

  /** Forgets all rows but the first ones. */
  keep(rows: number): void {
    this.blocks.length = Math.min(this.blocks.length, Math.floor(rows / blockRows));
    this.sorted = Math.min(this.sorted, this.blocks.length);
    this.timed = Math.min(this.timed, this.blocks.length);
  }

  /** Undefined for a block that is not complete, or of which some rows are meant only. */
  of({ start, count }: Block): BlockTime | undefined {
    return count === blockRows ? this.blocks[start / blockRows] : undefined;
  }

  /** Whether rows go on in rising order after a row with a valid time; -1 for none. */
  private goesOn(start: number, end: number, before: number): boolean {
    let last = before;
    for (let row = start; row < end; row++) {
      if (this.table.timeState.data[row] === validTime) {
        if (last !== -1 && this.table.compareTimes(row, last) < 0) {
          return false;
        }
        last = row;
      }
    }
    return true;
  }

  /** The last row with a valid time in the first blocks, which are in order; -1 for none. */
  private lastTimed(blocks: number): number {
    for (let block = blocks - 1; block >= 0; block--) {
      const { latestRow } = this.blocks[block]!;
      if (latestRow !== -1) {
        return latestRow;
      }
    }
    return -1;
  }

  private add(block: Block): void {
    const times = this.readTime(block);
    const groups = this.readGroup(block);
    const counts = new Uint32Array(resultGroups.length);
    const isExact = this.table.timesAreNear;
    let earliest = Infinity;
    let latest = -Infinity;
    let earliestRow = -1;
    let latestRow = -1;
    let timed = 0;
    let isRising = true;
    for (let index = 0; index < blockRows; index++) {
      const time = times[index]!;
      if (Number.isNaN(time)) {
        continue;
      }
      timed++;
      counts[groups[index]!]!++;
      if (time < earliest) {
        earliest = time;
        earliestRow = block.start + index;
      }
      if (time < latest) {
        isRising = false;
      } else {
        isRising &&= isExact || time > latest;
        latest = time;
        latestRow = block.start + index;
      }
    }
    const number = this.blocks.length;
    if (this.sorted === number) {
      const before = this.lastTimed(number);
      const isAfter = before === -1 || earliest > this.table.time.data[before]!;
      this.sorted += (isRising && isAfter) || this.goesOn(block.start, block.end, before) ? 1 : 0;
    }
    this.timed += this.timed === number && timed === blockRows ? 1 : 0;
    this.blocks.push({ earliest, latest, earliestRow, latestRow, timed, groups: counts });
  }
}

/** The group of the result of rows, as a number in the order of `resultGroups`. */
export function groupReader(table: RecordTable): BlockReader {
  const read = narrowReader(table.result);
  /** The group of each id, one more than its number; 0 while nobody has met the id. */
  let known = new Uint8Array(0);
  const decide = (id: number): number => (known[id] = resultGroups.indexOf(table.outcomes.groupOf(id)) + 1);
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

/** The group of the result of one row, as a number in the order of `resultGroups`. */
export function groupsOfRow(table: RecordTable): (row: number) => number {
  const known: number[] = [];
  return (row) => {
    const id = table.result.data[row]!;
    return (known[id] ??= resultGroups.indexOf(table.outcomes.groupOf(id)));
  };
}

/** More results than this are hostile, and decided when they are met. */
const fewResults = 4096;

/** The group of each id of the results, as a number in the order of `resultGroups`; undefined where there are too many to decide them all. */
export function groupsOfIds(table: RecordTable): Uint8Array | undefined {
  const { results, outcomes } = table;
  return results.size > fewResults
    ? undefined
    : Uint8Array.from({ length: results.size + 1 }, (_, id) => resultGroups.indexOf(outcomes.groupOf(id)));
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
