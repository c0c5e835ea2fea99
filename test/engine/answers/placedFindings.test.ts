import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

/** Records without operation and with an unknown result, and one that is broken. */
const text = `${Array.from({ length: 50 }, (_, index) => `{"env_seqNum":${index},"resultType":"Succeed"}\n`).join('')}{"env_seqNum":1,}\n`;

describe('findings that there is no room for', () => {
  it('are of each kind some, and the number of the others is said', async () => {
    const log = await openLog(text);
    const all = await log.request('placedFindings', { source: 0, limit: 10_000, isFair: true });
    expect([all.findings.length, all.more]).toEqual([all.total, []]);
    const counts = new Map<string, number>();
    all.findings.forEach(({ code }) => counts.set(code, (counts.get(code) ?? 0) + 1));
    expect(counts.get('syntax.trailingComma')).toBe(1);

    const limit = 40;
    const { findings, more, total } = await log.request('placedFindings', { source: 0, limit, isFair: true });
    expect(total).toBe(all.total);
    // Room is left for a note on each kind that is cut, and one on all.
    expect(findings.length + more.length + 1).toBeLessThanOrEqual(limit);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(counts.keys()));
    for (const [code, count] of counts) {
      const shown = findings.filter((one) => one.code === code).length;
      expect(shown + (more.find((one) => one.code === code)?.count ?? 0)).toBe(count);
    }
    const order = all.findings.map(({ ref }) => ref.finding);
    const places = findings.map(({ ref }) => order.indexOf(ref.finding));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  it('are the last ones where no kind is to have its share', async () => {
    const log = await openLog(text);
    const all = await log.request('placedFindings', { source: 0, limit: 10_000 });
    const cut = await log.request('placedFindings', { source: 0, limit: 5 });
    expect(cut.findings).toEqual(all.findings.slice(0, 5));
    expect(cut.more.reduce((sum, { count }) => sum + count, 0)).toBe(all.total - 5);
  });
});

describe('findings that are not wanted', () => {
  it('are left out by their code, and by the value that they are about', async () => {
    const log = await openLog(text);
    const codesOf = async (except: {
      readonly codes: readonly string[];
      readonly values: readonly string[];
    }): Promise<ReadonlySet<string>> => {
      const { findings, total } = await log.request('placedFindings', { source: 0, limit: 10_000, except });
      expect(findings.length).toBe(total);
      return new Set(findings.map(({ code }) => code));
    };
    expect(await codesOf({ codes: [], values: [] })).toContain('value.unknownResult');
    expect(await codesOf({ codes: ['value.unknownResult'], values: [] })).not.toContain('value.unknownResult');
    expect(await codesOf({ codes: [], values: ['Succeed'] })).not.toContain('value.unknownResult');
    expect(await codesOf({ codes: [], values: ['Succeeded'] })).toContain('value.unknownResult');
  });
});

describe('findings of some records', () => {
  it('are theirs alone, also where they are all', async () => {
    const log = await openLog(`${text}oops\n`);
    const { last } = log;
    const of = async (records: readonly number[]) => log.request('placedFindings', { source: 0, limit: 10_000, records });
    const { findings, total } = await of([3, 7]);
    expect([new Set(findings.map(({ record }) => record?.index)), findings.length]).toEqual([new Set([3, 7]), total]);
    const all = await of(Array.from({ length: last.records }, (_, index) => index));
    expect(all.findings.every(({ record }) => record !== null)).toBe(true);
    const whole = await log.request('placedFindings', { source: 0, limit: 10_000 });
    expect(whole.total).toBeGreaterThan(all.total);
  });
});
