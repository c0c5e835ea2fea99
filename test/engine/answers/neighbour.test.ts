import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../runs.ts';
import { openLog, type OpenedLog } from '../openLog.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8');

async function neighbourOf(log: OpenedLog, index: number, direction: 'previous' | 'next', query: string): Promise<number | null> {
  const { record } = await log.request('neighbour', { ref: { source: 0, index }, direction, query });
  return record?.index ?? null;
}

/** The same by going through the records in the order of time, all of them and the matching ones. */
async function slowNeighbours(log: OpenedLog, query: string): Promise<ReadonlyMap<number, readonly [number | null, number | null]>> {
  const numbers = async (filter: string): Promise<readonly number[]> =>
    (await log.request('page', { query: filter, order: 'oldest', from: { at: 0 }, count: 1000 })).rows.map(({ ref }) => ref.index);
  const all = await numbers('');
  const matching = new Set(await numbers(query));
  return new Map(
    all.map((index, place) => [
      index,
      [all.slice(0, place).findLast((one) => matching.has(one)) ?? null, all.slice(place + 1).find((one) => matching.has(one)) ?? null],
    ]),
  );
}

/** Few times, one of them beyond what the column holds exactly, so that many records share one, and some have none. */
const times = ['2020-11-02T00:00:00Z', '2020-11-02T00:00:00.0000001Z', '2020-11-03T00:00:00Z', '0001-01-01T00:00:00.0000003Z', 'yesterday'];
const logs = fc.array(fc.record({ env_time: fc.constantFrom(...times), operationName: fc.constantFrom('a', 'b') }), {
  minLength: 1,
  maxLength: 30,
});

describe('the record next to another one', () => {
  it('is the one that comes next in the order of time, in a log of any order', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.constantFrom('', 'operation:a', 'operation:b'), async (records, query) => {
        const log = await openLog(records.map((record) => JSON.stringify(record)).join('\n'));
        for (const [index, [previous, next]] of await slowNeighbours(log, query)) {
          expect([await neighbourOf(log, index, 'previous', query), await neighbourOf(log, index, 'next', query)]).toEqual([
            previous,
            next,
          ]);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it.each([
    ['in order', (index: number) => index],
    ['in reverse', (index: number) => -index],
    ['in no order', (index: number) => (index * 7919) % 9001],
  ])('is found across blocks of a log %s', async (_order, secondOf) => {
    const time = (index: number): string => new Date(Date.UTC(2020, 10, 2) + secondOf(index) * 1000).toISOString();
    const lines = Array.from({ length: 9000 }, (_, index) => ({
      env_time: time(index),
      operationName: index % 3000 === 7 ? 'rare' : 'usual',
    }));
    const log = await openLog(lines.map((record) => JSON.stringify(record)).join('\n'));
    const rare = lines.flatMap(({ operationName }, index) => (operationName === 'rare' ? [index] : []));
    for (const index of [0, 4095, 4096, 8999, ...rare]) {
      const before = rare.filter((one) => time(one) < time(index)).sort((left, right) => (time(left) < time(right) ? 1 : -1));
      const after = rare.filter((one) => time(one) > time(index)).sort((left, right) => (time(left) < time(right) ? -1 : 1));
      expect([
        await neighbourOf(log, index, 'previous', 'operation:rare'),
        await neighbourOf(log, index, 'next', 'operation:rare'),
      ]).toEqual([before[0] ?? null, after[0] ?? null]);
    }
  });

  it('leads through all records that a record has something in common with', async () => {
    const log = await openLog(month);
    const { aspects } = await log.request('record', { ref: { source: 0, index: 100 } });
    expect(aspects.map(({ kind }) => kind)).toEqual(['operation', 'result', 'caller', 'target', 'target']);
    for (const { filter } of aspects) {
      const { rows, matching } = await log.request('page', { query: filter!, order: 'oldest', from: { at: 0 }, count: 1000 });
      const found: number[] = [];
      for (let at: number | null = rows[0]!.ref.index; at !== null; at = await neighbourOf(log, at, 'next', filter!)) {
        found.push(at);
      }
      expect(found).toContain(100);
      expect(found.length).toBe(matching);
    }
  });

  it('is none for a record that there is none of', async () => {
    const log = await openLog('{"env_time":"2020-11-02T00:00:00Z"}');
    await expect(neighbourOf(log, 5, 'next', '')).rejects.toThrow('no such record');
  });
});
