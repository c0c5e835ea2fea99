import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

const sound = { operationName: 'SetCurrentPolicy', resultType: 'Success', env_time: '2021-01-01T00:00:00Z' };

function line(record: object): string {
  return `${JSON.stringify({ ...sound, ...record })}\n`;
}

describe('findings', () => {
  const log =
    line({ resultType: 'Odd' }) +
    line({ resultType: 7 }) +
    '{"operationName":"x",}\n' +
    line({ resultType: 'Odd' }) +
    line({ resultType: 'Other' }) +
    line({ resultType: 'Odd' });

  it('are grouped by what they say, errors first, and the most frequent first', async () => {
    const { request } = await openLog(log);
    const { groups, distinct } = await request('findings', { query: '', limit: 100, items: 2 });
    const results = groups
      .filter(({ code }) => code === 'value.unknownResult')
      .map(({ message, count, items }) => [message.args, count, items.length]);
    expect(results).toEqual([
      [['Odd'], 3, 2],
      [['Other'], 1, 1],
    ]);
    expect(distinct).toBe(groups.length);
    const severities = groups.map(({ severity }) => ['error', 'warning', 'information'].indexOf(severity));
    expect(severities).toEqual(severities.toSorted((a, b) => a - b));
  });

  it('are counted by severity, and cut with their number', async () => {
    const { request } = await openLog(log);
    const all = await request('findings', { query: '', limit: 100, items: 100 });
    const few = await request('findings', { query: '', limit: 1, items: 1 });
    expect(few.groups).toHaveLength(1);
    expect([few.distinct, few.total, few.counts]).toEqual([all.distinct, all.total, all.counts]);
    expect(all.groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    expect(all.counts.error + all.counts.warning + all.counts.information).toBe(all.total);
  });

  it('under a filter are those of the records that match', async () => {
    const { request } = await openLog(log);
    const { groups } = await request('findings', { query: 'resultType=Odd', limit: 100, items: 10 });
    const odd = groups.find(({ code }) => code === 'value.unknownResult')!;
    expect(odd.items.map(({ record }) => record?.index)).toEqual([0, 2, 4]);
    expect(groups.some(({ code }) => code === 'schema.type' || code === 'syntax.trailingComma')).toBe(false);
  });

  it('lead to the bytes that they are about', async () => {
    const { request } = await openLog(log);
    const { groups } = await request('findings', { query: '', limit: 100, items: 100 });
    const bytes = Buffer.from(log);
    const texts = groups.flatMap(({ code, items }) =>
      code === 'value.unknownResult' || code === 'schema.type'
        ? items.map(({ byteOffset, byteLength }) => bytes.subarray(byteOffset, byteOffset + byteLength).toString())
        : [],
    );
    expect(texts.toSorted()).toEqual(['"Odd"', '"Odd"', '"Odd"', '"Other"', '7']);
  });

  it('of a broken stretch belong to no record', async () => {
    const { request } = await openLog(log);
    const { findings, total } = await request('placedFindings', { source: 0, limit: 100 });
    const broken = findings.find(({ code }) => code === 'syntax.trailingComma')!;
    expect([broken.record, broken.recordStart, broken.range.startLine]).toEqual([null, null, 2]);
    expect([broken.excerpt?.before, broken.excerpt?.text, broken.excerpt?.after]).toEqual(['{"operationName":"x"', ',', '}']);
    expect(total).toBe(findings.length);
    const cut = await request('placedFindings', { source: 0, limit: 1 });
    expect([cut.findings.length, cut.total, cut.findings[0]!.severity]).toEqual([1, total, 'error']);
  });

  it('say where the first of two equal keys is', async () => {
    const { request } = await openLog('{"operationName":"a","env_ver":"2.1","operationName":"b"}\n');
    const { findings } = await request('placedFindings', { source: 0, limit: 100 });
    const double = findings.find(({ code }) => code === 'syntax.duplicateKey')!;
    expect(double.relatedPlaces).toMatchObject([{ byteOffset: 1, byteLength: 15 }]);
  });
});
