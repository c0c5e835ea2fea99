import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

const pascal = JSON.stringify({
  env_time: '\\/Date(1606155809942)\\/',
  OperationName: 'SetCurrentPolicy',
  Category: 'ApplicationManagement',
  Result: { ResultType: 'Success', ResultDescription: null },
  CallerIdentities: [{ CallerIdentityType: 'UPN', CallerIdentityValue: 'dana@contoso.com', CallerIpAddress: '192.0.2.1' }],
  TargetResources: [{ TargetResourceType: 'Environment', TargetResourceName: 'PublicCloud' }],
  Color: 'red',
}).replaceAll('\\\\/', '\\/');

describe('records of other writers', () => {
  it('are read into the same fields, and told once a kind', async () => {
    const log = await openLog([pascal, JSON.stringify({ payload: pascal }), pascal].join('\n'));
    const query = 'caller:dana@contoso.com ip:192.0.2.1 category:ApplicationManagement target:PublicCloud time:2020-11-23T18:23:29.942';
    expect(await log.request('page', { query, order: 'file', from: { at: 0 }, count: 0 })).toMatchObject({ matching: 3 });
    const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
    const once = findings.filter(({ code }) => code.startsWith('value.'));
    expect(once.map(({ code, record, pointer, message }) => [code, record?.index, pointer, message.args.at(-1)])).toEqual([
      ['value.variant', 0, '', '3'],
      ['value.variant', 0, '/env_time', '3'],
      ['value.unknownKey', 0, '/Color', '3'],
      ['value.variant', 1, '', '1'],
    ]);
  });
});

describe('keys that nothing documents', () => {
  it('are told once for a log, at the key', async () => {
    const line = '{"operationName":"x","a/b~c":1}';
    const log = await openLog([line, '{"resultType":"x","b":1}', line].join('\n'));
    const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
    const unknown = findings.filter(({ code }) => code === 'value.unknownKey');
    expect(
      unknown.map(({ pointer, message, range }) => [pointer, ...message.args, range.startLine, range.startColumn, range.endColumn]),
    ).toEqual([
      ['/a~1b~0c', 'a/b~c', '2', 0, 21, 28],
      ['/b', 'b', '1', 1, 18, 21],
    ]);
  });
});

describe('lists that may hold records', () => {
  it('are told of once for each key and log, at the key, with the number of records', async () => {
    const line = (id: number): string => `{"id":${id},"hits":{"hits":[{"colour":"red"},{"colour":"blue"}]}}`;
    const lines = Array.from({ length: 50 }, (_, id) => (id % 7 === 3 ? `{"id":${id},"of":[{"a":1},{"a":${id}}]}` : line(id)));
    const log = await openLog(lines.join('\n'));
    const { findings } = await log.request('placedFindings', { source: 0, limit: 1000 });
    const lists = findings.filter(({ code }) => code === 'value.listInside');
    expect(
      lists.map(({ severity, pointer, message, range }) => [
        severity,
        pointer,
        ...message.args,
        range.startLine,
        range.startColumn,
        range.endColumn,
      ]),
    ).toEqual([
      ['information', '/hits/hits', 'hits.hits', '43', 0, 16, 22],
      ['information', '/of', 'of', '7', 3, 8, 12],
    ]);
  });

  it('are told of nowhere where they are read', async () => {
    const log = await openLog('{"exported":"2022-03-01","rows":[{"operationName":"a","targetResources":[{"a":1},{"a":2}]}]}');
    const { findings } = await log.request('placedFindings', { source: 0, limit: 1000 });
    expect(findings.filter(({ code }) => code === 'value.listInside')).toEqual([]);
    expect(log.last).toMatchObject({ records: 1, isAuditLog: true, sources: [{ container: 'wrapper' }] });
  });
});
