import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatSamples } from '../../../scripts/sample/formats/allFormats.ts';
import { sampleText } from '../../../scripts/sample/formats/formatSample.ts';
import { sampleLog } from '../../../scripts/sample/sampleLog.ts';
import { runs } from '../../runs.ts';
import type { OpenedLog } from '../openLog.ts';
import { redactedLog } from './redactedLog.ts';

/** Generated logs of every format, by name. */
const generators: readonly (readonly [name: string, make: (seed: number) => string])[] = [
  ['attestation', (seed) => [...sampleLog({ records: 60, seed, instances: 3, clean: false })].join('')],
  ...formatSamples.map((sample) => [sample.format, (seed: number) => sampleText(sample, 60, seed)] as const),
];

/** Which records share their values of a field: by numbers in the order in which the values come, and where they have none. */
async function joins(log: OpenedLog, field: string): Promise<readonly string[]> {
  const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 1000, fields: [field], isWhole: true });
  const numbers = new Map<string, number>();
  return rows.map(({ texts = [] }) =>
    texts
      .map(({ text, more }) => {
        const folded = text.toLowerCase();
        numbers.set(folded, numbers.get(folded) ?? numbers.size);
        return `${numbers.get(folded)}+${more}`;
      })
      .join(),
  );
}

/** The values of callers and targets in a log that a copy must not have: not those of public types. */
async function valuesOf(log: OpenedLog, field: string): Promise<readonly string[]> {
  const { values } = await log.request('facets', { query: '', field, limit: 1000 });
  return values.flatMap(({ value }) => (value === null || value.length < 4 ? [] : [value]));
}

describe.each(generators)('the redacted copy of a log of %s', (_, make) => {
  it('is a log with the same records, findings, results and joins, and without originals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), async (seed) => {
        const { text, before, after } = await redactedLog(make(seed));
        expect(after.last.records).toBe(before.last.records);
        const codes = async (log: OpenedLog) => (await log.request('findingCodes', { query: '' })).codes;
        expect(await codes(after)).toEqual(await codes(before));
        const counts = async (log: OpenedLog) => {
          const { operations, results, resultGroups, time, sources } = await log.request('summary', { query: '', top: 0 });
          // An operation may name an application.
          const ofOperations = Object.values(operations).toSorted((left, right) => left - right);
          return { ofOperations, results, resultGroups, time, formats: sources[0]?.formats };
        };
        expect(await counts(after)).toEqual(await counts(before));
        for (const field of ['caller', 'target', 'ip', 'request', 'tenant', 'subscription', 'resourceGroup', 'instance']) {
          expect([field, ...(await joins(after, field))]).toEqual([field, ...(await joins(before, field))]);
        }
        const folded = text.toLowerCase();
        for (const field of [
          'caller.UPN',
          'caller.ObjectID',
          'caller.Username',
          'caller.ARN',
          'caller.Email',
          'caller.AccountID',
          'caller.TenantId',
          'subscription',
          'ip',
        ]) {
          const remaining = (await valuesOf(before, field)).filter(
            (value) => !/^system:|^root$|amazonaws\.com$|^private$/.test(value) && folded.includes(value.toLowerCase()),
          );
          expect([field, ...remaining]).toEqual([field]);
        }
      }),
      { numRuns: runs(2) },
    );
  });
});

