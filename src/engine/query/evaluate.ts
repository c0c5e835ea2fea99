import type { LogIndex } from '../index/logIndex.ts';
import { visitPieces, visitRecords } from '../index/recordTexts.ts';
import type { LongWork } from '../longWork.ts';
import { blockRows, blockWords, wholeBlock } from './blocks.ts';
import type { Filter, OpenPart } from './compileFilter.ts';
import { emptyWords, RowSet } from './rowSet.ts';
import { searchPiece } from './textSearch.ts';
import { valuesOfRow } from './valuesOfRow.ts';

/**
 * Finds the rows of a snapshot that match. Columns come first; where they leave rows open, the records of these rows
 * are looked at, and then columns are asked once more. `before` is what the same filter found in fewer rows.
 */
export async function evaluate(
  index: LogIndex,
  { test, open }: Pick<Filter, 'test' | 'open'>,
  before: RowSet | undefined,
  work: LongWork,
): Promise<RowSet> {
  const { rows } = index;
  const known = Math.min(before?.total ?? 0, rows);
  const old = before?.wordsFor(rows) ?? emptyWords(rows);
  const certain = old.slice();
  const possible = emptyWords(rows);
  for (let start = known - (known % blockRows); start < rows; start += blockRows) {
    const bits = test(wholeBlock(start, rows));
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
  const doubtful = new RowSet(possible, rows);
  if (doubtful.count > 0) {
    for (const part of open) {
      await settle(index, part, doubtful, work);
    }
    await doubtful.visitBlocks(work, ({ start }) => {
      certain.set(test(wholeBlock(start, rows)).certain, start >>> 5);
    });
  }
  // Rows that were decided before stay as they were: what is known of single terms may be forgotten by now.
  keepFirst(certain, old, known);
  return new RowSet(certain, rows);
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

/** Decides an open term for every doubtful row, by the records where columns do not say enough. */
async function settle(index: LogIndex, part: OpenPart, doubtful: RowSet, work: LongWork): Promise<void> {
  const open = emptyWords(index.rows);
  await doubtful.visitBlocks(work, ({ start }) => {
    const { certain, possible } = part.test(wholeBlock(start, index.rows));
    for (let word = 0; word < blockWords; word++) {
      open[(start >>> 5) + word] = possible[word]! & ~certain[word]!;
    }
  });
  const rows = doubtful.and(new RowSet(open, index.rows));
  const left = await search(index, part, rows, work.signal);
  await visitRecords(index, left, work.signal, (row, bytes) => part.term.note(row, part.matches(valuesOfRow(index, row, bytes))));
}

/** Searches the source's bytes, where that helps. Hands back the rows whose records must be decoded all the same. */
async function search(index: LogIndex, { term, needle, mention }: OpenPart, rows: RowSet, signal: AbortSignal): Promise<Uint32Array> {
  const sought = needle ?? mention?.needle;
  if (sought === undefined) {
    return rows.slice(0, rows.count);
  }
  const left: number[] = [];
  await visitPieces(index, rows.slice(0, rows.count), signal, (piece) =>
    searchPiece(sought, index.table, piece, (row, holds) => {
      if (holds === undefined || (holds && mention !== undefined)) {
        left.push(row);
      } else {
        term.note(row, mention === undefined ? holds : mention.matchesWithout);
      }
    }),
  );
  return Uint32Array.from(left);
}
