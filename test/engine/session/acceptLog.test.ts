import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';
import { encode } from '../sources/encodings.ts';

const record = (second: number): string =>
  `{"operationName":"SetCurrentPolicy","targetResources":[],"env_time":"2020-11-23T18:23:0${second}Z"}\n`;
const records = record(1) + record(2);
const pretty = JSON.stringify(
  { operationName: 'a', targetResources: [], notes: Array.from({ length: 6000 }, () => 'twelve bytes') },
  undefined,
  2,
);

describe('a log that begins inside of a record longer than what is looked at first', () => {
  it.each<[name: string, bytes: Uint8Array]>([
    ['in a line', Buffer.from(`${'x'.repeat(300_000)}"}\n${records}`)],
    ['in a line that ends with the first piece', Buffer.from(`${'x'.repeat(65_535)}\n${records}`)],
    ['in a line, in UTF-16', encode(`\ufeff${'x'.repeat(300_000)}"}\n${records}`, 'utf-16le')],
    ['in a line, compressed', gzipSync(`${'x'.repeat(300_000)}"}\n${records}`)],
    ['in a record of many lines', Buffer.from(`${pretty.slice(60)}\n${records}`)],
    ['in a record of many lines, before an array', Buffer.from(`${pretty.slice(60)}\n[${record(1)},${record(2)}]`)],
  ])('%s is read from the first whole record on, with one error', async (_, bytes) => {
    const log = await openLog(new Uint8Array(bytes));
    expect(log.last).toMatchObject({ problem: null, records: 2, isAuditLog: true });
    const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
    expect(findings.filter(({ code }) => code.startsWith('syntax.')).map(({ code, range }) => [code, range.startLine])).toEqual([
      ['syntax.invalid', expect.any(Number)],
    ]);
  });

  it.each([
    ['of one line', 'x'.repeat(300_000)],
    ['of one line, and others behind it', `${'x'.repeat(300_000)}\n{ x\n[Wed] y\n[1] z\n`],
    ['of many lines, and a record behind them', `${'Dear reader,\n'.repeat(20_000)}${records}`],
  ])('is none in a text %s', async (_, text) => {
    expect((await openLog(text)).last.problem?.code).toBe('reading.text');
  });
});

it('does not take text in brackets for an array of nothing', async () => {
  const text = '[Wed Oct 11 14:32:52 2000] [error] denied\n';
  expect((await openLog(text.repeat(3))).last.problem?.code).toBe('reading.text');
  const log = await openLog(text + records + text + record(3));
  expect(log.last).toMatchObject({ records: 3, sources: [{ container: 'ndjson' }] });
  const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
  expect(findings.filter(({ code }) => code.startsWith('syntax.')).map(({ code, range }) => [code, range.startLine])).toEqual([
    ['syntax.invalid', 0],
    ['syntax.invalid', 3],
  ]);
});
