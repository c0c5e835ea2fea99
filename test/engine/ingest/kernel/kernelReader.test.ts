import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarRecords } from '../../generateSimilar.ts';
import { variedLogs } from '../../generateVaried.ts';
import { runs } from '../../../runs.ts';
import { KernelReading, type Read } from './kernelReading.ts';

const encoder = new TextEncoder();

/** Reads a record after others, and compares it with what it says member by member. */
function readLast(...texts: readonly string[]): Read {
  const reading = new KernelReading();
  const read = texts.map((text) => reading.read(text)).at(-1)!;
  const bytes = encoder.encode(texts.at(-1));
  expect(read.fields).toEqual(reading.byMembers(bytes, 0, bytes.length).fields);
  return read;
}

function recordsWith(values: readonly string[], record: (value: string) => string): readonly string[] {
  return values.map(record);
}

const time = '2020-11-23T18:23:29.9427158Z';

describe('a record read by the kernel', () => {
  it.each([
    ['similar records', similarRecords, 10],
    ['records that writers vary, of which something is to be reported mostly', variedLogs, Infinity],
  ])('says what it says when it is read member by member: %s', (_, logs, logsForOne) => {
    let byKernel = 0;
    fc.assert(
      fc.property(logs, (lines) => {
        const reading = new KernelReading();
        for (const line of [...lines, ...lines]) {
          const read = reading.read(line);
          const bytes = encoder.encode(line);
          const wanted = reading.byMembers(bytes, 0, bytes.length);
          if (read.by === 'kernel') {
            byKernel++;
            expect(read).toEqual({ ...wanted, by: 'kernel' });
            expect(wanted.isClean).toBe(true);
          }
        }
      }),
      { numRuns: runs(200) },
    );
    expect(byKernel).toBeGreaterThanOrEqual(runs(200) / logsForOne);
  });

  it('has the values of columns that it knows, and those that it does not', () => {
    const texts = recordsWith(
      ['SetCurrentPolicy', 'CreateInstance', 'SetCurrentPolicy', 'CreateInstance', 'AddPolicyCertificate'],
      (operation) => `{"operationName":"${operation}","env_time":"${time}"}`,
    );
    const [, , , known, unknown] = texts.map((_, index) => readLast(...texts.slice(0, index + 1)).by);
    expect([known, unknown]).toEqual(['kernel', 'kernel']);
  });

  it('has null where others have text', () => {
    const texts = recordsWith(['"a"', 'null', '"b"', 'null', '"a"'], (text) => `{"callerDisplayName":${text},"env_time":"${time}"}`);
    expect(readLast(...texts).by).toBe('kernel');
    expect(readLast(...texts, texts[1]!).by).toBe('kernel');
  });

  it('has texts with escapes and beyond ASCII, once another way has read them', () => {
    const texts = recordsWith(
      ['"a"', '"b"', '"a"', '"b"', String.raw`"DOM\\dana"`, '"Jörg"'],
      (text) => `{"callerDisplayName":${text},"env_time":"${time}"}`,
    );
    expect(readLast(...texts.slice(0, 5)).by).toBe('template');
    expect(readLast(...texts).by).toBe('template');
    expect(readLast(...texts, texts[4]!).by).toBe('kernel');
    expect(readLast(...texts, texts[5]!).by).toBe('kernel');
  });

  it('has lists of categories', () => {
    const texts = recordsWith(
      ['["ApplicationManagement"]', '["UserManagement","Authentication"]'],
      (list) => `{"auditEventCategory":${list},"operationName":"SetCurrentPolicy","env_time":"${time}"}`,
    );
    const read = readLast(...texts, ...texts, ...texts, texts[0]!);
    expect([read.by, read.fields.categories > 0]).toEqual(['kernel', true]);
  });

  it('has callers and targets, known and unknown', () => {
    const record = (user: string, region: string): string =>
      `{"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"${user}"}],` +
      `"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"${region}"}],"env_time":"${time}"}`;
    const texts = [record('a@x.com', 'r1'), record('b@x.com', 'r2'), record('a@x.com', 'r2'), record('c@x.com', 'r3')];
    expect(readLast(...texts).by).toBe('kernel');
    expect(readLast(...texts, texts[0]!).by).toBe('kernel');
  });

  it('has resource ids taken apart, known and unknown', () => {
    const record = (name: string): string =>
      `{"targetResources":[{"targetResourceType":"ResourceId","targetResourceName":"/subscriptions/s${name}/resourceGroups/g/providers/P.A/t/${name}"}],` +
      `"env_time":"${time}"}`;
    const texts = ['a', 'b', 'c', 'd', 'c', 'a'].map(record);
    const read = readLast(...texts);
    expect(read.by).toBe('kernel');
    expect(read.fields.resourceForm).toBeGreaterThan(0);
  });

  it.each([
    ['no resource id', 'no resource id'],
    ['an empty one', ''],
  ])('is left to others where the resource id is %s', (_, name) => {
    const record = (text: string): string =>
      `{"targetResources":[{"targetResourceType":"ResourceId","targetResourceName":"${text}"}],"env_time":"${time}"}`;
    const sound = ['/subscriptions/s/resourceGroups/g/providers/P.A/t/a', '/subscriptions/s/resourceGroups/g/providers/P.A/t/b'].map(
      record,
    );
    expect(readLast(...sound, ...sound, record(name)).by).not.toBe('kernel');
  });

  it.each([
    ['an operation that is empty', '{"operationName":"","env_seqNum":1,"env_time":"2020-11-23T18:23:29Z"}'],
    ['a time without a zone', '{"operationName":"SetCurrentPolicy","env_seqNum":1,"env_time":"2020-11-23T18:23:29"}'],
    ['a sequence number that is none', '{"operationName":"SetCurrentPolicy","env_seqNum":-1,"env_time":"2020-11-23T18:23:29Z"}'],
  ])('is left to others with %s', (_, odd) => {
    const sound = [1, 2, 3].map(
      (number) => `{"operationName":"SetCurrentPolicy","env_seqNum":${number},"env_time":"2020-11-23T18:23:29Z"}`,
    );
    expect(readLast(...sound, sound[0]!).by).toBe('kernel');
    expect(readLast(...sound, odd).by).not.toBe('kernel');
  });

  it('has the targets that it has, whatever was read between by another way', () => {
    const record = (region: string, id: string): string =>
      `{"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"${region}"},` +
      `{"targetResourceType":"ResourceId","targetResourceName":"${id}"}],"env_time":"${time}"}`;
    const [one, other] = ['a', 'b'].map((name) => `/subscriptions/s/resourceGroups/g/providers/P.A/t/${name}`);
    const sound = [record('r1', one!), record('r2', other!), record('r1', one!), record('r2', other!)];
    expect(readLast(...sound, record(String.raw`r\u0031`, one!), record('r2', one!)).by).toBe('kernel');
    expect(readLast(...sound, record('r1', 'no id'), record('r1', one!)).by).toBe('kernel');
  });

  it('has signatures', () => {
    const texts = recordsWith(
      ['"400"', '"200"', '"500"', '"400"', '"200"'],
      (signature) => `{"operationName":"SetCurrentPolicy","resultSignature":${signature},"env_time":"${time}"}`,
    );
    expect(['clientError', undefined, 'failure', 'clientError', undefined]).toEqual(
      texts.map((_, index) => readLast(...texts.slice(0, index + 1)).fields.signature),
    );
    expect(readLast(...texts).by).toBe('kernel');
  });
});
