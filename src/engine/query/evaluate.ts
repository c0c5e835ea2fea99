import type { LogIndex } from '../index/logIndex.ts';
import { PieceBuffer, visitPieces, visitRecords } from '../index/visitRecords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { blockRows, blockWords, wholeBlock } from '../columns/blocks.ts';
import type { Filter, OpenPart } from './compileFilter.ts';
import type { RowBits } from './rowBits.ts';
import { emptyWords, RowSet } from './rowSet.ts';
import type { SearchProgress } from './searchProgress.ts';
import { searchPiece } from './textSearch.ts';
import { valuesOfRow } from './valuesOfRow.ts';

/** Rows whose records are looked at before the next ones are: some 25 MB of usual records, a fraction of a second. */
const rowsAtOnce = 4 * blockRows;

/** What columns, and what is known of open terms, say of the rows of a snapshot. */
export interface Decided {
  /** The rows that match. */
  readonly certain: Uint32Array;
  /** The rows whose records must be looked at. */
  readonly open: RowSet;
}

/**
 * Finds the rows of a snapshot that match. Columns come first; where they leave rows open, the records of these rows
 * are looked at in file order, and then columns are asked once more. `before` is what the same filter found in fewer rows.
 *
 * `progress` is kept up to date. Whoever wants to know what was found so far asks {@link decide}.
 */
export async function evaluate(
  index: LogIndex,
  filter: Pick<Filter, 'test' | 'open'> & Partial<Pick<Filter, 'slow'>>,
  before: RowSet | undefined,
  work: CooperativeTask,
  progress?: SearchProgress,
): Promise<RowSet> {
  const { rows } = index;
  const { certain, open } = await decide(index, filter, before, work);
  const buffer = new PieceBuffer();
  progress?.begin(open.count);
  for (let place = 0; place < open.count;) {
    const first = open.at(place);
    const end = first - (first % blockRows) + rowsAtOnce;
    const sought = rowsBefore(open.slice(place, place + rowsAtOnce), end);
    for (const part of filter.open) {
      await settle(index, part, sought, work, buffer);
    }
    for (let start = first - (first % blockRows); start < Math.min(end, rows); start += blockRows) {
      certain.set(filter.test(wholeBlock(start, rows)).certain, start >>> 5);
    }
    place += sought.length;
    progress?.advance(sought.length);
  }
  // Rows that were decided before stay as they were: what is known of single terms may be forgotten by now.
  keepFirst(certain, before?.wordsFor(rows) ?? certain, knownRows(index, before));
  return new RowSet(certain, rows);
}

/** Asks columns, and what is known of open terms, without looking at a record. */
export async function decide(
  index: LogIndex,
  { test, slow = [] }: Pick<Filter, 'test'> & Partial<Pick<Filter, 'slow'>>,
  before: RowSet | undefined,
  work: CooperativeTask,
): Promise<Decided> {
  const { rows } = index;
  const known = knownRows(index, before);
  const old = before?.wordsFor(rows) ?? emptyWords(rows);
  const certain = old.slice();
  const possible = emptyWords(rows);
  for (let start = known - (known % blockRows); start < rows; start += blockRows) {
    const block = wholeBlock(start, rows);
    let bits = test(block);
    if (slow.length > 0 && hasOpen(bits)) {
      for (const { meet } of slow) {
        await meet(block, work);
      }
      bits = test(block);
    }
    certain.set(bits.certain, start >>> 5);
    for (let word = 0; word < blockWords; word++) {
      possible[(start >>> 5) + word] = bits.possible[word]! & ~bits.certain[word]!;
    }
    const pause = work.pause();
    if (pause !== undefined) {
      await pause;
    }
  }
  keepFirst(possible, emptyWords(rows), known);
  keepFirst(certain, old, known);
  return { certain, open: new RowSet(possible, rows) };
}

function hasOpen({ certain, possible }: RowBits): boolean {
  return certain !== possible && possible.some((word, place) => (word & ~certain[place]!) !== 0);
}

function knownRows({ rows }: LogIndex, before: RowSet | undefined): number {
  return Math.min(before?.total ?? 0, rows);
}

/** Sets the first rows to what they are in other words. */
function keepFirst(words: Uint32Array, from: Uint32Array, rows: number): void {
  const whole = rows >>> 5;
  words.set(from.subarray(0, whole));
  if (rows % 32 !== 0) {
    const mask = 2 ** (rows % 32) - 1;
    words[whole] = (words[whole]! & ~mask) | (from[whole]! & mask);
  }
}

/** The first of some rising rows, up to `end`. */
function rowsBefore(rows: Uint32Array, end: number): Uint32Array {
  let count = rows.length;
  while (count > 0 && rows[count - 1]! >= end) {
    count--;
  }
  return rows.subarray(0, count);
}

/** Decides an open term for every doubtful row, by the records where columns do not say enough. */
async function settle(index: LogIndex, part: OpenPart, doubtful: Uint32Array, work: CooperativeTask, buffer: PieceBuffer): Promise<void> {
  const left = await search(index, part, rowsLeftOpen(part, doubtful, index.rows), work.signal, buffer);
  const look = (row: number, bytes: Uint8Array): void => part.term.note(row, part.matches(valuesOfRow(index, row, bytes)));
  await visitRecords(index, left, work.signal, look, buffer);
}

/** Those of some rising rows of which columns do not decide a term. */
function rowsLeftOpen({ test }: OpenPart, doubtful: Uint32Array, rows: number): Uint32Array {
  let start = -1;
  let bits = test(wholeBlock(0, rows));
  return doubtful.filter((row) => {
    const place = row % blockRows;
    if (row - place !== start) {
      start = row - place;
      bits = test(wholeBlock(start, rows));
    }
    return (((bits.possible[place >>> 5]! & ~bits.certain[place >>> 5]!) >>> (place & 31)) & 1) === 1;
  });
}

/** Searches the source's bytes, where that helps. Hands back the rows whose records must be decoded all the same. */
async function search(
  index: LogIndex,
  { term, needle, mention }: OpenPart,
  rows: Uint32Array,
  signal: AbortSignal,
  buffer: PieceBuffer,
): Promise<Uint32Array> {
  const sought = needle ?? mention?.needle;
  if (sought === undefined) {
    return rows;
  }
  const left: number[] = [];
  const note = (row: number, holds: boolean | undefined): void => {
    if (holds === undefined || (holds && mention !== undefined)) {
      left.push(row);
    } else {
      term.note(row, mention === undefined ? holds : mention.matchesWithout);
    }
  };
  await visitPieces(index, rows, signal, (piece) => searchPiece(sought, index.table, piece, note), buffer);
  return Uint32Array.from(left);
}
