import { describe, expect, it } from 'vitest';
import { inventedLog } from '../../webview/double/inventedRecords.ts';
import { openLog } from '../openLog.ts';

const records = inventedLog(298);
const log = records.map((record) => JSON.stringify(record)).join('\n');

describe('the marks of rows', () => {
  it.each(['file', 'oldest', 'newest', { field: 'caller', descending: true }] as const)(
    'say what the rows say, in the order %j',
    async (order) => {
      const { request, session, last } = await openLog(log);
      for (const [at, count] of [
        [0, 1000],
        [40, 7],
        [299, 10],
        [300, 10],
      ] as const) {
        for (const query of ['', 'resultGroup:failure']) {
          const { rows, matching } = await request('page', { query, order, from: { at }, count });
          const marks = await request('rowMarks', { query, order, at, count });
          expect(marks).toEqual({
            snapshot: last.snapshot,
            at,
            matching,
            marks: rows.map(({ ref, time, group }) => ({
              ref,
              group,
              time: time && { ticks: time.ticks, text: expect.any(String) as string },
            })),
          });
        }
      }
      await session.close();
    },
  );

  it('have the moment for a time', async () => {
    const { request, session } = await openLog(
      '{"operationName":"Set","env_time":"2020-11-23T03:00:00+01:00"}\n{"operationName":"Set","env_time":"never"}',
    );
    const { marks } = await request('rowMarks', { query: '', order: 'file', at: 0, count: 10 });
    expect(marks.map(({ time }) => time?.text)).toEqual(['2020-11-23T02:00:00.0000000Z', undefined]);
    await session.close();
  });
});
