import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { RecordValues } from '../../../src/engine/query/recordValues.ts';
import type { FieldText } from '../../../src/protocol/answers/page.ts';
import type { Requests } from '../../../src/protocol/requests.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { runs } from '../../runs.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { otherLogs } from '../otherRecords.ts';
import { valuesOf } from '../query/naive/fieldValues.ts';
import { pathFields } from '../query/naive/filters.ts';
import { naiveLog } from '../query/naive/records.ts';

/** What the rows of a log say of some fields. */
async function textsOf(
  log: OpenedLog,
  fields: readonly string[],
  order: Requests['page']['params']['order'] = 'file',
): Promise<readonly (readonly FieldText[] | undefined)[]> {
  const { rows } = await log.request('page', { query: '', order, from: { at: 0 }, count: 1000, fields });
  return rows.map(({ texts }) => texts);
}

/** Holds what a row says of a field against the values of its record, of which any may be the first. Returns how many there are. */
function checkText(texts: readonly FieldText[] | undefined, field: string, values: readonly (string | null)[]): number {
  const distinct = [...new Set(values.filter((value) => value !== null))];
  const shown = distinct.map((value) => (value.length > 200 ? `${value.slice(0, 199)}…` : value));
  const own = texts?.filter((one) => one.field === field);
  const text: unknown = expect.toBeOneOf(shown);
  expect(own).toEqual(distinct.length === 0 ? [] : [{ field, text, more: distinct.length - 1 }]);
  return distinct.length;
}

/** Some that are in columns and some that are read from the records. */
const attestationFields = [
  ...pathFields,
  'operation',
  'category',
  'tenant',
  'target',
  'target.ServiceRegion',
  'region',
  'ip',
  'request',
  'seq',
  'env_name',
];

const nowhere = { record: 0, sourceNames: [], findings: [] };
const { cloudTrail, kubernetesAudit, azureResourceLog } = inventedRecords;
const lines = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n');

describe('the rows of a page', () => {
  it('say what a plain reading of each record finds', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(naiveLog, fc.shuffledSubarray(attestationFields, { minLength: 5, maxLength: 5 }), async (sources, fields) => {
        const log = await openLog(...sources.map((records) => records.map(({ written }) => written).join('\n')));
        const texts = await textsOf(log, fields);
        for (const [row, record] of sources.flat().entries()) {
          fields.forEach(
            (field) => (found += checkText(texts[row], field, valuesOf({ ...record, source: 0, index: 0, findings: [] }, field))),
          );
        }
      }),
      { numRuns: runs(40) },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('say it of records of other formats, whatever they hold', async () => {
    const fields = ['target.Region', 'target.Namespace', 'resourceGroup', 'category', 'target', 'key.id', 'time'];
    await fc.assert(
      fc.asyncProperty(otherLogs, async (texts) => {
        const log = await openLog(texts.join('\n'));
        const records = (await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 1000 })).rows;
        const said = await textsOf(log, fields);
        for (const [row, { line }] of records.entries()) {
          const values = new RecordValues(new TextEncoder().encode(texts[line - 1]), { ...nowhere, line }, builtInFormats);
          fields.forEach((field) => checkText(said[row], field, values.values(resolveField(field)!)));
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('say what the documentation of the formats means by the fields', async () => {
    const log = await openLog(lines([cloudTrail, kubernetesAudit, { ...cloudTrail, awsRegion: undefined }, azureResourceLog]));
    expect(await textsOf(log, ['target.Region', 'target.Namespace', 'key.sourceIPs', 'resourceGroup', 'category'])).toEqual([
      [
        { field: 'target.Region', text: 'eu-west-1', more: 0 },
        { field: 'category', text: 'Management', more: 0 },
      ],
      [
        { field: 'target.Namespace', text: 'shop', more: 0 },
        { field: 'key.sourceIPs', text: '198.51.100.4', more: 1 },
        { field: 'category', text: 'ResponseComplete', more: 0 },
      ],
      [{ field: 'category', text: 'Management', more: 0 }],
      [
        { field: 'resourceGroup', text: 'SHOP', more: 0 },
        { field: 'category', text: 'AuditEvent', more: 0 },
      ],
    ]);
  });

  it('say one name of what has several, as counts of values do', async () => {
    const log = await openLog(lines([kubernetesAudit]));
    const [texts] = await textsOf(log, ['caller', 'event']);
    for (const { field, text, more } of texts!) {
      const { values } = await log.request('facets', { query: '', field, limit: 5 });
      expect([[text], more]).toEqual([values.map(({ value }) => value), 0]);
    }
    expect(texts?.length).toBe(2);
  });

  it('say it in any order and on any page, also of the last of more rows than a block has', async () => {
    const count = 5000;
    const regionOf = (row: number): string => `region-${String((row * 7) % count).padStart(4, '0')}`;
    const log = await openLog(lines(Array.from({ length: count }, (_, row) => ({ ...cloudTrail, awsRegion: regionOf(row) }))));
    const field = 'target.Region';
    const asked = { query: '', fields: [field, 'target.ResourceId', 'key.awsRegion'], count: 3 } as const;
    const read = (text: string) => [field, 'key.awsRegion'].map((name) => ({ field: name, text, more: 0 }));
    const last = await log.request('page', { ...asked, order: 'file', from: { around: { source: 0, index: count - 1 } } });
    expect(last.rows.map(({ texts }) => texts)).toEqual([count - 3, count - 2, count - 1].map((row) => read(regionOf(row))));
    const sorted = await log.request('page', { ...asked, order: { field, descending: true }, from: { at: 0 } });
    expect(sorted.rows.map(({ texts }) => texts)).toEqual(['region-4999', 'region-4998', 'region-4997'].map(read));
  });

  it('show no secret, and no more of a value than a line can hold', async () => {
    const token = `eyJhbGciOiJI.eyJzdWIiOiIx${'b'.repeat(300)}.${'c'.repeat(20)}`;
    const uri = 'https://contoso.example/?sv=2020&sig=abcdef%3D';
    const log = await openLog(lines([{ ...cloudTrail, awsRegion: uri, note: [`x ${token}`, 'y'], long: '😀'.repeat(500) }]));
    const [texts] = await textsOf(log, ['target.Region', 'key.note', 'key.long']);
    expect(texts!.slice(0, 2)).toEqual([
      { field: 'target.Region', text: 'https://contoso.example/?sv=2020&sig=…', more: 0 },
      { field: 'key.note', text: 'x eyJ…', more: 1 },
    ]);
    expect(texts![2]!.text.length).toBe(200);
    expect(texts![2]!.text.endsWith('…')).toBe(true);
  });

  it('say nothing where nobody asks, and refuse what is no field', async () => {
    const log = await openLog(lines([cloudTrail]));
    const asked = { query: '', order: 'file', from: { at: 0 }, count: 5 } as const;
    expect((await log.request('page', asked)).rows.map((row) => 'texts' in row)).toEqual([false]);
    await expect(log.request('page', { ...asked, fields: ['region', 'nonsense'] })).rejects.toThrow(/nonsense/);
  });
});
