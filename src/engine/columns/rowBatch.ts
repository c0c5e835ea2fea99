import { ticksOf, ticksPerDay, type Ticks } from '../../core/record/ticks.ts';
import { float64Column, uint32Column, uint8Column } from './column.ts';
import type { FieldKind } from './columnKinds.ts';
import { ExactColumn } from './exactColumn.ts';
import { fieldNames, recordColumns, type ColumnParts, type FieldName } from './recordColumns.ts';
import { baseDay, validTime } from './recordTable.ts';
import type { TableRows } from './tableRows.ts';

type FieldKinds = { readonly [Name in FieldName]: { readonly kind: FieldKind<ColumnParts[Name]> } };
const kinds: FieldKinds = recordColumns;

const unknownNumber = { rows: 0 };

/** Rows that a reader has read, until they are handed out as a part of each column. */
export class RowBatch {
  private readonly offset = float64Column();
  private readonly byteLength = uint32Column();
  private readonly line = uint32Column();
  private readonly timeState = uint8Column();
  private readonly time = new ExactColumn<Ticks>(unknownNumber);
  private readonly sequence = new ExactColumn<bigint>(unknownNumber);
  /** The numbers of `fieldNames`, row by row: one array is written while records are read. */
  private readonly fields = uint32Column();

  get length(): number {
    return this.offset.length;
  }

  /** Adds the place of a row; the other values are to follow, each once. */
  pushPlace(offset: number, byteLength: number, line: number): void {
    this.offset.push(offset);
    this.byteLength.push(byteLength);
    this.line.push(line);
  }

  pushTime(state: number, day: number, ticksOfDay: number): void {
    this.timeState.push(state);
    const relative = (day - baseDay) * ticksPerDay + ticksOfDay;
    if (state !== validTime) {
      this.time.push(NaN);
    } else {
      this.time.push(relative, Math.abs(relative) > Number.MAX_SAFE_INTEGER ? ticksOf(day, ticksOfDay) : undefined);
    }
  }

  pushSequence(value: bigint | number | undefined): void {
    this.sequence.push(value === undefined ? NaN : Number(value), typeof value === 'bigint' ? value : undefined);
  }

  /** Adds the numbers of a row, in the order of `fieldNames`. */
  pushFields(numbers: Uint32Array): void {
    this.fields.append(numbers);
  }

  /** Hands out all rows, in memory of their own, and holds none afterwards. */
  take(): TableRows {
    const count = this.length;
    const rows = this.fields.take();
    const fields = fieldNames.map((name, field) => [name, partOf(name, rows, field, count)]);
    const columns = {
      offset: this.offset.take(),
      byteLength: this.byteLength.take(),
      line: this.line.take(),
      timeState: this.timeState.take(),
      time: this.time.take(),
      sequence: this.sequence.take(),
      ...(Object.fromEntries(fields) as Pick<ColumnParts, FieldName>),
    };
    return { count, columns };
  }
}

/** The column of a field, whose numbers stand in rows. */
function partOf(name: FieldName, rows: Uint32Array, field: number, count: number): ColumnParts[FieldName] {
  const numbers = new Uint32Array(count);
  let largest = 0;
  for (let row = 0, at = field; row < count; row++, at += fieldNames.length) {
    const number = rows[at]!;
    numbers[row] = number;
    largest = number > largest ? number : largest;
  }
  return kinds[name].kind.ofNumbers(numbers, largest);
}
