import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthSample, sampleLog } from '../../scripts/sample/sampleLog.ts';
import { documentedKeys } from '../../src/core/formats/attestation/fields.ts';
import { auditEvents, eventOf, heartbeatOperation } from '../../src/core/formats/attestation/events.ts';
import { targetTypes } from '../../src/core/record/targets.ts';
import { runs } from '../runs.ts';

interface Parsed {
  readonly operationName: string;
  readonly resultType?: string;
  readonly callerIdentities: readonly { readonly callerIdentityType: string; readonly callerIdentity: string }[];
  readonly targetResources: readonly { readonly targetResourceType: string; readonly targetResourceName: string }[];
  readonly env_time: string;
  readonly env_epoch: string;
  readonly env_seqNum: number | string;
}

function readSample(name: string): string {
  return readFileSync(new URL(`../../media/samples/${name}`, import.meta.url), 'utf8');
}

/** The records of a log, and how many lines are none. */
function parseLines(log: string): { readonly records: readonly Parsed[]; readonly broken: number } {
  const lines = log.split('\n').filter((line) => line !== '');
  const records = lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Parsed];
    } catch {
      return [];
    }
  });
  return { records, broken: lines.length - records.length };
}

test('the documented sample is the documentation’s record, to the byte', () => {
  const text = readSample('documented-sample.audit.ndjson');
  expect(text).toMatch(/^\{.{1590}\}\n$/);
  expect(Object.keys(JSON.parse(text) as object)).toEqual(documentedKeys);
});

describe('the sample of a month', () => {
  const text = readSample('attestation-month.audit.ndjson');
  const { records, broken } = parseLines(text);

  test('is what `npm run sample` writes', () => {
    // Compared without toBe: its message would hold megabytes.
    expect([...sampleLog(monthSample)].join('') === text).toBe(true);
  });
  test('holds two thousand records and three lines that are none, the last one cut off', () => {
    expect([records.length, broken, text.endsWith('\n')]).toEqual([2_000, 3, false]);
  });
  test('holds all eight events, heartbeats and one unknown operation', () => {
    expect(new Set(records.map((record) => eventOf(record.operationName)?.operation ?? record.operationName))).toEqual(
      new Set([...auditEvents.map((event) => event.operation), heartbeatOperation, 'ExportPolicyBackup']),
    );
  });
  test('holds all documented kinds of callers and targets', () => {
    const identities = records.flatMap((record) => [record.callerIdentities].flat());
    expect(new Set(identities.map((identity) => identity.callerIdentityType))).toEqual(
      new Set(['UPN', 'ObjectID', 'Certificate', 'TenantId']),
    );
    const targets = records.flatMap((record) => record.targetResources);
    expect(new Set(targets.map((target) => target.targetResourceType))).toEqual(new Set(targetTypes.map((type) => type.name)));
  });
  test('holds all results, mostly successes', () => {
    const results = Map.groupBy(records, (record) => record.resultType);
    expect(new Set(results.keys())).toEqual(new Set(['Success', 'ClientError', 'Failure', 'Timeout', 'Fail', 'Pending', undefined]));
    expect(results.get('Success')!.length).toBeGreaterThan(1_700);
  });
  test('holds one record twice, one impossible time, one number as text, one collapsed array', () => {
    const lines = text.split('\n');
    expect(lines.filter((line, index) => line !== '' && line === lines[index + 1])).toHaveLength(1);
    expect(records.filter((record) => record.env_time.startsWith('2020-11-31'))).toHaveLength(1);
    expect(records.filter((record) => typeof record.env_seqNum !== 'number')).toHaveLength(1);
    expect(records.filter((record) => !Array.isArray(record.callerIdentities))).toHaveLength(1);
  });
  test('misses the numbers of damaged records and one stretch of seventeen', () => {
    expect(gapsOf(records)).toEqual([1, 1, 17]);
  });
  test('names nobody that exists', () => {
    expect(text).not.toMatch(/@(?!contoso\.com|fabrikam\.com|northwind\.com)/);
    const addresses = [...text.matchAll(/"callerIpAddress":"(?:::ffff:|\[)?([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.filter((address) => !/^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:)/.test(address))).toEqual([]);
  });
});

describe('the generator', () => {
  const options = fc.record({
    records: fc.integer({ min: 0, max: 300 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    instances: fc.integer({ min: 1, max: 40 }),
  });

  test('writes as many records as asked for, the same for the same options', () => {
    fc.assert(
      fc.property(options, fc.boolean(), (some, clean) => {
        const log = [...sampleLog({ ...some, clean })].join('');
        expect(parseLines(log).records).toHaveLength(some.records);
        expect([...sampleLog({ ...some, clean })].join('') === log).toBe(true);
      }),
      { numRuns: runs(30) },
    );
  });
  test('writes a clean log in order of time, without gaps', () => {
    fc.assert(
      fc.property(options, (some) => {
        const { records, broken } = parseLines([...sampleLog({ ...some, clean: true })].join(''));
        expect(broken).toBe(0);
        expect(gapsOf(records)).toEqual([]);
        const times = records.map((record) => record.env_time);
        expect(times).toEqual(times.toSorted());
      }),
      { numRuns: runs(30) },
    );
  });
  test('uses as many instances as asked for', () => {
    const { records } = parseLines([...sampleLog({ records: 20_000, seed: 3, instances: 30, clean: true })].join(''));
    const ids = records.flatMap((record) => record.targetResources.filter((target) => target.targetResourceType === 'ResourceId'));
    expect(new Set(ids.map((target) => target.targetResourceName)).size).toBe(30);
  });
  test('another seed is another log', () => {
    const logs = [1, 2].map((seed) => [...sampleLog({ ...monthSample, records: 5, seed })].join(''));
    expect(logs[0]).not.toBe(logs[1]);
  });
});

/** Lengths of the stretches of numbers that are missing within epochs, shortest first. */
function gapsOf(records: readonly Parsed[]): readonly number[] {
  const last = new Map<string, number>();
  const gaps: number[] = [];
  for (const { env_epoch: epoch, env_seqNum } of records) {
    const sequence = Number(env_seqNum);
    const missing = sequence - (last.get(epoch) ?? sequence - 1) - 1;
    if (missing > 0) {
      gaps.push(missing);
    }
    last.set(epoch, sequence);
  }
  return gaps.toSorted((left, right) => left - right);
}
