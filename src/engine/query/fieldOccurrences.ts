import type { ValueKind } from '../../core/query/fields.ts';
import { identityText } from '../../core/query/wholeLog.ts';
import { wholeBlock, blockRows } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { ColumnPart } from './columnPart.ts';
import { listFlag, NumberedPart, withoutValue } from './numberedPart.ts';

/** The values of a field over all rows of a snapshot, numbered from 1 in no order. */
export interface FieldOccurrences {
  readonly parts: readonly NumberedPart[];
  /** The number of a value, by the text that it shares with all values that are one with it. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By number: in how many records the value occurs. */
  readonly records: Uint32Array;
  /** By number: the first of these in the order of time, of one time in the order of the file; those without a time come last. */
  readonly firstRows: Uint32Array;
}

/**
 * Counts each value of a field once for each record that has it, and finds the first of these, in one pass. Values are one where
 * `field:"value"` finds both.
 */
export async function countOccurrences(
  index: LogIndex,
  parts: readonly ColumnPart[],
  kind: ValueKind,
  work: CooperativeTask,
): Promise<FieldOccurrences> {
  const numbers = new Map<string, number>();
  const numberOf = (value: string): number => {
    const text = identityText(value, kind);
    const known = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, known);
    return known;
  };
  const numbered = parts.map((part) => new NumberedPart(part, numberOf));
  const counter = new Counter(index);
  for (let start = 0; start < index.rows; start += blockRows) {
    const block = wholeBlock(start, index.rows);
    const ids = numbered.map(({ part, meet }) => meet(part.read(block), block.count));
    counter.expect(numbers.size);
    counter.addBlock(start, block.count, numbered, ids);
    const pause = work.pause();
    if (pause !== undefined) {
      await pause;
    }
  }
  return { parts: numbered, numbers, ...counter.result };
}

class Counter {
  private records = new Uint32Array(64);
  private firstRows = new Uint32Array(64);
  /** By number: one more than the row that was counted last, so that no row counts twice for a value. */
  private lastRows = new Uint32Array(64);
  private readonly table: LogIndex['table'];
  private readonly isInOrder: boolean;

  constructor({ table, times, rows }: LogIndex) {
    this.table = table;
    this.isInOrder = times.areValid(rows) && times.areSorted(rows);
  }

  get result(): Pick<FieldOccurrences, 'records' | 'firstRows'> {
    return { records: this.records, firstRows: this.firstRows };
  }

  /** Makes room for numbers up to one. */
  expect(most: number): void {
    if (most >= this.records.length) {
      const length = Math.max(most + 1, this.records.length * 2);
      this.records = longer(this.records, length);
      this.firstRows = longer(this.firstRows, length);
      this.lastRows = longer(this.lastRows, length);
    }
  }

  addBlock(start: number, count: number, parts: readonly NumberedPart[], ids: readonly Uint32Array[]): void {
    for (let place = 0; place < count; place++) {
      for (let part = 0; part < parts.length; part++) {
        const { entries, lists } = parts[part]!;
        const entry = entries[ids[part]![place]!]!;
        if (entry < listFlag) {
          this.add(entry, start + place);
        } else if (entry !== withoutValue) {
          const first = entry - listFlag + 1;
          const end = first + lists[first - 1]!;
          for (let at = first; at < end; at++) {
            this.add(lists[at]!, start + place);
          }
        }
      }
    }
  }

  private add(number: number, row: number): void {
    if (this.lastRows[number] === row + 1) {
      return;
    }
    this.lastRows[number] = row + 1;
    if (this.records[number]!++ === 0 || (!this.isInOrder && this.isBefore(row, this.firstRows[number]!))) {
      this.firstRows[number] = row;
    }
  }

  /** Whether a row is before an earlier one in the order of time. Without a valid time it is NaN there, and no comparison holds. */
  private isBefore(row: number, earlier: number): boolean {
    const { table } = this;
    const time = table.time.data[row]!;
    const other = table.time.data[earlier]!;
    return time < other || (time === other && table.compareTimes(row, earlier) < 0) || (Number.isNaN(other) && !Number.isNaN(time));
  }
}

function longer(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(length);
  made.set(array);
  return made;
}
