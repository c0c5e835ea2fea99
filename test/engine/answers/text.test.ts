import { describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import type { TextRange } from '../../../src/protocol/reference.ts';
import { openLog } from '../openLog.ts';

const { cloudTrail, m365Audit } = inventedRecords;

function trail(changes: object): string {
  return JSON.stringify({ ...cloudTrail, ...changes });
}

/** The stretch of a text that a range is about. */
function textIn(text: string, { startLine, startColumn, endLine, endColumn }: TextRange): string {
  const lines = text.split('\n').slice(startLine, endLine + 1);
  const last = lines.length - 1;
  return lines.map((line, number) => line.slice(number === 0 ? startColumn : 0, number === last ? endColumn : undefined)).join('\n');
}

/** The line and column of a piece of a text. */
function placeOf(text: string, piece: string): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, text.indexOf(piece)).split('\n');
  return { line: lines.length - 1, column: lines.at(-1)!.length };
}

describe('references', () => {
  const ana = { ...cloudTrail.userIdentity, arn: 'arn:aws:iam::111122223333:user/ana' };
  const text = [trail({ userIdentity: ana }), trail({}), trail({ userIdentity: ana, requestID: 'r-2' })].join('\n');

  it('are the places of the value in each record that has it', async () => {
    const log = await openLog(text);
    const { places, total, filter } = await log.request('references', { source: 0, of: placeOf(text, 'user/ana'), limit: 10 });
    expect(filter).toContain('userIdentity.arn');
    expect([total, places.map(({ ref, range }) => [ref.index, textIn(text, range)])]).toEqual([
      2,
      [
        [0, JSON.stringify(ana.arn)],
        [2, JSON.stringify(ana.arn)],
      ],
    ]);
  });

  it('are cut, and may be of one record only', async () => {
    const log = await openLog(text);
    const of = placeOf(text, 'user/ana');
    const cut = await log.request('references', { source: 0, of, limit: 1 });
    expect([cut.total, cut.places.map(({ ref }) => ref.index)]).toEqual([2, [0]]);
    const within = await log.request('references', { source: 0, of, within: { source: 0, index: 2 }, limit: 10 });
    expect(within.places.map(({ ref }) => ref.index)).toEqual([2]);
  });

  it('are none of an object, nor outside of records', async () => {
    const log = await openLog(`${text}\n\n`);
    for (const of of [placeOf(text, '"userIdentity"'), { line: 4, column: 0 }]) {
      expect(await log.request('references', { source: 0, of, limit: 10 })).toMatchObject({ filter: null, places: [], total: 0 });
    }
  });

  it('in JSON text have the place of the string', async () => {
    const row = JSON.stringify({ AuditData: JSON.stringify({ ...m365Audit, UserId: 'ana@contoso.example' }) });
    const log = await openLog(row);
    const { places } = await log.request('references', { source: 0, of: placeOf(row, 'ana@'), limit: 10 });
    expect(places.map(({ range }) => textIn(row, range).slice(0, 2))).toEqual(['"{']);
  });
});

