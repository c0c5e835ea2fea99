import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldName, type FieldRef, fieldNames, resolveField } from '../../../src/core/query/fields.ts';
import { fieldValues } from '../../../src/engine/export/fieldValues.ts';
import { visitRecords } from '../../../src/engine/index/visitRecords.ts';
import { valuesOfRow } from '../../../src/engine/query/valuesOfRow.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { runs } from '../../runs.ts';
import { naiveLog } from '../query/naive/records.ts';
import { readIndex } from '../readIndex.ts';

const fields: readonly FieldRef[] = [
  ...fieldNames,
  'caller.UPN',
  'caller.TenantId',
  'target.ServiceRegion',
  'target.ResourceId',
  'target.Account',
  'callerDisplayName',
  'env_cloud_role',
  'key.a.b',
].map((name) => resolveField(name)!);

/** Compares what is read with what each record says itself. Gives the number of rows. */
async function check(...texts: readonly string[]): Promise<number> {
  const index = await readIndex(...texts);
  const read = fieldValues(index, fields);
  const rows = Uint32Array.from({ length: index.table.length }, (_, row) => row);
  await visitRecords(index, rows, new AbortController().signal, (row, bytes) => {
    const said = valuesOfRow(index, row, bytes);
    const values = read(row, bytes);
    const wanted = fields.map((field) => [fieldName(field), [...new Set(said.values(field))]]);
    expect(fields.map((field, at) => [fieldName(field), values[at]])).toEqual(wanted);
  });
  return rows.length;
}

describe('values of fields for tables', () => {
  it('are those that records of Attestation say, whatever they hold', async () => {
    const property = fc.asyncProperty(naiveLog, async (sources) => {
      await check(...sources.map((generated) => generated.map(({ written }) => written).join('\n')));
    });
    await fc.assert(property, { numRuns: runs(60) });
  });

  it('are those that records of each format say', async () => {
    const lines = Object.values(inventedRecords).map((record) => JSON.stringify(record));
    expect(await check(`${lines.join('\n')}\n`)).toBe(lines.length);
  });

  it.each([
    'attestation-month.audit.ndjson',
    'azure-activity.audit.json',
    'cloudtrail.audit.json',
    'kubernetes.audit.ndjson',
    'm365.audit.json',
  ])('are those that the records of the sample %s say', async (name) => {
    expect(await check(readFileSync(`media/samples/${name}`, 'utf8'))).toBeGreaterThan(100);
  });

  it('are read where rows are in several blocks, with more values than are remembered', async () => {
    const line = (index: number): string =>
      JSON.stringify({
        operationName: `op${index % 3}`,
        resultDescription: `no ${index % 1500}`.padEnd(index % 7 === 0 ? 2000 : 0, '!'),
        callerIdentities: [],
        env_seqNum: index,
      });
    expect(await check(Array.from({ length: 9000 }, (_, index) => line(index)).join('\n'))).toBe(9000);
  });
});
