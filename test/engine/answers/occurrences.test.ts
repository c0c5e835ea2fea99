import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

describe('how often records occur in the whole log, and where first', () => {
  it.each(['attestation-month.audit.ndjson', 'cloudtrail.audit.json', 'kubernetes.audit.ndjson', 'azure-activity.audit.json'])(
    'is what a filter finds, of everything that records of %s have in common',
    async (name) => {
      const log = await openLog(readFileSync(`media/samples/${name}`));
      for (let index = 0; index < log.last.records; index += 23) {
        const { aspects } = await log.request('record', { ref: { source: 0, index } });
        const filters = aspects.flatMap(({ filter }) => filter ?? []);
        const { values } = await log.request('occurrences', { filters });
        for (const [place, filter] of filters.entries()) {
          const { rows, matching } = await log.request('page', { query: filter, order: 'oldest', from: { at: 0 }, count: 1 });
          const [{ ref, time }] = rows as [(typeof rows)[0]];
          expect(values[place]).toEqual({ filter, records: matching, first: { ref, time: time?.ticks ?? null } });
        }
      }
    },
  );

  it('is known of a filter that finds nothing, and of records without a valid time', async () => {
    const log = await openLog('{"operationName":"a","env_time":"yesterday"}\n{"operationName":"a"}\n{"operationName":"b"}');
    const { values } = await log.request('occurrences', { filters: ['operation:c', 'operation:A', 'operation:(a, b)', 'caller:x'] });
    const first = { ref: { source: 0, index: 0 }, time: null };
    expect(values).toEqual([
      { filter: 'operation:c', records: 0, first: null },
      { filter: 'operation:A', records: 2, first },
      { filter: 'operation:(a, b)', records: 3, first },
      { filter: 'caller:x', records: 0, first: null },
    ]);
  });

  it('is refused for a filter at fault', async () => {
    const log = await openLog('{"operationName":"a"}');
    await expect(log.request('occurrences', { filters: ['(('] })).rejects.toThrow(/error/);
  });
});
