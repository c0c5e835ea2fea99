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
    this.distances.push(this.distanceOf(this.length, offset));
  }

  append(offsets: Float64Array): void {
    const { length } = this;
    const distances = new Uint32Array(offsets.length);
    for (let index = 0; index < distances.length; index++) {
      distances[index] = this.distanceOf(length + index, offsets[index]!);
    }
    this.distances.append(distances);
  }

  /** Forgets all offsets but the first ones. */
  keep(length: number): void {
    this.distances.keep(length);
    this.bases.length = Math.ceil(this.distances.length / chunkRows);
    forgetFrom(this.farOffsets, length);
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

  /** The distance of the next row's offset, whose base, or itself, is kept where it must be. */
  private distanceOf(row: number, offset: number): number {
    if (row % chunkRows === 0) {
      this.bases.push(offset);
    }
    const distance = offset - this.bases[this.bases.length - 1]! + middle;
    if (distance >= 0 && distance < far) {
      return distance;
    }
    (this.farOffsets ??= new Map<number, number>()).set(row, offset);
    return far;
  }
}
