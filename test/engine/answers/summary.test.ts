import { describe, expect, it } from 'vitest';
import { findingSeverities, type Severity } from '../../../src/core/finding/codes.ts';
import { answerSummary } from '../../../src/engine/answers/summary.ts';
import { Results } from '../../../src/engine/query/results.ts';
import type { Summary } from '../../../src/protocol/answers/snapshot.ts';
import { readIndex } from '../readIndex.ts';

async function summarize(texts: readonly string[], query = '', top = 10): Promise<Summary> {
  const index = await readIndex(...texts);
  return answerSummary({ index: index.pinned(), results: new Results(index) }, { query, top }, new AbortController().signal);
}

const linesOf = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const id = (group: string, name: string): string =>
  `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/${name}`;
const target = (targetResourceType: string, targetResourceName: string) => ({ targetResourceType, targetResourceName });
const called = (callerIdentity: string) => ({ callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity }] });

const records = [
  {
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    ...called('dana'),
    targetResources: [target('ResourceId', id('g1', 'a')), target('ServiceRegion', 'EastUS2'), target('ServiceRegion', 'EastUS2')],
    env_time: '2020-11-23T18:00:02Z',
  },
  {
    operationName: 'SetCurrentPolicy',
    resultType: 'Failure',
    ...called('eve'),
    targetResources: [target('ResourceId', id('g1', 'b')), target('ServiceRegion', 'EastUS2'), target('ServiceRegion', 'WestUS')],
    env_time: '2020-11-23T18:00:01Z',
  },
  { operationName: 'CreateInstance', resultType: 'Success', ...called('dana'), env_time: 'never' },
  { operationName: 'CreateInstance', targetResources: [target('ResourceId', id('g2', 'a'))], env_time: '2020-11-23T18:00:03Z' },
];
const log = linesOf(records);

