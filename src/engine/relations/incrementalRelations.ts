import { validTime } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { addRelation } from './addRelation.ts';
import { findDuplicateIds } from './duplicateIds.ts';
import { neighbours, regularity, relateDoubles } from './doubleLogging.ts';
import { isClockStep } from './fileOrder.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { isNextNumber, isSameNumber, isSameWriter } from './sequenceOrder.ts';
import { isEarlier } from './sequences.ts';

/** More rows than this are compared with all others: that takes no longer then. */
const maxRows = 20_000;

/**
 * Relations of records that have been added to the last source of a log, without a look at all others. That is possible
 * where the log simply goes on: each number is greater than all before it of its writer, and no time lies before one that
 * is before. What is remembered of the rows before is the last of each writer, and the last in time.
 */
export class IncrementalRelations {
  private readonly index: LogIndex;
  /** How many rows are known here. */
  private known = 0;
  /** The row with the greatest number of each writer, by epoch, and by role instance and format; of equal numbers the last. */
  private writers = new Map<number, Map<number, number>>();
  /** The last regular rows in the order of their times. */
  private latest: number[] = [];
  /** How often a row of the last source is earlier, or later, than the one before. */
  private order = { earlier: 0, later: 0, last: -1 };

  constructor(index: LogIndex) {
    this.index = index;
  }

  /**
   * Adds the relations of all rows from one on, in the index as it is pinned. False if that takes a look at all rows: then
   * nothing has been added.
   */
  async add(index: LogIndex, from: number, work: CooperativeTask): Promise<boolean> {
    if (index.rows - from > maxRows || from < this.known) {
      this.forget();
      return false;
    }
    const isRegular = regularity(index);
    const { firstRow } = index.sources.at(-1)!;
    await work.forEach(this.known, from, (row) => {
      this.noteNumber(row);
      this.noteOrder(row, firstRow);
      if (isRegular(row)) {
        this.noteLatest(row);
      }
    });
    this.known = from;
    const rows = Array.from({ length: index.rows - from }, (_, place) => from + place);
    const numbered = rows.filter((row) => this.isNumbered(row)).sort((left, right) => this.compareWriters(left, right));
    const timed = rows.filter(isRegular).sort((left, right) => this.index.table.compareTimes(left, right) || left - right);
    const { order } = this;
    const before = { ...order };
    const added = this.sequenceRelations(numbered);
    rows.forEach((row) => this.noteOrder(row, firstRow));
    if (added === undefined || isDescending(before) || isDescending(order) || !this.goesOnInTime(timed)) {
      this.forget();
      return false;
    }
    added.forEach(([row, code, other]) => addRelation(index, row, code, other));
    await findDuplicateIds(index, work, from);
    let previous = before.last;
    for (const row of rows.filter((one) => this.isTimed(one))) {
      if (previous !== -1 && isEarlier(index, row, previous) && !isClockStep(index, row, previous)) {
        addRelation(index, row, 'order.inversion', previous);
      }
      previous = row;
    }
    await relateDoubles(index, [...this.latest, ...timed], this.latest.length, work);
    timed.forEach((row) => this.noteLatest(row));
    this.known = index.rows;
    return true;
  }

  /** Rows may have changed that are known here. */
  forget(): void {
    this.known = 0;
    this.writers = new Map();
    this.latest = [];
    this.order = { earlier: 0, later: 0, last: -1 };
  }

  /** The relations of rows in the order of their numbers; undefined if one is not greater than all before. Notes the rows. */
  private sequenceRelations(
    rows: readonly number[],
  ): readonly (readonly [number, 'sequence.gap' | 'order.clockStep', number])[] | undefined {
    const { index } = this;
    const added: (readonly [number, 'sequence.gap' | 'order.clockStep', number])[] = [];
    for (const row of rows) {
      const previous = this.lastOfWriter(row);
      if (previous !== undefined) {
        if (this.compareNumbers(previous, row) >= 0) {
          return undefined;
        }
        if (!isNextNumber(index, previous, row)) {
          added.push([row, 'sequence.gap', previous]);
        }
        if (isEarlier(index, row, previous)) {
          added.push([row, 'order.clockStep', previous]);
        }
      }
      this.noteNumber(row);
    }
    return added;
  }

  private isNumbered(row: number): boolean {
    const { epoch, sequence } = this.index.table;
    return epoch.data[row] !== 0 && Number.isFinite(sequence.data[row]!);
  }

  private isTimed(row: number): boolean {
    return this.index.table.timeState.data[row] === validTime;
  }

  private lastOfWriter(row: number): number | undefined {
    return this.writers.get(this.index.table.epoch.data[row]!)?.get(this.withinEpoch(row));
  }

  private noteNumber(row: number): void {
    if (!this.isNumbered(row)) {
      return;
    }
    const { epoch } = this.index.table;
    let ofEpoch = this.writers.get(epoch.data[row]!);
    if (ofEpoch === undefined) {
      this.writers.set(epoch.data[row]!, (ofEpoch = new Map<number, number>()));
    }
    const last = ofEpoch.get(this.withinEpoch(row));
    if (last === undefined || this.compareNumbers(last, row) <= 0) {
      ofEpoch.set(this.withinEpoch(row), row);
    }
  }

  /** One number for what distinguishes the writers of an epoch. There are far fewer formats than the factor leaves room for. */
  private withinEpoch(row: number): number {
    const { cloudRoleInstance, format } = this.index.table;
    return cloudRoleInstance.data[row]! * 2 ** 16 + format.data[row]!;
  }

  /** As {@link sequenceOrder} puts them: by writer, number and place. */
  private compareWriters(left: number, right: number): number {
    const { epoch } = this.index.table;
    return isSameWriter(this.index, left, right)
      ? this.compareNumbers(left, right) || left - right
      : epoch.data[left]! - epoch.data[right]! || this.withinEpoch(left) - this.withinEpoch(right);
  }

  private compareNumbers(left: number, right: number): number {
    const { table } = this.index;
    const difference = table.sequence.data[left]! - table.sequence.data[right]!;
    // Numbers beyond 2^53 are rounded to equal ones.
    return difference !== 0 || isSameNumber(this.index, left, right)
      ? difference
      : table.sequenceAt(left)! < table.sequenceAt(right)!
        ? -1
        : 1;
  }

  private noteOrder(row: number, firstRow: number): void {
    const { index, order } = this;
    if (row < firstRow || !this.isTimed(row)) {
      return;
    }
    if (order.last !== -1) {
      order.earlier += isEarlier(index, row, order.last) ? 1 : 0;
      order.later += isEarlier(index, order.last, row) ? 1 : 0;
    }
    order.last = row;
  }

  private goesOnInTime([first]: readonly number[]): boolean {
    const last = this.latest.at(-1);
    return first === undefined || last === undefined || this.index.table.compareTimes(first, last) >= 0;
  }

  private noteLatest(row: number): void {
    const { latest } = this;
    let place = latest.length;
    while (place > 0 && this.index.table.compareTimes(latest[place - 1]!, row) > 0) {
      place--;
    }
    if (place === latest.length) {
      latest.push(row);
    } else {
      latest.splice(place, 0, row);
    }
    if (latest.length > neighbours) {
      latest.shift();
    }
  }
}

/** Whether rows are newest first as a whole, which is reported once. */
function isDescending({ earlier, later }: { readonly earlier: number; readonly later: number }): boolean {
  return earlier > later && earlier > 1;
}
