import { describe, expect, it, test } from 'vitest';
import { fieldNames, resolveField } from '../../../src/core/query/fields.ts';
import { RecordValues } from '../../../src/engine/query/recordValues.ts';
import { words } from '../../core/describe/words.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

const encoder = new TextEncoder();
const lines = Object.values(inventedRecords).map((record) => JSON.stringify(record));

const attestation = (number: number): string => JSON.stringify({ operationName: 'SetCurrentPolicy', env_seqNum: number });

async function rowsOf(log: Awaited<ReturnType<typeof openLog>>, query: string): Promise<readonly number[]> {
  const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 100 });
  return rows.map(({ ref }) => ref.index);
}

describe('a log of many formats', () => {
  it('has no error and no warning, and each record has its time', async () => {
    const log = await openLog(lines.join('\n'));
    const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
    expect(findings.filter(({ severity }) => severity !== 'information')).toEqual([]);
    expect(log.last.records).toBe(lines.length);
    const { untimed } = await log.request('timeline', { query: '', width: 10 });
    expect(untimed).toBe(0);
  });

  it('is told in sentences with caller, operation, target and outcome', async () => {
    const log = await openLog(lines.join('\n'));
    const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 100 });
    expect(rows.map(({ sentence }) => words(sentence))).toEqual([
      'Deployer/deploy: PutBucketPolicy on arn:aws:s3:::invoices in eu-west-1 failed: AccessDenied: User is not authorized to perform s3:PutBucketPolicy',
      'dev@example.com ran a command in the pod web-0',
      'ops@example.com: storage.buckets.delete on projects/_/buckets/invoices failed: 7: Permission denied',
      'ana@contoso.example: SecretGet on SHOPVAULT failed',
      'ana@contoso.example created or changed the virtual machine web0',
      'ana@contoso.example: Microsoft.Storage/storageAccounts/delete on shopdata failed',
      'ana@contoso.example added ben@contoso.example to the group Payroll',
      'ana@contoso.example: Sign-in to Payroll Web on Payroll API failed: 50126: Invalid username or password.',
      'ana@contoso.example: UserLoginFailed on 00000000-0000-4000-8000-000000000012 failed',
      'carol: login on console failed',
    ]);
  });

  test.each(Object.keys(inventedRecords).map((id, index) => [id, index] as const))('finds %s by its format', async (id, index) => {
    const log = await openLog(lines.join('\n'));
    expect(await rowsOf(log, `format:${id}`)).toEqual([index]);
  });

  it('answers every field from its columns as the records themselves do', async () => {
    const log = await openLog(lines.join('\n'));
    for (const name of fieldNames) {
      const field = resolveField(name);
      if (field === undefined || ['finding', 'source', 'record', 'line', 'text', 'seq', 'time'].includes(name)) {
        continue;
      }
      const byValue = new Map<string | null, number[]>();
      lines.forEach((line, index) => {
        const values = new RecordValues(encoder.encode(line), { record: index, line: 1, sourceNames: [], findings: [] }).values(field);
        new Set(values.length === 0 ? [null] : values).forEach((value) => byValue.set(value, [...(byValue.get(value) ?? []), index]));
      });
      for (const [value, indexes] of byValue) {
        const query = value === null ? `${name}:null` : `${name}=${JSON.stringify(value)}`;
        expect({ query, rows: await rowsOf(log, query) }).toEqual({ query, rows: indexes });
      }
    }
  });

  it('keeps records of Attestation among them as they are', async () => {
    const log = await openLog([lines[0], attestation(1), lines[1], attestation(2)].join('\n'));
    expect(await rowsOf(log, 'format:attestation')).toEqual([1, 3]);
    expect(await rowsOf(log, 'NOT format:attestation')).toEqual([0, 2]);
  });

  it('reports a time that is none, at its place', async () => {
    const record = JSON.stringify({ ...inventedRecords.cloudTrail, eventTime: 'yesterday' });
    const log = await openLog(record);
    const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['value.time /eventTime']);
  });
});
