import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRows } from '../../../src/engine/columns/blocks.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import type { Filter, OpenPart } from '../../../src/engine/query/compileFilter.ts';
import { DeferredTerm } from '../../../src/engine/query/deferredTerm.ts';
import { decide, evaluate } from '../../../src/engine/query/evaluate.ts';
import { all, any, decided, negate, undecided, type BlockPredicate } from '../../../src/engine/query/rowBits.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { SearchProgress } from '../../../src/engine/query/searchProgress.ts';
import type { TextNeedle } from '../../../src/engine/query/textSearch.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';
import { runs } from '../../runs.ts';

const rows = 5 * blockRows + 100;
/** Number 7 in every tenth record; of the others, every second mentions the key. */
const valueOf = (row: number): number | undefined => (row % 10 === 0 ? 7 : row % 2 === 0 ? 1 : undefined);
const log = await readIndex(Array.from({ length: rows }, (_, row) => JSON.stringify({ operationName: 'x', n: valueOf(row) })).join('\n'));

const work = (): CooperativeTask => new CooperativeTask(new AbortController().signal);
const listed = (set: RowSet): readonly number[] => Array.from(set.slice(0, set.count));
const rowsThat = (holds: (row: number) => boolean, end = rows): readonly number[] =>
  Array.from({ length: end }, (_, row) => row).filter(holds);

function setOf(chosen: readonly number[], total: number): RowSet {
  const words = emptyWords(total);
  chosen.forEach((row) => (words[row >>> 5]! |= 1 << (row & 31)));
  return new RowSet(words, total);
}

/** What columns say for certain. */
function columns(holds: (row: number) => boolean): BlockPredicate {
  return ({ start }) => {
    const bits = new Uint32Array(blockRows / 32);
    for (let place = 0; place < blockRows; place++) {
      bits[place >>> 5]! |= Number(holds(start + place)) << (place & 31);
    }
    return decided(bits);
  };
}

/** An open term for the records whose number is 7, which notes the rows of the records that are decoded. */
function sevens(mention?: OpenPart['mention']): { readonly part: OpenPart; readonly decoded: number[] } {
  const term = new DeferredTerm();
  const decoded: number[] = [];
  const part: OpenPart = {
    term,
    test: term.settle(() => undecided),
    matches: (record) => {
      decoded.push(Number(record.values({ kind: 'named', name: 'record' })[0]));
      return record.values({ kind: 'key', name: 'n' }).includes('7');
    },
    needle: undefined,
    mention,
  };
  return { part, decoded };
}

describe('the rows that match', () => {
  it('are those of columns alone where these decide all', async () => {
    const holds = (row: number): boolean => row % 3 === 0;
    expect(listed(await evaluate(log, { test: columns(holds), open: [] }, undefined, work()))).toEqual(rowsThat(holds));
  });

  it('are found in the records that columns leave open, each decoded once and in file order', async () => {
    const { part, decoded } = sevens();
    const isLeft = (row: number): boolean => row % 4 === 0;
    const filter = { test: all([columns(isLeft), part.test]), open: [part] };
    const progress = new SearchProgress();
    const found = await evaluate(log, filter, undefined, work(), progress);
    expect(listed(found)).toEqual(rowsThat((row) => row % 20 === 0));
    expect(found.total).toBe(rows);
    expect(decoded).toEqual(rowsThat(isLeft));
    expect(progress).toMatchObject({ left: 0, total: decoded.length });
    // What was found out stays known.
    await evaluate(log, filter, undefined, work(), progress);
    expect(decoded).toHaveLength(rowsThat(isLeft).length);
  });

  it('are the others where the term is negated', async () => {
    const { part } = sevens();
    const found = await evaluate(log, { test: negate(part.test), open: [part] }, undefined, work());
    expect(listed(found)).toEqual(rowsThat((row) => row % 10 !== 0));
  });

  it.each([false, true])(
    'are looked for only in records that mention the key; whether others match is known: %s',
    async (matchesWithout) => {
      const needle: TextNeedle = { bytes: '"n"', ignoresCase: false, otherSpellings: undefined, resolvesEscapes: false };
      const { part, decoded } = sevens({ needle, matchesWithout });
      const found = await evaluate(log, { test: part.test, open: [part] }, undefined, work());
      expect(listed(found)).toEqual(rowsThat((row) => (row % 2 === 0 ? row % 10 === 0 : matchesWithout)));
      expect(decoded).toEqual(rowsThat((row) => row % 2 === 0));
    },
  );

  it('are not decoded at all where bytes show whether the text is there', async () => {
    const needle: TextNeedle = { bytes: '"n":7', ignoresCase: false, otherSpellings: undefined, resolvesEscapes: false };
    const { part, decoded } = sevens();
    const found = await evaluate(log, { test: part.test, open: [{ ...part, needle }] }, undefined, work());
    expect(listed(found)).toEqual(rowsThat((row) => row % 10 === 0));
    expect(decoded).toEqual([]);
  });

  it('are those of both terms where a filter has two', async () => {
    const [first, second] = [sevens(), sevens()];
    const matches: OpenPart['matches'] = (record) => record.values({ kind: 'key', name: 'n' }).includes('1');
    const filter = { test: any([first.part.test, second.part.test]), open: [first.part, { ...second.part, matches }] };
    expect(listed(await evaluate(log, filter, undefined, work()))).toEqual(rowsThat((row) => row % 2 === 0));
  });
});

