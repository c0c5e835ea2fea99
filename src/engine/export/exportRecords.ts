import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { ExportForm } from './exportForm.ts';

/** Rows whose numbers are held at once. */
const rowsAtOnce = 64 * 1024;
/** Bytes that are handed over at once, unless a record or a group of them is longer. */
const pieceSize = 256 * 1024;

/** Which of the matching records, in file order. */
export interface Stretch {
  /** Position of the first, from 0. */
  readonly first: number;
  /** At most so many. */
  readonly limit: number;
}

/** Takes a piece of the file, and the number of records that are written by then. The next comes when what this gives is settled. */
export type TakePiece = (piece: Uint8Array<ArrayBuffer>, records: number) => Promise<void>;

/**
 * Writes matching records in a form, in file order, at the pace at which they are taken. Gives the number of records. Rejects when
 * the signal says so, and as `take` does.
 */
export async function exportRecords(
  index: LogIndex,
  rows: RowSet,
  { first, limit }: Stretch,
  form: ExportForm,
  signal: AbortSignal,
  take: TakePiece,
): Promise<number> {
  let records = 0;
  const pieces = new Pieces();
  pieces.add(form.begin());
  const end = Math.min(rows.count, first + limit);
  for (let at = first; at < end; at += rowsAtOnce) {
    await visitRecords(index, rows.slice(at, Math.min(end, at + rowsAtOnce)), signal, (row, bytes) => {
      records++;
      pieces.add(form.record(row, bytes));
      return pieces.size < pieceSize ? undefined : take(pieces.join(), records);
    });
  }
  pieces.add(form.end());
  if (pieces.size > 0) {
    signal.throwIfAborted();
    await take(pieces.join(), records);
  }
  return records;
}

/** Bytes that wait to be handed over together. */
class Pieces {
  private list: Uint8Array[] = [];
  size = 0;

  add(bytes: Uint8Array): void {
    if (bytes.length > 0) {
      this.list.push(bytes);
      this.size += bytes.length;
    }
  }

  /** All of them as one; none are left. */
  join(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const bytes of this.list) {
      whole.set(bytes, at);
      at += bytes.length;
    }
    this.list = [];
    this.size = 0;
    return whole;
  }
}