describe('a redacted copy', () => {
  const record = (more: object): string =>
    JSON.stringify({
      operationName: 'SetCurrentPolicy',
      resultType: 'Success',
      auditEventCategory: [],
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'ana@contoso.com' }],
      targetResources: [],
      callerDisplayName: 'Ana Smith',
      env_time: '2020-11-23T18:23:29.0000000Z',
      ...more,
    });

  it('changes no byte beside the values that it replaces', async () => {
    const log = `\ufeff${record({})}\r\n\n  { "operationName" : "X", "note":"\\u00e4 ana@contoso.com" , "n": 1.50 }\n`;
    const { text } = await redactedLog(log);
    expect(text).toBe(log.replace('\\u00e4', 'ä').replaceAll('ana@contoso.com', 'user1@domain1.example.com').replace('Ana Smith', 'name1'));
  });

  it('finds values within others: in texts, ids, names with ports, JSON in JSON, numbers and keys', async () => {
    const { text } = await redactedLog(
      [
        record({
          resultDescription: 'ANA SMITH (Ana@Contoso.com) of contoso.com was denied; anabolic stays',
          callerIpAddress: '10.1.2.3:443',
          properties: JSON.stringify({ who: 'ana@contoso.com', inner: JSON.stringify({ ip: '[2001:db8:9::1]:80' }) }),
          uri: '/subscriptions/6f1c2bd0-41a1-4c4b-9c1d-1f0c29d1a001/resourceGroups/payroll-group/providers/Microsoft.Attestation/attestationProviders/payrollhsm',
          arn: 'arn:aws:iam::111122223333:user/eve',
          byUser: { 'ana@contoso.com': 3 },
        }),
        record({ text: 'payrollhsm in PAYROLL-GROUP by eve of 111122223333', account: 111122223333, mapped: '::ffff:10.1.2.3' }),
      ].join('\n'),
    );
    expect(text).not.toMatch(/ana@|smith|contoso|10\.1\.2\.3|6f1c2bd0|payroll|111122223333|\beve\b/i);
    expect(text).toContain('anabolic stays');
    expect(text).toMatch(/NAME\d+ \(user1@domain1\.example\.com\) of domain1\.example\.com was denied/);
    expect(text).toContain('"callerIpAddress":"192.0.2.1:443"');
    expect(text).toContain('"mapped":"::ffff:192.0.2.1"');
    expect(text).toContain('"byUser":{"user1@domain1.example.com":3}');
    expect(text).toMatch(/\/resourceGroups\/name\d+\/providers\/Microsoft\.Attestation\/attestationProviders\/name\d+"/);
    expect(text).toMatch(/arn:aws:iam::100000000001:user\/name\d+"/);
    expect(text).toContain('"account":100000000001');
  });

  it('redacts what cannot be read as well, and hides what gives access', async () => {
    const { text } = await redactedLog(`${record({ url: 'https://x/?sig=abc%2Bdef' })}\n{"who":"ana@contoso.com","ip":"10.9.8.7\n`);
    expect(text).not.toMatch(/ana@|10\.9\.8\.7|abc%2Bdef/);
    expect(text).toContain('{"who":"user1@domain1.example.com","ip":"192.0.2.1\n');
  });

  it('takes no value of the log for a pseudonym of another one', async () => {
    const { text } = await redactedLog(
      [
        record({ callerIpAddress: '192.0.2.1' }),
        record({ callerIpAddress: '10.0.0.1', callerDisplayName: 'name1', note: 'user1@example.com' }),
      ].join('\n'),
    );
    const addresses = [...text.matchAll(/"callerIpAddress":"(.*?)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(['192.0.2.2', '192.0.2.3']);
    expect(text).toMatch(/"callerDisplayName":"name3".*\n.*|"callerDisplayName":"name2"/);
    expect(text).not.toContain('"name1"');
  });

  it('has other ids in each copy, the same within one, and none that can be told from the original', async () => {
    const id = '6f1c2bd0-41a1-4c4b-9c1d-1f0c29d1a001';
    const log = [record({ requestId: id }), record({ note: `request ${id.toUpperCase()}` })].join('\n');
    const ids = async (): Promise<readonly string[]> =>
      [...(await redactedLog(log)).text.matchAll(/[\da-f]{8}-[\da-f-]{27}/gi)].map(([one]) => one.toLowerCase());
    const [first, second] = [await ids(), await ids()];
    expect(first).toHaveLength(2);
    expect(new Set(first).size).toBe(1);
    expect(first[0]).not.toBe(second[0]);
    expect(first[0]).not.toBe(id);
  });

  it('is decompressed, and larger than what is held at once', async () => {
    const log = readFileSync('media/samples/attestation-month.audit.ndjson');
    const { answer, after } = await redactedLog(gzipSync(log));
    expect(answer.records).toBe(2000);
    expect(after.last.sources[0]?.compression).toBe('none');
  });

  it.each<readonly [name: string, encode: (text: string) => Buffer, tail: string]>([
    ['UTF-16, of which the copy has fewer bytes', (text) => Buffer.from(text, 'utf16le'), ''],
    ['UTF-16, of which the copy has more bytes', (text) => Buffer.from(text, 'utf16le'), `${'表'.repeat(2000)}\n`],
    ['UTF-16 with the high byte first', (text) => Buffer.from(text, 'utf16le').swap16(), ''],
    ['UTF-16, compressed', (text) => gzipSync(Buffer.from(text, 'utf16le')), ''],
    ['UTF-8 with UTF-16 after it', (text) => Buffer.concat([Buffer.from(text), Buffer.from(text, 'utf16le')]), ''],
  ])('is whole of a log in %s', async (_, encode, tail) => {
    const log = `\ufeff${record({ who: 'ana@contoso.com' })}\n${record({ who: 'ben@contoso.com' })}\n${tail}`;
    const { before, after, text, answer } = await redactedLog(encode(log));
    expect([answer.records, after.last.records]).toEqual([before.last.records, before.last.records]);
    expect(text.endsWith(`"who":"user2@domain1.example.com"}\n${tail}`)).toBe(true);
  });

  it('says what it replaces before it is made, with the pseudonyms that the copy has', async () => {
    const log = [record({ callerIpAddress: '10.1.2.3' }), record({ callerIpAddress: '10.1.2.4' })].join('\n');
    const { before, text } = await redactedLog(log);
    const { kinds } = await before.request('redaction', { source: 0, examples: 1 });
    expect(kinds.find(({ kind }) => kind === 'ipv4')).toEqual({
      kind: 'ipv4',
      values: 2,
      examples: [{ original: '10.1.2.3', pseudonym: '192.0.2.1' }],
    });
    expect(text).toContain('"callerIpAddress":"192.0.2.1"');
    expect(kinds.map(({ kind }) => kind)).toEqual(['name', 'email', 'domain', 'ipv4']);
  });
});