describe('a summary', () => {
  it('counts the values of all records', async () => {
    expect(await summarize([log])).toMatchObject({
      records: 4,
      bytes: log.length,
      time: { first: '2020-11-23T18:00:01Z', last: '2020-11-23T18:00:03Z' },
      operations: { SetCurrentPolicy: 2, CreateInstance: 2 },
      results: { Success: 2, Failure: 1 },
      resultGroups: { success: 2, clientError: 0, failure: 1, other: 1 },
      callers: { dana: 2, eve: 1, 'unknown caller': 1 },
      targets: {
        ServiceRegion: { EastUS2: 2, WestUS: 1 },
        subscription: { s: 3 },
        resourceGroup: { g1: 2, g2: 1 },
        instance: { a: 2, b: 1 },
      },
      distinct: { callers: 3, targets: { ServiceRegion: 2, subscription: 1, resourceGroup: 2, instance: 2 } },
    });
  });

  it('counts those that a filter finds, and tells of the sources as they are', async () => {
    const summary = await summarize([log], 'result:success');
    expect(summary).toMatchObject({
      records: 2,
      bytes: log.length,
      sources: [{ name: 'log0.ndjson', records: 4, bytes: log.length, decodedBytes: log.length, compression: 'none', encoding: 'utf-8' }],
      time: { first: '2020-11-23T18:00:02Z', last: '2020-11-23T18:00:02Z' },
      operations: { SetCurrentPolicy: 1, CreateInstance: 1 },
      resultGroups: { success: 2, clientError: 0, failure: 0, other: 0 },
      callers: { dana: 2 },
      distinct: { callers: 1 },
    });
    expect(summary.results).toEqual({ Success: 2 });
    expect(summary.targets).toEqual({
      ServiceRegion: { EastUS2: 1 },
      subscription: { s: 1 },
      resourceGroup: { g1: 1 },
      instance: { a: 1 },
    });
  });

  it('names the most frequent callers and targets only, and tells how many there are', async () => {
    const summary = await summarize([log], '', 1);
    expect([summary.callers, summary.targets['instance'], summary.targets['ServiceRegion']]).toEqual([
      { dana: 2 },
      { a: 2 },
      { EastUS2: 2 },
    ]);
    expect(summary.distinct).toEqual({ callers: 3, targets: { ServiceRegion: 2, instance: 2, resourceGroup: 2, subscription: 1 } });
    expect(Object.keys(summary.operations)).toHaveLength(2);
  });

  it('puts names in the order of their counts, then of the names; types of targets by name', async () => {
    const { operations, targets } = await summarize([
      linesOf([{ operationName: 'b' }, { operationName: 'a' }, { operationName: 'b' }, ...records]),
    ]);
    expect(Object.keys(operations)).toEqual(['CreateInstance', 'SetCurrentPolicy', 'b', 'a']);
    expect(Object.keys(targets)).toEqual(['ServiceRegion', 'instance', 'resourceGroup', 'subscription']);
  });

  it('counts targets whose type is called like a part of resource ids together with these', async () => {
    const targetResources = [target('ResourceId', id('g', 'a')), target('instance', 'a'), target('instance', 'c'), target('', 'nameless')];
    const { targets, distinct } = await summarize([linesOf([{ targetResources }])]);
    expect([targets, distinct.targets]).toEqual([
      { '': { nameless: 1 }, instance: { a: 2, c: 1 }, resourceGroup: { g: 1 }, subscription: { s: 1 } },
      { '': 1, instance: 2, resourceGroup: 1, subscription: 1 },
    ]);
  });

  it('counts resource ids that are in the list of targets whole', async () => {
    const targetResources = [target('ResourceId', id('g', 'a')), target('ResourceId', id('g', 'b'))];
    const { targets } = await summarize([linesOf([{ targetResources }])]);
    expect(targets).toMatchObject({ ResourceId: { [id('g', 'b')]: 1 }, instance: { a: 1 } });
  });

  it('has no names that an object has by itself', async () => {
    const { operations, callers } = await summarize([linesOf([{ operationName: '__proto__', ...called('constructor') }])]);
    expect([Object.entries(operations), Object.entries(callers)]).toEqual([[['__proto__', 1]], [['constructor', 1]]]);
  });

  it('takes several sources together, without those that are no log', async () => {
    const summary = await summarize([log, 'hello\n', log]);
    expect([summary.records, summary.bytes]).toEqual([8, 2 * log.length]);
    expect(summary.sources.map(({ name, records: count }) => [name, count])).toEqual([
      ['log0.ndjson', 4],
      ['log2.ndjson', 4],
    ]);
    expect(summary.callers).toEqual({ dana: 4, eve: 2, 'unknown caller': 2 });
  });

  it('of a log without records counts nothing', async () => {
    const { records: count, time, operations, callers, targets, distinct, resultGroups: groups } = await summarize(['']);
    expect({ count, time, operations, callers, targets, distinct, groups }).toEqual({
      count: 0,
      time: { first: null, last: null },
      operations: {},
      callers: {},
      targets: {},
      distinct: { callers: 0, targets: {} },
      groups: { success: 0, clientError: 0, failure: 0, other: 0 },
    });
  });
});

describe('the findings of a summary', () => {
  const damaged = `{"operationName":"a","resultType":5}\n{"operationName":"b",\n{"operationName":"c","resultType":5}\n`;

  it('are those of the records that match, and those of no record while nothing is filtered', async () => {
    const whole = await summarize([damaged]);
    const some = await summarize([damaged], 'operation:a');
    expect([whole.findings.byCode['schema.type'], some.findings.byCode['schema.type']]).toEqual([2, 1]);
    const broken = Object.keys(whole.findings.byCode).filter((code) => !(code in some.findings.byCode));
    expect(broken).toEqual(['syntax.invalid']);
  });

  it('of a later source are those of its own records', async () => {
    const { findings } = await summarize(['{"operationName":"z"}\n{"operationName":"z"}\n', damaged], 'operation:c');
    expect(findings.byCode['schema.type']).toBe(1);
  });

  it('add up by severity', async () => {
    const { findings } = await summarize([damaged]);
    const severities = new Map<string, Severity>(Object.entries(findingSeverities));
    const wanted = { error: 0, warning: 0, information: 0 };
    for (const [code, count] of Object.entries(findings.byCode)) {
      wanted[severities.get(code) ?? 'error'] += count;
    }
    expect(findings).toMatchObject(wanted);
  });
});