describe('what was found in fewer rows', () => {
  it('is kept as it was, wherever these end', async () => {
    const even = (row: number): boolean => row % 2 === 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(0, 1, 32, blockRows, blockRows + 32, rows, rows + 40), fc.nat({ max: rows })),
        async (total) => {
          // Another answer than the filter would give by now.
          const before = setOf(
            rowsThat((row) => row % 3 === 0, total),
            total,
          );
          const found = await evaluate(log, { test: columns(even), open: [] }, before, work());
          expect(listed(found)).toEqual(rowsThat((row) => (row < total ? row % 3 === 0 : even(row))));
        },
      ),
      { numRuns: runs(25) },
    );
  });

  it('spares the records of these rows', async () => {
    const { part, decoded } = sevens();
    // One of them in a block that is gone through again.
    const before = setOf([5, blockRows + 1], blockRows + 50);
    const found = await evaluate(log, { test: part.test, open: [part] }, before, work());
    expect(decoded).toEqual(rowsThat((row) => row >= blockRows + 50));
    expect(listed(found)).toEqual([5, blockRows + 1, ...rowsThat((row) => row >= blockRows + 50 && row % 10 === 0)]);
  });
});

describe('deciding by columns', () => {
  it('tells certain and open rows apart, and looks at no record', async () => {
    const { part, decoded } = sevens();
    [10, 20, 21].forEach((row) => part.term.note(row, row !== 21));
    const filter: Pick<Filter, 'test'> = { test: all([columns((row) => row < 40), part.test]) };
    const { certain, open } = await decide(log, filter, undefined, work());
    expect(listed(new RowSet(certain, rows))).toEqual([10, 20]);
    expect(listed(open)).toEqual(rowsThat((row) => row < 40 && ![10, 20, 21].includes(row)));
    expect(decoded).toEqual([]);
  });

  it('begins with what was found in fewer rows', async () => {
    const { certain, open } = await decide(log, { test: columns((row) => row === 39 || row === 45) }, setOf([3, 38], 40), work());
    expect([listed(new RowSet(certain, rows)), open.count]).toEqual([[3, 38, 45], 0]);
  });

  it('goes no farther than the snapshot', async () => {
    const pinned: LogIndex = log.pinned(50);
    const { open } = await decide(pinned, { test: () => undecided }, setOf([], 10), work());
    expect([open.total, listed(open)]).toEqual([50, rowsThat((row) => row >= 10, 50)]);
    expect(listed(await evaluate(pinned, { test: columns(() => true), open: [] }, undefined, work()))).toEqual(rowsThat(() => true, 50));
  });
});

it('a search that nobody wants any more ends, and what it has found out stays known', async () => {
  const { part, decoded } = sevens();
  const controller = new AbortController();
  const matches: OpenPart['matches'] = (record) => {
    if (decoded.length === 100) {
      controller.abort();
    }
    return part.matches(record);
  };
  const filter = { test: part.test, open: [{ ...part, matches }] };
  await expect(evaluate(log, filter, undefined, new CooperativeTask(controller.signal))).rejects.toThrow('abort');
  expect(decoded).toHaveLength(101);
  const found = await evaluate(log, filter, undefined, work());
  expect(listed(found)).toEqual(rowsThat((row) => row % 10 === 0));
  expect(decoded).toEqual(rowsThat(() => true));
});
