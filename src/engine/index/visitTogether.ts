import type { LogIndex } from './logIndex.ts';
import { bytesIn, type PiecePlace, piecePlaces, readPiece } from './visitRecords.ts';

/** Bytes that are read at the same time, unless one record is longer. */
const maxBytes = 8 * 1024 * 1024;
/** Bytes between two records that take less time to read than to ask for the second one by itself. */
const maxGap = 16 * 1024;

/**
 * Visits the bytes of a few records, in file order. They are read at the same time, as far as there is room: read one after the other,
 * each of them would wait for the turn of whatever else is computed meanwhile. `rows` must rise.
 */
export async function visitTogether(
  index: LogIndex,
  rows: Uint32Array,
  signal: AbortSignal,
  visit: (row: number, bytes: Uint8Array) => void,
): Promise<void> {
  for (const places of batches(piecePlaces(index, rows, maxGap))) {
    for (const piece of await Promise.all(places.map((place) => readPiece(index, place, signal)))) {
      signal.throwIfAborted();
      piece.rows.forEach((row) => visit(row, bytesIn(index, piece, row)));
    }
  }
}

function* batches(places: Iterable<PiecePlace>): Generator<readonly PiecePlace[], void, undefined> {
  let batch: PiecePlace[] = [];
  let bytes = 0;
  for (const place of places) {
    if (batch.length > 0 && bytes + place.length > maxBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(place);
    bytes += place.length;
  }
  yield batch;
}
