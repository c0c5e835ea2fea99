import { describe, expect, it } from 'vitest';
import {
  asExcerptChoice,
  bySource,
  chosenRecords,
  clampedRuns,
  countOf,
  type ExcerptChoice,
  excerptData,
  firstRecords,
  maxExcerptRecords,
  surroundingRecords,
} from '../../../src/host/base/excerptChoice.ts';

const ref = (index: number, source = 0) => ({ source, index });
const runsOf = (choice: ExcerptChoice) => (choice.kind === 'records' ? choice.runs : undefined);

describe('the records of an excerpt', () => {
  it('that follow each other in their source are one run, and stay in their order', () => {
    const refs = [ref(4), ref(5), ref(6), ref(2), ref(1), ref(7, 1), ref(8, 1), ref(9)];
    const choice = chosenRecords(refs);
    expect(runsOf(choice)).toEqual([
      [0, 4, 6],
      [0, 2, 2],
      [0, 1, 1],
      [1, 7, 8],
      [0, 9, 9],
    ]);
    expect(firstRecords(runsOf(choice)!)).toEqual(refs);
  });

  it('around one begin with the first of its source, and end with the last', () => {
    const sources = [{ records: 38 }, { records: 0 }, { records: 100 }];
    expect(surroundingRecords(ref(3, 2), 10, sources)).toEqual({ kind: 'records', runs: [[2, 0, 13]], total: 14 });
    expect(surroundingRecords(ref(30), 10, sources)).toEqual({ kind: 'records', runs: [[0, 20, 37]], total: 18 });
  });

  it('are no more than it shows, and no more than there are', () => {
    const runs = [
      [0, 5, 8000],
      [1, 0, 4],
      [7, 0, 3],
    ] as const;
    expect(clampedRuns(runs, [{ records: 100 }, { records: 3 }])).toEqual([
      [0, 5, 99],
      [1, 0, 2],
    ]);
    expect(countOf(runs)).toBe(7996 + 5 + 4);
    expect(firstRecords(runs)).toHaveLength(maxExcerptRecords);
  });

  it('are parted by their sources', () => {
    expect(bySource([ref(1), ref(5, 1), ref(0)])).toEqual([
      { source: 0, records: [1, 0] },
      { source: 1, records: [5] },
    ]);
  });

  it.each<ExcerptChoice>([
    { kind: 'filter', query: 'result:fail* "a b"', order: 'newest' },
    { kind: 'filter', query: '', order: { field: 'seq', descending: true } },
    { kind: 'records', runs: [[0, 1, 2]], total: 2 },
  ])('are read as they were written: %j', (choice) => {
    expect(asExcerptChoice(JSON.parse(JSON.stringify(excerptData(choice))))).toEqual(choice);
  });

  it.each([
    undefined,
    null,
    [],
    {},
    { query: 'a' },
    { query: 'a', order: 'random' },
    { records: [], total: 0 },
    { records: [[0, 1]], total: 1 },
    { records: [[0, -1, 2]], total: 1 },
    { records: [[0, 1, 2.5]], total: 1 },
    { records: [[0, 1, 2]] },
    { records: Array.from({ length: 1001 }, () => [0, 1, 2]), total: 1001 },
  ])('are not taken from what says none: %j', (data) => {
    expect(asExcerptChoice(data)).toBeUndefined();
  });
});
