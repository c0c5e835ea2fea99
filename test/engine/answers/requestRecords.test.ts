import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { runs } from '../../runs.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { otherLogs } from '../otherRecords.ts';

const { azureActivityEvent, cloudTrail, gcpAudit, kubernetesAudit } = inventedRecords;

function logOf(...records: readonly object[]): Promise<OpenedLog> {
  return openLog(records.map((record) => JSON.stringify(record)).join('\n'));
}

async function requestOf(log: OpenedLog, index: number): Promise<unknown> {
  const { request } = await log.request('record', { ref: { source: 0, index } });
  return (
    request && {
      filter: request.filter,
      total: request.total,
      records: request.records.map(({ row, stage }) => `${row.ref.index}${stage === null ? '' : ` ${stage}`}`),
    }
  );
}

describe('the records of one request', () => {
  it('are its stages, in their own words', async () => {
    const log = await logOf(
      { ...kubernetesAudit, auditID: 'a', stage: 'RequestReceived' },
      { ...kubernetesAudit, auditID: 'b' },
      { ...kubernetesAudit, auditID: 'a' },
    );
    const expected = { filter: 'request:a', total: 2, records: ['0 RequestReceived', '2 ResponseComplete'] };
    expect([await requestOf(log, 0), await requestOf(log, 1), await requestOf(log, 2)]).toEqual([expected, null, expected]);
  });

  it('are the first and the last of a long operation', async () => {
    const log = await logOf(
      { ...gcpAudit, insertId: '1', operation: { id: 'op', first: true } },
      { ...gcpAudit, insertId: '2', operation: { id: 'op', first: false, last: true } },
      { ...gcpAudit, insertId: '3', operation: { id: 'op' } },
    );
    expect(await requestOf(log, 2)).toEqual({ filter: 'request:op', total: 3, records: ['0 first', '1 last', '2'] });
  });

  it('are what a correlation id of Azure holds together', async () => {
    const log = await logOf({ ...azureActivityEvent, status: { value: 'Started' } }, { ...azureActivityEvent, eventDataId: '2' });
    expect(await requestOf(log, 0)).toMatchObject({ total: 2, records: ['0 Started', '1 Failed'] });
  });

  it('are those of Attestation as well', async () => {
    const log = await logOf(
      { operationName: 'x', requestId: 'r' },
      { operationName: 'y', requestId: 'R' },
      { operationName: 'z', requestId: 's' },
    );
    expect(await requestOf(log, 0)).toEqual({ filter: 'request:r', total: 2, records: ['0', '1'] });
  });

  it('are not counted where they are many', async () => {
    const log = await logOf(...Array.from({ length: 100 }, (_, index) => ({ ...cloudTrail, eventID: String(index) })));
    expect(await requestOf(log, 70)).toEqual({
      filter: 'request:EXAMPLE1',
      total: null,
      records: Array.from({ length: 12 }, (_, index) => String(index)),
    });
  });

  test.each<[title: string, record: object]>([
    ['without a request', { operationName: 'x' }],
    ['whose request is null', { operationName: 'x', requestId: null }],
    ['whose request gives access', { operationName: 'x', requestId: 'https://a.example/?sig=abcdefghijklmnopqrstuvwxyz0123456789' }],
  ])('are none of a record %s', async (_, record) => {
    expect(await requestOf(await logOf(record, record), 0)).toBeNull();
  });

  it('are those that the filter finds', async () => {
    await fc.assert(
      fc.asyncProperty(otherLogs, async (lines) => {
        const log = await openLog(lines.join('\n'));
        for (const index of lines.keys()) {
          const { request } = await log.request('record', { ref: { source: 0, index } });
          if (request !== null && request.total !== null) {
            await log.request('search', { query: request.filter });
            const { rows } = await log.request('page', { query: request.filter, order: 'file', from: { at: 0 }, count: 100 });
            expect(request.records.map(({ row }) => row.ref.index)).toEqual(rows.map(({ ref }) => ref.index));
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
