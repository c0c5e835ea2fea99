/**
 * Columns: one number per record, appended as the log is read. Capacity doubles; a column of ids is as narrow as its
 * largest id allows and widens when that no longer fits.
 */
export class NumberColumn<T extends Float64Array | Uint32Array | Uint8Array> {
  /** At least `length` entries; what lies behind is undefined. Not to be kept: it moves when the column grows. */
  data: T;
  length = 0;
  private readonly make: (capacity: number) => T;

  constructor(make: (capacity: number) => T) {
    this.make = make;
    this.data = make(256);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const wider = this.make(this.length * 2);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.length++] = value;
  }
}

export function float64Column(): NumberColumn<Float64Array> {
  return new NumberColumn((capacity) => new Float64Array(capacity));
}

export function uint32Column(): NumberColumn<Uint32Array> {
  return new NumberColumn((capacity) => new Uint32Array(capacity));
}

export function uint8Column(): NumberColumn<Uint8Array> {
  return new NumberColumn((capacity) => new Uint8Array(capacity));
}

type IdArray = Uint8Array | Uint16Array | Uint32Array;

export class IdColumn {
  data: IdArray = new Uint8Array(256);
  length = 0;

  push(id: number): void {
    const limit = this.data.BYTES_PER_ELEMENT === 1 ? 0x100 : this.data.BYTES_PER_ELEMENT === 2 ? 0x1_0000 : Infinity;
    if (id >= limit || this.length === this.data.length) {
      const capacity = this.length === this.data.length ? this.length * 2 : this.data.length;
      const wider =
        id >= 0x1_0000 || limit === Infinity
          ? new Uint32Array(capacity)
          : id >= 0x100 || limit === 0x1_0000
            ? new Uint16Array(capacity)
            : new Uint8Array(capacity);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.length++] = id;
  }
}