describe('what is around a place', () => {
  it('is each value and member up to the record', async () => {
    const text = `${trail({})}\n${JSON.stringify({ ...cloudTrail, requestParameters: { list: [{ name: 'x-1' }] } })}`;
    const log = await openLog(text);
    const { ranges } = await log.request('enclosing', { source: 0, ...placeOf(text, 'x-1') });
    expect(ranges.slice(0, 6).map((range) => textIn(text, range))).toEqual([
      '"x-1"',
      '"name":"x-1"',
      '{"name":"x-1"}',
      '[{"name":"x-1"}]',
      '"list":[{"name":"x-1"}]',
      '{"list":[{"name":"x-1"}]}',
    ]);
    expect(textIn(text, ranges.at(-1)!)).toBe(text.split('\n')[1]);
  });

  it('begins with the value within JSON text', async () => {
    const row = JSON.stringify({ AuditData: JSON.stringify({ ...m365Audit, UserId: 'ana' }) });
    const log = await openLog(row);
    const { ranges } = await log.request('enclosing', { source: 0, ...placeOf(row, 'ana') });
    expect(textIn(row, ranges[0]!)).toBe('\\"ana\\"');
    expect(textIn(row, ranges[1]!)).toMatch(/^"\{/);
  });

  it('is nothing outside of records', async () => {
    const log = await openLog(`${trail({})}\n\n`);
    expect(await log.request('enclosing', { source: 0, line: 2, column: 0 })).toMatchObject({ ranges: [] });
  });
});

describe('hints', () => {
  it('say how long after the record before it a record is, right after its time, and what values stand for', async () => {
    const text = [
      trail({ eventTime: '2026-03-01T09:00:00Z' }),
      trail({ eventTime: '2026-03-01T09:00:02Z' }),
      trail({ eventTime: '2026-03-01T09:00:01Z' }),
    ].join('\n');
    const log = await openLog(text);
    const { hints } = await log.request('hints', { source: 0, firstLine: 0, lastLine: 2, limit: 10 });
    const times = hints.filter(({ kind }) => kind !== 'meaning');
    expect(times.map((hint) => [hint.kind, 'ticks' in hint && hint.ticks, hint.line])).toEqual([
      ['later', '20000000', 1],
      ['earlier', '10000000', 2],
    ]);
    const [later] = times;
    expect(text.split('\n')[1]!.slice(0, later!.column)).toMatch(/"eventTime":"2026-03-01T09:00:02Z"$/);
    expect(hints.filter(({ kind }) => kind === 'meaning').length).toBeGreaterThan(0);
  });

  it('are of the lines that are asked for', async () => {
    const text = Array.from({ length: 9 }, (_, index) => trail({ eventTime: `2026-03-01T09:00:0${index}Z` })).join('\n');
    const log = await openLog(text);
    const linesOf = async (firstLine: number, lastLine: number, limit: number): Promise<readonly number[]> => {
      const { hints } = await log.request('hints', { source: 0, firstLine, lastLine, limit });
      return [...new Set(hints.map(({ line }) => line))];
    };
    expect(await linesOf(3, 5, 100)).toEqual([3, 4, 5]);
    expect(await linesOf(3, 8, 2)).toEqual([3, 4]);
    expect(await linesOf(20, 30, 100)).toEqual([]);
  });

  it('are of the records that are named, also where these share a line', async () => {
    const records = Array.from({ length: 9 }, (_, index) => trail({ eventTime: `2026-03-01T09:00:0${index}Z` }));
    const log = await openLog(`[${records.join()}]`);
    const { hints } = await log.request('hints', { source: 0, records: [4, 99, 2, 2] });
    const times = hints.filter(({ kind }) => kind === 'later').map(({ column }) => Math.floor(column / (records[0]!.length + 1)));
    expect(times).toEqual([2, 4]);
  });
});

describe('tokens', () => {
  it('are what was done, by whom, on what and how it ended, of each format, without quotes', async () => {
    const own = JSON.stringify({
      env_time: '2020-11-23T18:23:29.9427158Z',
      operationName: 'SetCurrentPolicy',
      resultType: 'Failure',
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'ana@contoso.com' }],
    });
    const text = `${trail({ userIdentity: { type: 'IAMUser', userName: 'ana', accountId: '1' } })}\n${own}`;
    const log = await openLog(text);
    const { tokens } = await log.request('tokens', { source: 0, firstLine: 0, lastLine: 1, limit: 10 });
    const lines = text.split('\n');
    const shown = tokens.map(({ line, column, length, kind }) => [line, kind, lines[line]!.slice(column, column + length)].join(' '));
    expect(shown).toEqual(
      expect.arrayContaining([
        `0 operation ${cloudTrail.eventName}`,
        '0 caller ana',
        '1 operation SetCurrentPolicy',
        '1 failure Failure',
        '1 caller ana@contoso.com',
      ]),
    );
    const second = await log.request('tokens', { source: 0, firstLine: 1, lastLine: 1, limit: 10 });
    expect(second.tokens).toEqual(tokens.filter(({ line }) => line === 1));
    expect((await log.request('tokens', { source: 0, records: [1] })).tokens).toEqual(second.tokens);
  });

  it('are none for what is in JSON text', async () => {
    const row = JSON.stringify({ AuditData: JSON.stringify({ ...m365Audit, UserId: 'ana@contoso.example' }) });
    const log = await openLog(row);
    const { tokens } = await log.request('tokens', { source: 0, firstLine: 0, lastLine: 0, limit: 10 });
    expect(tokens).toEqual([]);
  });
});

