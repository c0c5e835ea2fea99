import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ReportProblem } from '../../src/report/reportAnswers.ts';
import { writeReport } from '../../src/report/writeReport.ts';
import { inventedRecords } from '../core/formats/inventedRecords.ts';
import { openLog } from '../engine/openLog.ts';
import { madeReport } from './madeReport.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson');
const record = (index: number, more: object = {}): string =>
  JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: index % 3 === 0 ? 'Failure' : 'Success',
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `user${index % 4}@contoso.com` }],
    targetResources: [],
    auditEventCategory: [],
    env_time: `2020-11-23T18:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.0000001Z`,
    ...more,
  });
const lines = (count: number): string => Array.from({ length: count }, (_, index) => record(index)).join('\n');

describe('a report', () => {
  it('says what it is about: question, filter, records n of N, time and zone', async () => {
    const { html } = await madeReport([lines(60)], { question: 'Who failed?', query: 'result:Failure', zone: 'Europe/Berlin' });
    expect(html).toContain('<h1>Who failed?</h1>');
    expect(html).toContain('<dd><code>result:Failure</code></dd>');
    expect(html).toContain('<dt>Records</dt><dd>20 of 60</dd>');
    expect(html).toContain('<dd>Europe/Berlin</dd>');
    expect(html).toContain('<td class="time">2020-11-23 19:00:00.0000001</td>');
    expect(html).not.toContain('2020-11-23 19:00:01.0000001');
  });

  it('names the SHA-256 of each source as it is stored, compressed or not', async () => {
    const packed = gzipSync(month);
    const { html } = await madeReport([month, packed]);
    for (const bytes of [month, packed]) {
      expect(html).toContain(`<span class="hash">${createHash('sha256').update(bytes).digest('hex')}</span>`);
    }
  });

  it('counts in its table of the chart as many records as there are with a time', async () => {
    const { html } = await madeReport([lines(240)]);
    const table = /<caption>Records by time and result<\/caption>[\s\S]*?<\/table>/.exec(html)![0];
    const counts = [...table.matchAll(/<td class="number">([\d,]+)<\/td>/g)].map(([, count]) => Number(count!.replaceAll(',', '')));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(240);
  });

  it('shows the stretch of time that is wished', async () => {
    const from = 637_417_512_600_000_000n;
    const { html } = await madeReport([lines(600)], { span: [String(from), String(from + 600_000_000n)] });
    const table = /<caption>Records by time and result<\/caption>[\s\S]*?<\/table>/.exec(html)![0];
    expect(table).toContain('2020-11-23 18:01:0');
    expect(table).not.toContain('2020-11-23 18:03:');
  });

  it.each(Object.entries(inventedRecords))('is made of a log of %s', async (_, invented) => {
    const { html, records } = await madeReport([JSON.stringify(invented)]);
    expect(records).toBe(1);
    expect(html).toContain('<caption>Records: 1</caption>');
    expect(html.trimEnd().endsWith('</body></html>')).toBe(true);
  });

  it.each([
    ['no time', '{"operationName":"x","resultType":"Success"}'],
    ['nothing', ''],
    ['a broken record', `${record(1)}\n{"operationName":`],
  ])('is made of a log with %s', async (_, log) => {
    const { html } = await madeReport([log]);
    expect(html).toContain('<h2>Sources</h2>');
  });

  it('lists the records that are selected, in their order', async () => {
    const { html, records } = await madeReport([lines(50)], {
      records: {
        query: 'result:Success',
        order: 'newest',
        ranges: [
          [0, 1],
          [30, 32],
        ],
      },
    });
    const times = [...html.matchAll(/<td class="time">2020-11-23 18:00:(\d\d)\.0000001<\/td><td>success/g)].map(([, second]) =>
      Number(second),
    );
    expect([records, times]).toEqual([3, [49, 4, 2]]);
    expect(html).toContain('<caption>Records: 3 of 33</caption>');
  });

  it('is written piece by piece, however many records it lists, and says how far it is', async () => {
    const { pieces, records, progress } = await madeReport([lines(3000)], { records: Infinity });
    expect(records).toBe(3000);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
    expect(progress.at(-1)).toBe(1);
    expect(progress.toSorted((left, right) => left - right)).toEqual(progress);
  });

  it('ends when it is cancelled, and says why it is not made', async () => {
    const { session } = await openLog(lines(2000));
    const options = { question: '', query: '', records: 2000, zone: 'utc', locale: 'en', madeAt: '' };
    const control = new AbortController();
    const cancelled = writeReport(
      session,
      options,
      control.signal,
      () => Promise.resolve(control.abort()),
      () => undefined,
    );
    await expect(cancelled).rejects.toEqual(new ReportProblem('cancelled'));
    const bad = writeReport(
      session,
      { ...options, query: 'colour:x' },
      new AbortController().signal,
      () => Promise.resolve(),
      () => undefined,
    );
    await expect(bad).rejects.toMatchObject({ reason: { code: 'query.errorAt' } });
  });
});
