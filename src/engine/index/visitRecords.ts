import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { readAgain } from './readAgain.ts';
import type { LogIndex } from './logIndex.ts';

const readSize = 1024 * 1024;
/** Bytes between two records that are worth reading to spare another reading. */
const maxGap = 64 * 1024;

/**
 * The memory that pieces are read into, one after the other. Arrays made again for each piece would wait for the garbage
 * collector, gigabytes of them in a search of as many, and what the allocator keeps of them stays with the process.
 */
export class PieceBuffer {
  private kept: Uint8Array | undefined;

  /** Room for so many bytes; what was there before is gone. Only for a record of unusual length is it made again. */
  room(length: number): Uint8Array {
    return length > readSize ? new Uint8Array(length) : (this.kept ??= new Uint8Array(readSize));
  }
}

/** Some rows of one source, and the bytes from the beginning of the first to the end of the last. */
export interface Piece {
  readonly rows: Uint32Array;
  readonly bytes: Uint8Array;
  /** Offset of the bytes in the source. */
  readonly start: number;
}

/**
 * Visits the bytes of many records in file order, reading the source in large pieces. `rows` must rise. The bytes are
 * valid during the visit only. Others get their turn in between; rejects when the signal says so.
 */
export async function visitRecords(
  index: LogIndex,
  rows: Uint32Array,
  signal: AbortSignal,
  visit: (row: number, bytes: Uint8Array) => void | Promise<void>,
  buffer?: PieceBuffer,
): Promise<void> {
  const work = new CooperativeTask(signal);
  const visitPiece = async (piece: Piece): Promise<void> => {
    for (const row of piece.rows) {
      const pending = visit(row, bytesIn(index, piece, row));
      if (pending !== undefined) {
        await pending;
      }
      const pause = work.pause();
      if (pause !== undefined) {
        await pause;
      }
    }
  };
  await visitPieces(index, rows, signal, visitPiece, buffer);
}

/**
 * As {@link visitRecords}, but hands out whole pieces; what is between their records is part of them. Their bytes are
 * valid during the visit only, too: the next piece is read into the same `buffer`.
 */
export async function visitPieces(
  index: LogIndex,
  rows: Uint32Array,
  signal: AbortSignal,
  visit: (piece: Piece) => void | Promise<void>,
  buffer = new PieceBuffer(),
): Promise<void> {
  const work = new CooperativeTask(signal);
  for (const place of piecePlaces(index, rows, maxGap)) {
    await work.pause();
    await visit(await readPiece(index, place, signal, buffer.room(place.length)));
  }
}

/** Where a piece is in its source. Bytes. */
export interface PiecePlace {
  readonly rows: Uint32Array;
  readonly source: number;
  readonly start: number;
  readonly length: number;
}

/** The places of pieces that hold all rows, which must rise. Two rows with more than `gap` bytes in between are in two of them. */
export function* piecePlaces(index: LogIndex, rows: Uint32Array, gap: number): Generator<PiecePlace, void, undefined> {
  const { offset, byteLength } = index.table;
  for (let first = 0; first < rows.length;) {
    const source = index.sourceOf(rows[first]!);
    const start = offset.at(rows[first]!);
    let last = first;
    let end = start + byteLength.data[rows[first]!]!;
    while (last + 1 < rows.length && index.sourceOf(rows[last + 1]!) === source) {
      const row = rows[last + 1]!;
      const nextEnd = offset.at(row) + byteLength.data[row]!;
      if (nextEnd - start > readSize || offset.at(row) - end > gap) {
        break;
      }
      end = nextEnd;
      last++;
    }
    yield { rows: rows.subarray(first, last + 1), source, start, length: end - start };
    first = last + 1;
  }
}

/** Reads a piece, perhaps `into` an array with room for it. */
export async function readPiece(
  index: LogIndex,
  { rows, source, start, length }: PiecePlace,
  signal: AbortSignal,
  into?: Uint8Array,
): Promise<Piece> {
  return { rows, bytes: await readAgain(index.sources[source]!.source, start, length, signal, into), start };
}

/** The bytes of a row in its piece. */
export function bytesIn({ table }: LogIndex, { bytes, start }: Piece, row: number): Uint8Array {
  const from = table.offset.at(row) - start;
  return bytes.subarray(from, from + table.byteLength.data[row]!);
}
