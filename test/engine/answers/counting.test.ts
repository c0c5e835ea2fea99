import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultGroups } from '../../../src/core/record/results.ts';
import {
  addGroups,
  countGroups,
  countIds,
  countOnly,
  groupsFrom,
  IdCounts,
  noCounts,
  totalOf,
} from '../../../src/engine/answers/counting.ts';
import { blockRows, idReader } from '../../../src/engine/columns/blocks.ts';
import { groupsOfIds } from '../../../src/engine/columns/blockTimes.ts';
import { IdColumn, type IdArray } from '../../../src/engine/columns/column.ts';
import { RecordTable } from '../../../src/engine/columns/recordTable.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { appendRows } from '../appendRows.ts';

const work = new CooperativeTask(new AbortController().signal);

async function visited(counts: IdCounts): Promise<readonly (readonly [id: number, count: number])[]> {
  const found: (readonly [number, number])[] = [];
  await counts.forEach(work, (id, count) => found.push([id, count]));
  return found;
}

describe('counts of ids', () => {
  it('tell how many rows have an id, by group', () => {
    const counts = new IdCounts();
    counts.add(Uint8Array.of(3, 0, 3, 3, 9), Uint32Array.of(0, 1, 2, 2, 3), 4, 3);
    counts.add(Uint32Array.of(3), Uint32Array.of(3), 1, 3);
    expect([0, 1, 3, 9].map((id) => counts.of(id))).toEqual([1, 0, 4, 0]);
    expect(counts.groupsOf(3)).toEqual({ success: 1, clientError: 0, failure: 2, other: 1 });
  });

  it('tell the same of the ids of results, whose groups are known', () => {
    const counts = new IdCounts();
    const groupOf = Uint8Array.of(3, 0, 2);
    counts.addByResult(Uint8Array.of(5, 5, 6, 5), Uint16Array.of(1, 2, 0, 2), groupOf, 3, 6);
    expect([counts.groupsOf(5), counts.groupsOf(6)]).toEqual([
      { success: 1, clientError: 0, failure: 1, other: 0 },
      { success: 0, clientError: 0, failure: 0, other: 1 },
    ]);
  });

  it('visit the ids that occur from the least, however large these become', async () => {
    const ids = fc.array(fc.oneof(fc.nat({ max: 10 }), fc.constantFrom(63, 64, 65, 127, 128, 40_000)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(ids, { maxLength: 4 }), async (several) => {
        const counts = new IdCounts();
        for (const some of several) {
          counts.add(Uint32Array.from(some), new Uint32Array(some.length), some.length, Math.max(0, ...some));
        }
        const all = several.flat();
        const distinct = [...new Set(all)].toSorted((left, right) => left - right);
        expect(await visited(counts)).toEqual(distinct.map((id) => [id, all.filter((one) => one === id).length]));
      }),
    );
  });
});

/** A table of rows with these results. */
function tableOf(results: readonly (string | undefined)[]): RecordTable {
  const table = new RecordTable(3);
  appendRows(table, results, (fields, result) => {
    fields.result = result === undefined ? 0 : table.results.internText(result);
  });
  return table;
}

const several = ['Success', 'ClientError', 'Failed', 'Timeout', 'Unheard of', undefined];
const rowsOfLog = 2 * blockRows + 100;
const few = tableOf(Array.from({ length: rowsOfLog }, (_, row) => several[row % 6]));
const many = tableOf(Array.from({ length: rowsOfLog }, (_, row) => (row < 5000 ? `result ${row}` : several[row % 6])));

/** The group of a row, as a place in `resultGroups`. */
const groupInFew = (row: number): number => [0, 1, 2, 2, 3, 3][row % 6] ?? 3;
const groupInMany = (row: number): number => (row < 5000 ? 3 : groupInFew(row));

/** Every row, every third, and some of the last block: whole blocks, parts of them, and none. */
const chosen: readonly (readonly [name: string, isChosen: (row: number) => boolean])[] = [
  ['all', () => true],
  ['every third', (row) => row % 3 === 0],
  ['the last', (row) => row >= 2 * blockRows + 50],
  ['no', () => false],
];

function setOf(isChosen: (row: number) => boolean): RowSet {
  const words = emptyWords(rowsOfLog);
  for (let row = 0; row < rowsOfLog; row++) {
    words[row >>> 5]! |= Number(isChosen(row)) << (row & 31);
  }
  return new RowSet(words, rowsOfLog);
}

/** The ids of some rows and the four counts of each, counted row by row. */
function countedSlowly(isChosen: (row: number) => boolean, groupOf: (row: number) => number): ReadonlyMap<number, readonly number[]> {
  const counts = new Map<number, number[]>();
  for (let row = 0; row < rowsOfLog; row++) {
    if (isChosen(row)) {
      const known = counts.get(row % 7) ?? [0, 0, 0, 0];
      counts.set(
        row % 7,
        known.map((count, group) => count + Number(group === groupOf(row))),
      );
    }
  }
  return counts;
}

const idOf = (row: number): number => row % 7;
const narrow = new IdColumn();
Array.from({ length: rowsOfLog }, (_, row) => narrow.push(idOf(row)));
const read = idReader(narrow);
const parts: readonly (readonly [string, { readonly column?: { readonly data: IdArray } }])[] = [
  ['read', {}],
  ['in a column', { column: narrow }],
];

describe.each(parts)('ids of rows that are %s', (_, part) => {
  it.each(chosen)('are counted by the groups of results: %s rows', async (_name, isChosen) => {
    const ids = { read, size: () => 6, ...part };
    for (const [table, groupOf] of [
      [few, groupInFew],
      [many, groupInMany],
    ] as const) {
      const counts = await countIds(table, setOf(isChosen), ids, work);
      const found = (await visited(counts)).map(([id]) => [id, resultGroups.map((group) => counts.groupsOf(id)[group])] as const);
      expect(new Map(found)).toEqual(countedSlowly(isChosen, groupOf));
    }
  });

  it.each(chosen)('are counted alone: %s rows', async (_name, isChosen) => {
    const counts = await countOnly(setOf(isChosen), { read, size: () => 6, ...part }, work);
    const slow = countedSlowly(isChosen, () => 0);
    expect(new Map(await visited(counts))).toEqual(new Map([...slow].map(([id, [count]]) => [id, count])));
  });
});

it('there are more results than are decided beforehand', () => {
  expect([groupsOfIds(few)?.length, groupsOfIds(many)]).toEqual([6, undefined]);
});

it.each(chosen)('the groups of %s rows are counted', async (_name, isChosen) => {
  const rows = Array.from({ length: rowsOfLog }, (_, row) => row).filter(isChosen);
  const wanted = resultGroups.map((group, place) => [group, rows.filter((row) => groupInFew(row) === place).length]);
  expect(await countGroups(few, setOf(isChosen), work)).toEqual(Object.fromEntries(wanted));
});

it('counts of groups are taken from four numbers, added and summed up', () => {
  const counts = groupsFrom([9, 1, 2, 3, 4], 1);
  expect(counts).toEqual({ success: 1, clientError: 2, failure: 3, other: 4 });
  const sum = noCounts();
  expect([sum, totalOf(sum)]).toEqual([{ success: 0, clientError: 0, failure: 0, other: 0 }, 0]);
  addGroups(sum, counts);
  addGroups(sum, counts);
  expect([sum, totalOf(sum), totalOf(noCounts())]).toEqual([{ success: 2, clientError: 4, failure: 6, other: 8 }, 20, 0]);
});
