import { uint32Column, type Expectation, type NumberColumn } from './column.ts';

/** A column of numbers that takes no memory before the first that is not 0: most logs have none. */
export class LateColumn {
  length = 0;
  private column: NumberColumn<Uint32Array> | undefined;
  private readonly expectation: Expectation;

  constructor(expectation: Expectation) {
    this.expectation = expectation;
  }

  /** The numbers from the first row on; empty while all are 0. Not to be kept: they move when the column grows. */
  get data(): Uint32Array {
    return this.column?.data ?? none;
  }

  at(row: number): number {
    return this.column === undefined ? 0 : this.column.data[row]!;
  }

  push(value: number): void {
    if (value !== 0 || this.column !== undefined) {
      this.allocated().push(value);
    }
    this.length++;
  }

  /** Appends numbers, as {@link from} hands them out. */
  append(values: Uint32Array, count: number): void {
    if (values.length > 0 || this.column !== undefined) {
      this.allocated().append(values.length > 0 ? values : new Uint32Array(count));
    }
    this.length += count;
  }

  /** Forgets all entries but the first ones. */
  keep(length: number): void {
    this.length = Math.min(this.length, length);
    this.column?.keep(this.length);
  }

  /** A copy of the entries from a row on; an empty array where all entries are 0. */
  from(row: number): Uint32Array {
    return this.column?.from(row) ?? new Uint32Array(0);
  }

  /** Bytes of the array, unused capacity included. */
  get memory(): number {
    return this.column?.memory ?? 0;
  }

  trim(): void {
    this.column?.trim();
  }

  private allocated(): NumberColumn<Uint32Array> {
    if (this.column === undefined) {
      this.column = uint32Column(this.expectation);
      this.column.append(new Uint32Array(this.length));
    }
    return this.column;
  }
}

const none = new Uint32Array(0);
