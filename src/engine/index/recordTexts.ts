import { LongWork } from '../longWork.ts';
import { readAgain } from './readAgain.ts';
import type { LogIndex } from './logIndex.ts';

const readSize = 1024 * 1024;

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
): Promise<void> {
  const { offset, byteLength } = index.table;
  const work = new LongWork(signal);
  await visitPieces(index, rows, signal, async (piece) => {
    for (const row of piece.rows) {
      const from = offset.at(row) - piece.start;
      const pending = visit(row, piece.bytes.subarray(from, from + byteLength.data[row]!));
      if (pending !== undefined) {
        await pending;
      }
      const pause = work.pause();
      if (pause !== undefined) {
        await pause;
      }
    }
  });
}

/** As {@link visitRecords}, but hands out whole pieces; what stands between their records is part of them. */
export async function visitPieces(
  index: LogIndex,
  rows: Uint32Array,
  signal: AbortSignal,
  visit: (piece: Piece) => void | Promise<void>,
): Promise<void> {
  const { offset, byteLength } = index.table;
  const work = new LongWork(signal);
  for (let first = 0; first < rows.length;) {
    await work.pause();
    const source = index.sourceOf(rows[first]!);
    const start = offset.at(rows[first]!);
    let last = first;
    let end = start + byteLength.data[rows[first]!]!;
    while (last + 1 < rows.length && index.sourceOf(rows[last + 1]!) === source) {
      const row = rows[last + 1]!;
      const nextEnd = offset.at(row) + byteLength.data[row]!;
      if (nextEnd - start > readSize) {
        break;
      }
      end = nextEnd;
      last++;
    }
    const bytes = await readAgain(index.sources[source]!.source, start, end - start, signal);
    await visit({ rows: rows.subarray(first, last + 1), bytes, start });
    first = last + 1;
  }
}
