import { describe, expect, it } from 'vitest';
import { say } from '../../../src/protocol/say.ts';
import { openLog } from '../openLog.ts';

/** A record that is written over several lines, with a character of two units. */
const spread = (number: number, time: string) => `{\n  "operationName": "Set 😀",\r\n\t"env_seqNum": ${number}, "env_time": "${time}"\n}`;
const times = ['2020-11-23T03:00:00Z', '2020-11-23T01:00:00Z', '2020-11-23T02:00:00Z'];
const records = times.map((time, number) => spread(number, time));
/** The second begins in the middle of a line. */
const log = `${records[0]}\n  ${records[1]}\n${records[2]}\n`;

const numbers = (written: readonly { readonly ref: { readonly index: number } }[]) => written.map(({ ref }) => ref.index);

describe('records as they are written', () => {
  it('have the text of the source and its place', async () => {
    const { request, session, last } = await openLog(log);
    const { records: written, ...size } = await request('writtenRecords', { query: '', order: 'file', at: 0, count: 10 });
    expect(size).toEqual({ snapshot: last.snapshot, matching: 3 });
    expect(written.map(({ text, cut, line, time, range }) => ({ text, cut, line, time: time?.text, range }))).toEqual([
      { text: records[0], cut: false, line: 1, time: times[0], range: { startLine: 0, startColumn: 0, endLine: 3, endColumn: 1 } },
      { text: records[1], cut: false, line: 5, time: times[1], range: { startLine: 4, startColumn: 2, endLine: 7, endColumn: 1 } },
      { text: records[2], cut: false, line: 9, time: times[2], range: { startLine: 8, startColumn: 0, endLine: 11, endColumn: 1 } },
    ]);
    expect(say(written[0]!.sentence)).toContain('Set 😀');
    await session.close();
  });

  it.each([
    ['oldest', 0, 10, [1, 2, 0]],
    ['newest', 1, 1, [2]],
    [{ field: 'seq', descending: true }, 0, 2, [2, 1]],
    ['file', 3, 10, []],
  ] as const)('are those of a result in the order %j from %i on', async (order, at, count, expected) => {
    const { request, session } = await openLog(log);
    const { records: written, matching } = await request('writtenRecords', { query: '', order, at, count });
    expect([numbers(written), matching]).toEqual([expected, 3]);
    await session.close();
  });

  it('are those that are named, in their order, of all sources, as far as there are any', async () => {
    const { request, session } = await openLog(log, log);
    const refs = [
      { source: 1, index: 2 },
      { source: 0, index: 7 },
      { source: 0, index: 1 },
      { source: 1, index: 2 },
      { source: 5, index: 0 },
    ];
    const { records: written, matching } = await request('writtenRecords', { refs });
    expect([written.map(({ ref }) => ref), matching]).toEqual([[refs[0], refs[2], refs[3]], 3]);
    await session.close();
  });

  it('are cut where they are very long, with the place of all of it', async () => {
    const long = JSON.stringify({ operationName: 'Set', env_time: times[0], filling: 'x'.repeat(300_000) });
    const { request, session } = await openLog(`${long}\n${records[1]}`);
    const [first] = (await request('writtenRecords', { query: '', order: 'file', at: 0, count: 2 })).records;
    expect([first?.text, first?.cut]).toEqual([long.slice(0, 256 * 1024), true]);
    expect(first?.range).toEqual({ startLine: 0, startColumn: 0, endLine: 0, endColumn: long.length });
    await session.close();
  });

  it('are fewer than asked for where they are long, but one at least', async () => {
    const long = (length: number) => JSON.stringify({ operationName: 'Set', env_time: times[0], filling: 'x'.repeat(length) });
    const { request, session } = await openLog([long(5_000_000), long(2_000_000), long(2_000_000), long(2_000_000)].join('\n'));
    const from = async (at: number) => numbers((await request('writtenRecords', { query: '', order: 'file', at, count: 10 })).records);
    expect([await from(0), await from(1), await from(3)]).toEqual([[0], [1, 2], [3]]);
    await session.close();
  });

  it('are refused for a filter that is wrong', async () => {
    const { session } = await openLog(log);
    const outcome = await session.request(
      'writtenRecords',
      { query: 'seq>', order: 'file', at: 0, count: 1 },
      new AbortController().signal,
    );
    expect(outcome.status).toBe('error');
    await session.close();
  });
});
