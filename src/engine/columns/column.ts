/**
 * Columns: one number per record, appended as the log is read. A full column grows to what the log is expected to need,
 * or else to twice its length; a column of ids is as narrow as its largest id allows and widens when that no longer fits.
 */

/** How many rows a table is expected to hold in the end; 0 while nobody knows. Shared by all its columns. */
export interface Expectation {
  rows: number;
}

/** An expectation comes from the first records, which may be smaller than all others: it is believed in steps. */
const maxGrowth = 16;

/**
 * So many entries promise better what is to come, and the next copy is mostly the last one then. All columns grow at the same
 * row: to copy millions of rows holds up the engine for half a second.
 */
const manyEntries = 100_000;
const maxGrowthOfMany = 64;

/** A column begins with so many entries: thousands of sources have a few findings each. */
const minCapacity = 8;

/** The next capacity of a column that must hold `needed` entries. */
export function grownCapacity(capacity: number, needed: number, expected: number): number {
  const most = capacity * (capacity < manyEntries ? maxGrowth : maxGrowthOfMany);
  return Math.max(needed, minCapacity, expected > capacity ? Math.min(expected, most) : capacity * 2);
}

/** Unused capacity that is not worth a copy: one part in this many. */
const tolerated = 8;

/** Makes arrays. An empty one takes two hundred bytes, too: all columns without entries share it. */
interface ArrayKind<T> {
  readonly empty: T;
  make(capacity: number): T;
}

const float64: ArrayKind<Float64Array> = { empty: new Float64Array(0), make: (capacity) => new Float64Array(capacity) };
const uint32: ArrayKind<Uint32Array> = { empty: new Uint32Array(0), make: (capacity) => new Uint32Array(capacity) };
const uint8: ArrayKind<Uint8Array> = { empty: new Uint8Array(0), make: (capacity) => new Uint8Array(capacity) };

export class NumberColumn<T extends Float64Array | Uint32Array | Uint8Array> {
  /** At least `length` entries; what lies after is undefined. Not to be kept: it moves when the column grows. */
  data: T;
  length = 0;
  private readonly kind: ArrayKind<T>;
  private readonly expectation: Expectation;

  constructor(kind: ArrayKind<T>, expectation: Expectation) {
    this.kind = kind;
    this.expectation = expectation;
    this.data = kind.empty;
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      this.resize(grownCapacity(this.length, this.length + 1, this.expectation.rows));
    }
    this.data[this.length++] = value;
  }

  append(values: T): void {
    const length = this.length + values.length;
    if (length > this.data.length) {
      this.resize(grownCapacity(this.data.length, length, this.expectation.rows));
    }
    this.data.set(values, this.length);
    this.length = length;
  }

  /** Forgets all entries but the first ones. */
  keep(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** Hands out all entries, in an array of their own, and holds none afterwards. */
  take(): T {
    const taken = this.data.slice(0, this.length) as T;
    this.length = 0;
    return taken;
  }

  /** A copy of the entries from one on. */
  from(entry: number): T {
    return this.data.slice(entry, this.length) as T;
  }

  /** Gives back capacity that will not be used. */
  trim(): void {
    if (this.data.length - this.length > this.length / tolerated) {
      this.resize(this.length);
    }
  }

  /** Bytes of the array, unused capacity included. */
  get memory(): number {
    return this.data.byteLength;
  }

  private resize(capacity: number): void {
    if (capacity === 0) {
      this.data = this.kind.empty;
      return;
    }
    const other = this.kind.make(capacity);
    other.set(this.data.subarray(0, this.length));
    this.data = other;
  }
}

const unknownNumber: Expectation = { rows: 0 };

export function float64Column(expectation = unknownNumber): NumberColumn<Float64Array> {
  return new NumberColumn(float64, expectation);
}

export function uint32Column(expectation = unknownNumber): NumberColumn<Uint32Array> {
  return new NumberColumn(uint32, expectation);
}

export function uint8Column(expectation = unknownNumber): NumberColumn<Uint8Array> {
  return new NumberColumn(uint8, expectation);
}

export type IdArray = Uint8Array | Uint16Array | Uint32Array;

export class IdColumn {
  data: IdArray = uint8.empty;
  length = 0;
  /** The least id that is too wide for {@link data}. */
  private limit = 0x100;
  private readonly expectation: Expectation;

  constructor(expectation: Expectation = unknownNumber) {
    this.expectation = expectation;
  }

  push(id: number): void {
    if (id >= this.limit || this.length === this.data.length) {
      const capacity =
        this.length === this.data.length ? grownCapacity(this.length, this.length + 1, this.expectation.rows) : this.data.length;
      this.resize(capacity, Math.max(this.data.BYTES_PER_ELEMENT, widthOf(id)));
    }
    this.data[this.length++] = id;
  }

  append(ids: IdArray): void {
    const length = this.length + ids.length;
    const width = Math.max(this.data.BYTES_PER_ELEMENT, ids.BYTES_PER_ELEMENT);
    if (length > this.data.length || width > this.data.BYTES_PER_ELEMENT) {
      const capacity = length > this.data.length ? grownCapacity(this.data.length, length, this.expectation.rows) : this.data.length;
      this.resize(capacity, width);
    }
    this.data.set(ids, this.length);
    this.length = length;
  }

  /** Forgets all entries but the first ones. */
  keep(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** A copy of the entries from one on. */
  from(entry: number): IdArray {
    return this.data.slice(entry, this.length);
  }

  /** Gives back capacity that will not be used. */
  trim(): void {
    if (this.data.length - this.length > this.length / tolerated) {
      this.resize(this.length, this.data.BYTES_PER_ELEMENT);
    }
  }

  /** Bytes of the array, unused capacity included. */
  get memory(): number {
    return this.data.byteLength;
  }

  private resize(capacity: number, width: number): void {
    this.limit = width === 4 ? Infinity : width === 2 ? 0x1_0000 : 0x100;
    const other = idArray(capacity, width);
    other.set(this.data.subarray(0, this.length));
    this.data = other;
  }
}

/** Ids of which none is greater than `largest`, in an array that is no wider than that one needs. */
export function narrowed(ids: Uint32Array, largest: number): IdArray {
  const width = widthOf(largest);
  if (width === 4) {
    return ids;
  }
  const narrow = idArray(ids.length, width);
  narrow.set(ids);
  return narrow;
}

/** Bytes that an id takes. */
function widthOf(id: number): number {
  return id >= 0x1_0000 ? 4 : id >= 0x100 ? 2 : 1;
}

function idArray(length: number, width: number): IdArray {
  return width === 4 ? new Uint32Array(length) : width === 2 ? new Uint16Array(length) : new Uint8Array(length);
}

/** Forgets what is kept of entries from a number on, beside their column. */
export function forgetFrom(beside: Map<number, unknown> | undefined, length: number): void {
  beside?.forEach((_, entry) => {
    if (entry >= length) {
      beside.delete(entry);
    }
  });
}
