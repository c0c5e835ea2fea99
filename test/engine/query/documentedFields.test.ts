import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { documentedFields } from '../../../src/core/query/fields.ts';
import { inventedRecords, type InventedFormat } from '../../core/formats/inventedRecords.ts';
import { openLog, type OpenedLog } from '../openLog.ts';

/** The invented records as they are, and each in each of its envelopes, as an object and as JSON text. */
const records: readonly unknown[] = [
  ...Object.values(inventedRecords),
  ...builtInFormats.forms.flatMap(({ format, envelope }) => {
    const record = inventedRecords[format.id as InventedFormat];
    const within = (value: unknown): unknown => envelope.reduceRight((inner, key) => ({ [key]: inner }), value);
    return envelope.length === 0 ? [] : [within(record), within(JSON.stringify(record))];
  }),
];

async function rowsOf(log: OpenedLog, query: string): Promise<readonly number[]> {
  const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 1000 });
  return rows.map(({ ref }) => ref.index);
}

describe('the fields that formats document', () => {
  it('find in the engine what the same paths after "key." find', async () => {
    const log = await openLog(records.map((record) => JSON.stringify(record)).join('\n'));
    let found = 0;
    for (const { name } of documentedFields()) {
      const rows = await rowsOf(log, `-${name}:null`);
      expect({ name, rows: await rowsOf(log, `-key.${name}:null`) }).toEqual({ name, rows });
      found += rows.length > 0 ? 1 : 0;
    }
    expect(found).toBeGreaterThan(200);
  });

  it('find each record by what its detail shows, in JSON text too', async () => {
    const log = await openLog(records.map((record) => JSON.stringify(record)).join('\n'));
    for (const index of records.keys()) {
      const { fields } = await log.request('record', { ref: { source: 0, index } });
      for (const { filter, name } of fields) {
        if (filter !== null) {
          expect({ index, name, filter, rows: await rowsOf(log, filter) }).toMatchObject({
            rows: expect.arrayContaining([index]) as readonly number[],
          });
        }
      }
    }
  });

  it('read an envelope as an object and as JSON text, and not what is beside it', async () => {
    const inner = { ...inventedRecords.m365Audit, UserId: 'ana@contoso.example' };
    const rows = [{ AuditData: inner }, { AuditData: JSON.stringify(inner), UserId: 'ben' }, inner].map((row) => JSON.stringify(row));
    const log = await openLog(rows.join('\n'));
    for (const field of ['AuditData.UserId', 'auditdata.userid', 'key.AuditData.UserId']) {
      expect(await rowsOf(log, `${field}:ana@*`)).toEqual([0, 1]);
    }
    expect(await rowsOf(log, 'UserId:*')).toEqual([1, 2]);
    expect(await rowsOf(log, 'key.AuditData.userid:*')).toEqual([]);
    const { values } = await log.request('facets', { query: '', field: 'AuditData.UserId', limit: 10 });
    expect(values.map(({ value, count }) => `${value} ${count}`)).toEqual(['ana@contoso.example 2', 'null 1']);
  });
});
