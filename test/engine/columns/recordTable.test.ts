import { describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { readIndex } from '../readIndex.ts';
import { columnNames } from '../../../src/engine/columns/recordColumns.ts';
import { grownCapacity } from '../../../src/engine/columns/column.ts';
import type { RecordTable } from '../../../src/engine/columns/recordTable.ts';
import { RecordIndexer } from '../../../src/engine/ingest/general/recordIndexer.ts';
import { Intake } from '../ingest/intake.ts';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';

/** A log like those of Azure Attestation: 300 callers, 5,000 instances. */
function indexed(records: number): RecordTable {
  const intake = new Intake();
  const { table, findings } = intake;
  const indexer = new RecordIndexer(table, findings.words, 1);
  const reader = new RecordReader(indexer, indexer);
  for (let number = 0; number < records; number++) {
    const resource = `/subscriptions/s${number % 40}/resourceGroups/g${number % 400}/providers/Microsoft.Attestation/attestationProviders/p${number % 5000}`;
    const record = {
      operationName: 'SetCurrentPolicy',
      resultType: 'Success',
      auditEventCategory: ['ApplicationManagement'],
      requestId: `r${number}`,
      callerIpAddress: `192.0.2.${number % 250}`,
      callerIdentities: [{ callerIdentityType: 'ObjectID', callerIdentity: `o${number % 300}` }],
      targetResources: [{ targetResourceType: 'ResourceId', targetResourceName: resource }],
      env_time: '2020-11-23T18:23:29.9427158Z',
      env_epoch: `E${number % 10}`,
      env_seqNum: number,
      env_cloud_role: 'AttestationRpType',
      env_cloud_roleInstance: `IN_${number % 4}`,
    };
    reader.push(new TextEncoder().encode(`${JSON.stringify(record)}\n`));
  }
  reader.end();
  intake.take(indexer);
  table.trim();
  return table;
}

describe('a table of records', () => {
  it('takes at most 64 bytes a record beside the dictionaries', () => {
    const records = 20_000;
    const table = indexed(records);
    expect(table.length).toBe(records);
    // Trimmed columns may keep an eighth.
    expect(table.memory / records).toBeLessThan(64 * (1 + 1 / 8));
    const widths = columnNames.map((name) => table[name]).flatMap((column) => ('data' in column ? [column.data.BYTES_PER_ELEMENT] : []));
    const offsets = 4 + 8 / 4096;
    const late = Uint32Array.BYTES_PER_ELEMENT;
    expect(widths.reduce((sum, width) => sum + width, offsets - late)).toBeLessThanOrEqual(64);
  });

  it('takes no more of records of other formats, and nothing for ids where there are none', async () => {
    const { table } = await readIndex(
      Array.from({ length: 20_000 }, (_, number) =>
        JSON.stringify({
          ...inventedRecords.cloudTrail,
          eventID: `id${number}`,
          requestID: `r${number}`,
          requestParameters: { bucketName: `b${number % 5000}` },
        }),
      ).join('\n'),
    );
    table.trim();
    expect(table.recordId.data.length).toBeGreaterThan(0);
    expect(table.memory / table.length).toBeLessThan(64 * (1 + 1 / 8));
    expect(indexed(100).recordId.data.byteLength).toBe(0);
  });

  it('grows to what is expected, in steps, and by doubling where nothing is known', () => {
    const cases: readonly (readonly [capacity: number, needed: number, expected: number, wanted: number])[] = [
      [256, 257, 0, 512],
      [256, 257, 1000, 1000],
      [256, 257, 1_000_000, 4096],
      [256, 257, 200, 512],
      [256, 5000, 300, 5000],
      [262_144, 262_145, 6_000_000, 6_000_000],
      [262_144, 262_145, 100_000_000, 16_777_216],
    ];
    for (const [capacity, needed, expected, wanted] of cases) {
      expect(grownCapacity(capacity, needed, expected)).toBe(wanted);
    }
  });
});
