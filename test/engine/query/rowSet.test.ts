import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { blockRows, rowAt } from '../../../src/engine/columns/blocks.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;

/** Rows of a log of some blocks: single ones, and stretches that fill words and blocks. */
const rows = fc
  .record({
    total: fc.integer({ min: 0, max: 3 * blockRows + 5 }),
    stretches: fc.array(fc.tuple(fc.nat(3 * blockRows), fc.constantFrom(1, 1, 31, 32, 33, blockRows, 2 * blockRows)), { maxLength: 6 }),
  })
  .map(({ total, stretches }) => {
    const chosen = stretches.flatMap(([start, length]) => Array.from({ length }, (_, index) => start + index));
    return { total, rows: [...new Set(chosen)].filter((row) => row < total).sort((left, right) => left - right) };
  });

function setOf(total: number, chosen: readonly number[]): RowSet {
  const words = emptyWords(total);
  chosen.forEach((row) => (words[row >>> 5]! |= 1 << (row & 31)));
  return new RowSet(words, total);
}

async function rowsOf(set: RowSet): Promise<readonly number[]> {
  const found: number[] = [];
  await set.visitBlocks(new CooperativeTask(never), (block) => {
    for (let index = 0; index < block.count; index++) {
      found.push(rowAt(block, index));
    }
  });
  return found;
}

describe('a set of rows', () => {
  it('is what a list of them is', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.nat(), async ({ total, rows: chosen }, some, other) => {
        const set = setOf(total, chosen);
        expect(set.count).toBe(chosen.length);
        expect(await rowsOf(set)).toEqual(chosen);
        expect(Array.from(set.slice(0, total))).toEqual(chosen);
        expect(chosen.map(set.placeReader())).toEqual(chosen.map((_, place) => place));
        const row = some % (total + 1);
        expect({ has: set.has(row), place: set.placeOf(row) }).toEqual({ has: chosen.includes(row), place: chosen.indexOf(row) });
        if (chosen.length > 0) {
          const place = other % chosen.length;
          expect(set.at(place)).toBe(chosen[place]);
          expect(Array.from(set.slice(place, place + 40))).toEqual(chosen.slice(place, place + 40));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('is combined with another', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (left, right) => {
        const others = right.rows.filter((row) => row < left.total);
        const set = setOf(left.total, left.rows);
        const other = setOf(left.total, others);
        expect(await rowsOf(set.and(other))).toEqual(left.rows.filter((row) => others.includes(row)));
        expect(await rowsOf(set.without(other))).toEqual(left.rows.filter((row) => !others.includes(row)));
      }),
      { numRuns: runs(30) },
    );
  });

  it('forgets what is behind its end', () => {
    const words = emptyWords(40).fill(0xffff_ffff);
    expect(new RowSet(words, 40).count).toBe(40);
    expect(RowSet.all(0).count).toBe(0);
  });

  it('is left when nobody wants the answer any more', async () => {
    const controller = new AbortController();
    // Somebody else, who can say so only when it is their turn.
    setImmediate(() => controller.abort());
    let visited = 0;
    // Each block takes a millisecond.
    const work = new CooperativeTask(controller.signal, undefined, () => visited);
    const visiting = RowSet.all(1000 * blockRows).visitBlocks(work, () => visited++);
    await expect(visiting).rejects.toThrow('aborted');
    // As many as there are in a turn.
    expect(visited).toBe(10);
  });
});
