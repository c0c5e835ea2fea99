import { float64Column, forgetFrom, type Expectation } from './column.ts';

/** Numbers of a column, and by row, from 0, the exact values of those that float64 rounds. Plain data. */
export interface ExactPart<Exact extends bigint> {
  readonly numbers: Float64Array;
  readonly exact: readonly (readonly [row: number, value: Exact])[];
}

/** A column of float64, and beside it the exact values of the few numbers that float64 rounds. */
export class ExactColumn<Exact extends bigint> {
  private readonly numbers;
  private readonly exact = new Map<number, Exact>();

  constructor(expectation: Expectation) {
    this.numbers = float64Column(expectation);
  }

  get length(): number {
    return this.numbers.length;
  }

  get memory(): number {
    return this.numbers.memory;
  }

  /** The numbers, some of them rounded. Not to be kept: they move when the column grows. */
  get data(): Float64Array {
    return this.numbers.data;
  }

  /** How many numbers are rounded. */
  get rounded(): number {
    return this.exact.size;
  }

  /** The exact value of a row whose number is rounded; undefined for all others. */
  exactAt(row: number): Exact | undefined {
    return this.exact.get(row);
  }

  push(value: number, exact?: Exact): void {
    if (exact !== undefined) {
      this.exact.set(this.numbers.length, exact);
    }
    this.numbers.push(value);
  }

  append({ numbers, exact }: ExactPart<Exact>): void {
    const first = this.length;
    this.numbers.append(numbers);
    exact.forEach(([row, value]) => this.exact.set(first + row, value));
  }

  keep(length: number): void {
    this.numbers.keep(length);
    forgetFrom(this.exact, length);
  }

  take(): ExactPart<Exact> {
    const part = this.from(0);
    this.keep(0);
    return part;
  }

  from(row: number): ExactPart<Exact> {
    const numbers = this.numbers.from(row);
    return { numbers, exact: [...this.exact].flatMap(([at, value]) => (at < row ? [] : [[at - row, value] as const])) };
  }

  trim(): void {
    this.numbers.trim();
  }
}

/** The rows from `from` up to `to` of a part. */
export function sliceExact<Exact extends bigint>({ numbers, exact }: ExactPart<Exact>, from: number, to: number): ExactPart<Exact> {
  return {
    numbers: numbers.subarray(from, to),
    exact: exact.flatMap(([row, value]) => (row >= from && row < to ? [[row - from, value] as const] : [])),
  };
}
