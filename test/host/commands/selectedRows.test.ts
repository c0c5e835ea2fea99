import { expect, test } from 'vitest';
import { selectedRows } from '../../../src/host/commands/selectedRows.ts';
import type { ListRows } from '../../../src/protocol/viewMessages.ts';
import { openLog } from '../../engine/openLog.ts';

const records = Array.from(
  { length: 20 },
  (_, index) => `{"operationName":"Set","env_seqNum":${index},"env_time":"2020-11-23T01:00:${10 + index}Z"}\n`,
);
const { signal } = new AbortController();

test('rows of a list are the records at their positions, at most so many, with the number of all', async () => {
  const { session, last } = await openLog(records.join(''));
  const rows: ListRows = {
    query: 'seq>4',
    order: 'newest',
    ranges: [
      [0, 2],
      [5, 9],
    ],
    reading: 1,
    snapshot: last.snapshot,
    matching: 15,
    unsorted: 0,
  };
  const numbers = async (limit: number) => {
    const found = await selectedRows(session, rows, limit, signal);
    return [found?.total, found?.refs.map(({ index }) => index)];
  };
  expect(await numbers(100)).toEqual([6, [19, 18, 14, 13, 12, 11]]);
  expect(await numbers(3)).toEqual([6, [19, 18, 14]]);
  await session.close();
});

test('rows of a list that is another one now are none', async () => {
  const { session, last } = await openLog(records.join(''));
  const rows: ListRows = { query: '', order: 'file', ranges: [[3, 5]], reading: 1, snapshot: last.snapshot, matching: 20, unsorted: 0 };
  expect((await selectedRows(session, rows, 10, signal))?.refs).toHaveLength(2);
  expect(await selectedRows(session, { ...rows, snapshot: last.snapshot + 1 }, 10, signal)).toBeUndefined();
  expect(await selectedRows(session, { ...rows, matching: 19 }, 10, signal)).toBeUndefined();
  // A list that lasts may have grown.
  expect((await selectedRows(session, { ...rows, snapshot: null, matching: 19 }, 10, signal))?.refs).toHaveLength(2);
  expect(await selectedRows(session, { ...rows, ranges: [[19, 25]] }, 10, signal)).toBeUndefined();
  await session.close();
});