describe('results', () => {
  it('are where records with text between two lines are, and how they ended', async () => {
    const record = (result: string, more = ''): string => `{"operationName":"Set","resultType":"${result}"${more}}`;
    const text = [record('Success'), record('Failure', ',\n"a":1'), `  ${record('Client Error')}`, record('Odd')].join('\n');
    const log = await openLog(text);
    const ask = async (firstLine: number, lastLine: number, limit = 10): Promise<readonly string[]> => {
      const { results } = await log.request('results', { source: 0, firstLine, lastLine, limit });
      return results.map(({ group, range }) => `${range.startLine}:${range.startColumn}-${range.endLine}:${range.endColumn} ${group}`);
    };
    const all = ['0:0-0:46 success', '1:0-2:6 failure', '3:2-3:53 clientError', '4:0-4:42 other'];
    expect(await ask(0, 9)).toEqual(all);
    // The second begins before the line on which it ends.
    expect(await ask(2, 3)).toEqual(all.slice(1, 3));
    expect(await ask(0, 9, 2)).toEqual(all.slice(0, 2));
  });
});

describe('completions', () => {
  const text = [trail({ own: { a: 1 } }), trail({ own: { b: 'x' }, awsRegion: 'eu-west-1' })].join('\n');

  it('are the keys that are documented and those of the records, the most frequent first', async () => {
    const log = await openLog(text);
    const { items, looked } = await log.request('completions', { of: 'keys', path: [], limit: 1000 });
    const region = items.find(({ text: key }) => key === 'awsRegion')!;
    expect([looked, region.records, items.find(({ text: key }) => key === 'own')?.records]).toEqual([2, 2, 2]);
    expect(region.documentation).not.toBe('');
    expect(items.some(({ records, documentation }) => records === 0 && documentation !== '')).toBe(true);
    const inner = await log.request('completions', { of: 'keys', path: ['own'], limit: 1000 });
    expect(inner.items.map(({ text: key, records }) => [key, records])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('are values as JSON, those that are documented with what they mean', async () => {
    const log = await openLog(text);
    const own = await log.request('completions', { of: 'values', path: ['own', 'a'], limit: 10 });
    expect(own.items.map(({ text: value }) => value)).toEqual(['1']);
    const types = await log.request('completions', { of: 'values', path: ['userIdentity', 'type'], limit: 100 });
    const role = types.items.find(({ text: value }) => value === '"AssumedRole"');
    expect(role?.documentation).toMatch(/[a-z]/);
  });

  it('spread no secret', async () => {
    const secret = 'https://contoso.example/?sig=abcdef';
    const log = await openLog(trail({ own: secret }));
    const { items } = await log.request('completions', { of: 'values', path: ['own'], limit: 10 });
    expect(items).toEqual([]);
  });
});

describe('the last record that a filter finds', () => {
  it('is said where it is asked for', async () => {
    const times = ['2026-03-01T09:00:00Z', '2026-03-01T11:00:00Z', '2026-03-01T10:00:00Z'];
    const log = await openLog(times.map((eventTime) => trail({ eventTime })).join('\n'));
    const filters = [`operation:${cloudTrail.eventName}`, 'operation:none'];
    const { values } = await log.request('occurrences', { filters, isLast: true });
    expect(values.map(({ records, first, last }) => [records, first?.ref.index, last?.ref.index])).toEqual([
      [3, 0, 1],
      [0, undefined, undefined],
    ]);
  });
});
