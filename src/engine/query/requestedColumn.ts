import type { FieldRef } from '../../core/query/fields.ts';
import { IdColumn } from '../columns/column.ts';

/** How much one column keeps. */
export interface ColumnLimits {
  /** Distinct values. */
  readonly values: number;
  /** UTF-16 units of them together. */
  readonly units: number;
  /** Entries of the distinct lists of values that records have. */
  readonly entries: number;
}

export const columnLimits: ColumnLimits = { values: 100_000, units: 16 * 1024 * 1024, entries: 1024 * 1024 };

/** The number of "missing or null" among the values. */
const missing = 0;
/** The number of all values that are not kept. */
const excess = 1;

/** Bytes that the maps need for a value beside its units, and for an entry of a list; estimated. */
const bytesOfValue = 64;
const bytesOfEntry = 48;

/**
 * The values of a field that has no column of its own, of the first {@link rows} rows of a log: made on request, and extended
 * as far as somebody needs it. Values are numbered up to a limit; those beyond it are one.
 *
 * A row has an id: twice the number of its value, or, with several distinct ones, twice the number of their list and one.
 */
export class RequestedColumn {
  readonly field: FieldRef;
  /** Rises whenever rows are taken back: whoever extends the column meanwhile has to stop. */
  generation = 0;
  private readonly ids: IdColumn;
  private readonly numbers = new Map<string, number>();
  /** By number; the first two stand for {@link missing} and {@link excess}. */
  private readonly texts: (string | null)[] = [null, null];
  private readonly lists: (readonly number[])[] = [];
  private readonly numbersOfLists = new Map<string, number>();
  private readonly limits: ColumnLimits;
  private units = 0;
  private entries = 0;
  private largest = 0;

  /** @param expected How many rows there will probably be. */
  constructor(field: FieldRef, expected: number, limits = columnLimits) {
    this.field = field;
    this.limits = limits;
    this.ids = new IdColumn({ rows: expected });
  }

  /** How many rows, from the first, are known. */
  get rows(): number {
    return this.ids.length;
  }

  /** The ids of the rows that are known. Not to be kept: the array moves when the column grows. */
  get column(): IdColumn {
    return this.ids;
  }

  /** How many distinct values are kept. */
  get distinct(): number {
    return this.numbers.size;
  }

  /** An upper bound of the ids. */
  get maxId(): number {
    return this.largest;
  }

  /** An estimate of the memory. */
  get bytes(): number {
    return this.ids.data.byteLength + this.units * 2 + this.texts.length * bytesOfValue + this.entries * bytesOfEntry;
  }

  /** Appends a row with what its record has for values: none stands for null. */
  push(values: readonly (string | null)[]): void {
    const id = this.idOf(values);
    this.largest = Math.max(this.largest, id);
    this.ids.push(id);
  }

  /** Takes all rows back but the first ones. */
  keep(rows: number): void {
    this.generation++;
    this.ids.keep(rows);
  }

  /** The distinct values of an id that are kept, null among them where it is one. */
  valuesOf(id: number): readonly (string | null)[] {
    return this.numbersOf(id).flatMap((number) => (number === excess ? [] : [this.texts[number]!]));
  }

  /** Whether an id has values that are not kept, so that {@link valuesOf} does not say all. */
  isPartial(id: number): boolean {
    return this.numbersOf(id).includes(excess);
  }

  private numbersOf(id: number): readonly number[] {
    return id % 2 === 0 ? [id / 2] : this.lists[(id - 1) / 2]!;
  }

  private idOf(values: readonly (string | null)[]): number {
    if (values.length <= 1) {
      return this.numberOf(values[0] ?? null) * 2;
    }
    const numbers = [...new Set(values.map((value) => this.numberOf(value)))].sort((left, right) => left - right);
    return numbers.length === 1 ? numbers[0]! * 2 : this.listOf(numbers);
  }

  private numberOf(value: string | null): number {
    if (value === null) {
      return missing;
    }
    const known = this.numbers.get(value);
    if (known !== undefined) {
      return known;
    }
    if (this.numbers.size >= this.limits.values || this.units + value.length > this.limits.units) {
      return excess;
    }
    const number = this.texts.push(value) - 1;
    this.numbers.set(value, number);
    this.units += value.length;
    return number;
  }

  /** Where there is no room for another list, none of its values is kept. */
  private listOf(numbers: readonly number[]): number {
    const key = numbers.join();
    let list = this.numbersOfLists.get(key);
    if (list === undefined) {
      if (this.entries + numbers.length > this.limits.entries) {
        return excess * 2;
      }
      list = this.lists.push(numbers) - 1;
      this.numbersOfLists.set(key, list);
      this.entries += numbers.length;
    }
    return list * 2 + 1;
  }
}
