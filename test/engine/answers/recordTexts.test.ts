import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

/** A record that is written over several lines. */
const spread = (number: number, time: string) => `{\n  "operationName": "Set",\r\n\t"env_seqNum": ${number},\n  "env_time": "${time}"\n}`;
const compact = (number: number, time: string) => `{"operationName": "Set","env_seqNum": ${number},"env_time": "${time}"}`;
const times = ['2020-11-23T03:00:00Z', '2020-11-23T01:00:00Z', '2020-11-23T02:00:00Z'];
const log = times.map((time, number) => spread(number, time)).join('\n');

describe('the texts of records', () => {
  it.each([
    ['file', 0, 3, [0, 1, 2]],
    ['oldest', 0, 3, [1, 2, 0]],
    ['newest', 1, 1, [2]],
    ['newest', 2, 1000, [1]],
    ['file', 3, 10, []],
  ] as const)('are on one line each, in the order %s from %i on', async (order, at, count, numbers) => {
    const { request, session, last } = await openLog(log);
    expect(await request('recordTexts', { query: '', order, at, count })).toEqual({
      snapshot: last.snapshot,
      matching: 3,
      texts: numbers.map((number) => compact(number, times[number]!)),
    });
    await session.close();
  });

  it('are those that a filter finds, in the order of a field', async () => {
    const { request, session } = await openLog(log);
    const order = { field: 'seq', descending: true };
    const { texts, matching } = await request('recordTexts', { query: 'seq>0', order, at: 0, count: 10 });
    expect([texts, matching]).toEqual([[compact(2, times[2]!), compact(1, times[1]!)], 2]);
    await session.close();
  });

  it('are fewer than asked for where they are long, but one at least', async () => {
    const long = (length: number) => JSON.stringify({ operationName: 'Set', env_time: times[0], filling: 'x'.repeat(length) });
    const records = [long(5_000_000), long(2_000_000), long(2_000_000), long(2_000_000)];
    const { request, session } = await openLog(records.join('\n'));
    const texts = async (at: number) => (await request('recordTexts', { query: '', order: 'file', at, count: 10 })).texts;
    expect(await texts(0)).toEqual([records[0]]);
    expect(await texts(1)).toEqual([records[1], records[2]]);
    expect(await texts(3)).toEqual([records[3]]);
    await session.close();
  });

  it('are refused for a filter that is wrong', async () => {
    const { session } = await openLog(log);
    const outcome = await session.request('recordTexts', { query: 'seq>', order: 'file', at: 0, count: 1 }, new AbortController().signal);
    expect(outcome.status).toBe('error');
    await session.close();
  });
});
