import { forgetFrom, uint32Column, type Expectation } from './column.ts';

/** Rows that share a base. */
const chunkRows = 4096;
/** In place of a distance that does not fit. */
const far = 0xffff_ffff;
/** Is added to distances, which may be negative: a further source begins at 0 again. */
const middle = 0x8000_0000;

/**
 * Offsets in sources of any size, at four bytes a row: distances from the first offset of each 4,096 rows. Rows that lie
 * 2 GiB or more from it are kept by themselves.
 */
export class OffsetColumn {
  private readonly distances;
  private readonly bases: number[] = [];
  /** Undefined until there is one. */
  private farOffsets: Map<number, number> | undefined;

  constructor(expectation: Expectation) {
    this.distances = uint32Column(expectation);
  }

  get length(): number {
    return this.distances.length;
  }

  at(row: number): number {
    const distance = this.distances.data[row]!;
    return distance === far ? this.farOffsets!.get(row)! : this.bases[Math.floor(row / chunkRows)]! + distance - middle;
  }

  push(offset: number): void {
    const row = this.distances.length;
    if (row % chunkRows === 0) {
      this.bases.push(offset);
    }
    const distance = offset - this.bases[this.bases.length - 1]! + middle;
    if (distance >= 0 && distance < far) {
      this.distances.push(distance);
    } else {
      this.distances.push(far);
      (this.farOffsets ??= new Map<number, number>()).set(row, offset);
    }
  }

  append(offsets: Float64Array): void {
    for (let index = 0; index < offsets.length; index++) {
      this.push(offsets[index]!);
    }
  }

  /** Forgets all offsets but the first ones. */
  keep(length: number): void {
    this.distances.keep(length);
    this.bases.length = Math.ceil(this.distances.length / chunkRows);
    forgetFrom(this.farOffsets, length);
  }

  /** Hands out all offsets, in an array of their own, and holds none afterwards. */
  take(): Float64Array {
    const taken = this.from(0);
    this.distances.length = 0;
    this.bases.length = 0;
    this.farOffsets = undefined;
    return taken;
  }

  /** A copy of the offsets from a row on. */
  from(row: number): Float64Array {
    const offsets = new Float64Array(this.length - row);
    for (let index = 0; index < offsets.length; index++) {
      offsets[index] = this.at(row + index);
    }
    return offsets;
  }

  /** Bytes of the arrays, unused capacity included. */
  get memory(): number {
    return this.distances.memory + this.bases.length * Float64Array.BYTES_PER_ELEMENT;
  }

  trim(): void {
    this.distances.trim();
  }
}
