import { describe, expect, it } from 'vitest';
import { say } from '../../../src/protocol/say.ts';
import { openLog } from '../openLog.ts';

const sound = { operationName: 'SetCurrentPolicy', resultType: 'Success', env_time: '2021-01-01T00:00:00Z' };

function line(record: object): string {
  return `${JSON.stringify({ ...sound, ...record })}\n`;
}

const first = line({ resultType: 'Odd' }) + '{"operationName":"x",}\n' + line({ resultType: 7 }) + line({ resultType: 'Other' });
const second = line({}) + line({ resultType: 'Odd', env_time: 'yesterday' });

describe('findings by code', () => {
  it('are counted, errors first, and of a severity the most frequent first', async () => {
    const { request } = await openLog(first, second);
    const { codes, total, counts } = await request('findingCodes', { query: '' });
    expect(codes.map(({ code, count }) => `${code} ${count}`)).toEqual([
      'schema.required 15',
      'syntax.trailingComma 1',
      'schema.type 1',
      'value.time 1',
      'value.unknownResult 3',
    ]);
    expect([total, counts]).toEqual([21, { error: 18, warning: 3, information: 0 }]);
    expect((await request('findingCodes', { query: 'result:Odd' })).codes.map(({ code }) => code)).toEqual([
      'schema.required',
      'value.time',
      'value.unknownResult',
    ]);
  });

  it('are listed from any position over all sources, with line, time and sentence of their records', async () => {
    const { request } = await openLog(first, second);
    const rowsOf = async (at: number, count: number, query = '') => {
      const { rows, total } = await request('findingRows', { query, code: 'value.unknownResult', at, count });
      return [total, rows.map(({ record, range, time }) => [record?.source, record?.index, range.startLine, time?.text])] as const;
    };
    const all = [
      [0, 0, 0, sound.env_time],
      [0, 2, 3, sound.env_time],
      [1, 1, 1, undefined],
    ];
    expect(await rowsOf(0, 100)).toEqual([3, all]);
    expect(await rowsOf(1, 1)).toEqual([3, all.slice(1, 2)]);
    expect(await rowsOf(1, 5)).toEqual([3, all.slice(1)]);
    expect(await rowsOf(3, 5)).toEqual([3, []]);
    expect(await rowsOf(0, 5, 'result:Odd')).toEqual([2, [all[0], all[2]]]);
    const { rows } = await request('findingRows', { query: '', code: 'schema.type', at: 0, count: 1 });
    expect(say(rows[0]!.sentence!)).toContain('tried to set the attestation policy');
    expect(rows[0]!.excerpt).toBeNull();
  });

  it('show of a broken stretch what is there', async () => {
    const { request } = await openLog(first);
    const { rows } = await request('findingRows', { query: '', code: 'syntax.trailingComma', at: 0, count: 9 });
    expect(rows.map(({ record, sentence, time, range }) => [record, sentence, time, range.startLine])).toEqual([[null, null, null, 1]]);
    expect(rows[0]!.excerpt).toMatchObject({ before: '{"operationName":"x"', text: ',', after: '}' });
  });

  it('are none of a code that is none', async () => {
    const { request } = await openLog(first);
    expect(await request('findingRows', { query: '', code: 'no.such', at: 0, count: 9 })).toMatchObject({ rows: [], total: 0 });
  });
});
