import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldTerm } from '../../../src/core/query/editQuery.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { formatQuery } from '../../../src/core/query/formatQuery.ts';
import { resultGroups } from '../../../src/core/record/results.ts';
import { recordText } from '../generate.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { otherLogs } from '../otherRecords.ts';
import { pathFields } from '../query/naive/filters.ts';
import { naiveLog } from '../query/naive/records.ts';
import { runs } from '../../runs.ts';

const fields = [...pathFields, 'key.unheardOf', 'key.unheardOf.deep', 'resultSignature', 'env_name', 'userIdentity.arn', 'request', 'time'];
const otherFields = ['userIdentity.arn', 'key.verb', 'user.username', 'AuditData.UserId', 'key.id', 'key.value', 'key.ARN', 'source'];

/** The filter for exactly this value. */
function termOf(field: string, value: string | null): string {
  return formatQuery(fieldTerm(resolveField(field)!, value === null ? { kind: 'null' } : { kind: 'exact', value }));
}

/** Each count of a facet against the number of records that a log in which nobody asked for a column selects. */
async function checkCounts(texts: readonly string[], names: readonly string[], query = ''): Promise<number> {
  const log = await openLog(...texts);
  let values = 0;
  for (const field of names) {
    const facets = await log.request('facets', { query, field, limit: 10_000 });
    expect([facets.distinct, facets.uncounted]).toEqual([facets.values.length, undefined]);
    const untouched = await openLog(...texts);
    let rows = 0;
    for (const { value, count, groups } of facets.values) {
      const own = await untouched.request('facets', { query: `${query} ${termOf(field, value)}`, field: 'resultGroup', limit: 4 });
      expect({ field, value, count }).toEqual({ field, value, count: own.matching });
      const groupCounts = new Map(own.values.map((entry) => [entry.value, entry.count]));
      expect(resultGroups.map((group) => groups[group])).toEqual(resultGroups.map((group) => groupCounts.get(group) ?? 0));
      rows += count;
      values++;
    }
    // No record is without a value and without null.
    expect(rows).toBeGreaterThanOrEqual(facets.matching);
  }
  return values;
}

/** A text with a stretch cut out, as a damaged file is. */
function damaged(text: string, at: number, length: number): string {
  const start = at % Math.max(1, text.length);
  return text.slice(0, start) + text.slice(start + length);
}

describe('the counts of a field without a column', () => {
  it('are the numbers of records that a filter for each value selects', async () => {
    let values = 0;
    await fc.assert(
      fc.asyncProperty(naiveLog, fc.shuffledSubarray(fields, { minLength: 4, maxLength: 4 }), async (sources, names) => {
        values += await checkCounts(
          sources.map((generated) => generated.map(({ written }) => written).join('\n')),
          names,
        );
      }),
      { numRuns: runs(12) },
    );
    expect(values).toBeGreaterThan(100);
  });

  it('are so in damaged logs, and under a filter', async () => {
    const log = fc.tuple(fc.array(recordText, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat({ max: 60 }));
    await fc.assert(
      fc.asyncProperty(log, async ([lines, at, length]) => {
        await checkCounts([damaged(lines.join('\n'), at, length)], ['key.unheardOf', 'env_name', 'resultSignature'], 'result:s*');
      }),
      { numRuns: runs(12) },
    );
  });

  it('are so where a log mixes formats', async () => {
    await fc.assert(
      fc.asyncProperty(
        otherLogs,
        recordText,
        fc.shuffledSubarray(otherFields, { minLength: 3, maxLength: 3 }),
        async (lines, own, names) => {
          await checkCounts([[...lines, own].join('\n')], names);
        },
      ),
      { numRuns: runs(8) },
    );
  });
});

const line = (row: number): string =>
  JSON.stringify({
    operationName: row % 2 === 0 ? 'aaa' : 'bbb',
    env_time: new Date(1_600_000_000_000 + row * 1000).toISOString(),
    resultType: row % 3 === 0 ? 'Success' : 'Failure',
    detail: row % 10 === 3 ? {} : { number: (row * 7) % 10, tags: [`t${row % 4}`, 'all'] },
  });
const records = 36_000;
const log = Array.from({ length: records }, (_, row) => line(row)).join('\n');

describe('answers by a field without a column', () => {
  it('show what has been read so far, and how far that is', async () => {
    const opened = await openLog(log);
    const soFar = () => opened.request('facets', { query: '', field: 'key.detail.number', limit: 100, soFar: true });
    expect(await soFar()).toMatchObject({ values: [], searching: { left: records, total: records } });
    const control = new AbortController();
    const reading = opened.session.request('readField', { field: 'key.detail.number' }, control.signal);
    for (;;) {
      const { values, searching } = await soFar();
      const counted = values.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(records - (searching?.left ?? 0));
      if (counted > 0) {
        break;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    control.abort();
    expect((await reading).status).toBe('cancelled');
    const stopped = (await soFar()).searching!.left;
    expect(stopped > 0 && stopped < records).toBe(true);
    // Under way: what is read so far is sorted, and all else is after it.
    const order = { field: 'key.detail.number', descending: false };
    const page = await opened.request('page', { query: '', order, from: { at: 0 }, count: 1, soFar: true });
    expect([page.matching, page.unsorted, page.searching?.left]).toEqual([records, stopped, stopped]);
    expect(await opened.request('readField', { field: 'key.detail.number' })).toMatchObject({ field: 'key.detail.number', values: 9 });
    expect((await soFar()).searching).toBeUndefined();
    await opened.session.close();
  });

  it('are lanes that hold what the filter for each value finds', async () => {
    const opened = await openLog(log);
    const timeline = await opened.request('timeline', {
      query: 'operation:bbb',
      width: 7,
      lanesBy: { field: 'key.detail.tags', limit: 10 },
    });
    const { lanes, distinct, field } = timeline.lanes!;
    expect([lanes.map(({ value }) => value), distinct, field]).toEqual([['all', 't1', 't3', null], 4, 'key.detail.tags']);
    const untouched = await openLog(log);
    for (const { value, groups, matching } of lanes) {
      const query = `operation:bbb ${termOf('key.detail.tags', value)}`;
      const own = await untouched.request('timeline', { query, width: 7, range: [timeline.from, timeline.to] });
      expect([value, matching, groups]).toEqual([value, own.matching, own.groups]);
    }
    await opened.session.close();
    await untouched.session.close();
  });

  it('are pages in its order, with records without it at the end', async () => {
    const opened = await openLog(log);
    const numberOf = (row: number): number | undefined => (row % 10 === 3 ? undefined : (row * 7) % 10);
    for (const descending of [false, true]) {
      const sign = descending ? -1 : 1;
      const wanted = Array.from({ length: 500 }, (_, row) => row).toSorted(
        (one, other) => sign * ((numberOf(one) ?? sign * 99) - (numberOf(other) ?? sign * 99)) || one - other,
      );
      const order = { field: 'key.detail.number', descending };
      const page = await opened.request('page', { query: 'record<500', order, from: { at: 0 }, count: 500 });
      expect([page.rows.map(({ ref }) => ref.index), page.unsorted]).toEqual([wanted, undefined]);
      const around = { around: { source: 0, index: wanted[123]! } };
      expect((await opened.request('page', { query: 'record<500', order, from: around, count: 3 })).found).toBe(123);
    }
    await opened.session.close();
  });

  it('are in the order of fields with columns too', async () => {
    const opened = await openLog(
      ['b', 'a', undefined, 'B']
        .map((operationName, env_seqNum) => JSON.stringify({ operationName, env_seqNum, resultType: 'x' }))
        .join('\n'),
    );
    const rowsBy = async (field: string, descending = false): Promise<readonly number[]> =>
      (await opened.request('page', { query: '', order: { field, descending }, from: { at: 0 }, count: 9 })).rows.map(
        ({ ref }) => ref.index,
      );
    expect(await rowsBy('operation')).toEqual([1, 3, 0, 2]);
    expect(await rowsBy('operation', true)).toEqual([0, 3, 1, 2]);
    expect(await rowsBy('seq', true)).toEqual([3, 2, 1, 0]);
    expect(await rowsBy('time')).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['nothing', 'engine.noField'],
    ['finding', 'engine.noOrder'],
  ])('are refused for %s: %s', async (field, code) => {
    const opened = await openLog(line(1));
    const order = { field, descending: false };
    const outcome = await opened.session.request('page', { query: '', order, from: { at: 0 }, count: 1 }, new AbortController().signal);
    expect(outcome).toMatchObject({ status: 'error', message: { code } });
  });
});

async function seenFields(opened: OpenedLog, limit: number): Promise<readonly (readonly [string, number])[]> {
  return (await opened.request('seenFields', { limit })).fields.map(({ field, records: count }) => [field, count]);
}

describe('the keys that are seen', () => {
  it('are the paths of values, through lists and JSON text, the most frequent first', async () => {
    const opened = await openLog(
      [
        { operationName: 'x', resultSignature: '4', detail: [{ a: 1 }, { a: 2, 'b.c': [3] }] },
        { operationName: 'y', payloadText: '{"inner":{"deep":true}}', empty: {}, nothing: null },
      ]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    );
    expect(await seenFields(opened, 100)).toEqual([
      ['operation', 2],
      ['key.detail.a', 1],
      ['key.detail.b.c', 1],
      ['key.nothing', 1],
      ['key.payloadText.inner.deep', 1],
      ['resultSignature', 1],
    ]);
    expect(await opened.request('seenFields', { limit: 2 })).toMatchObject({ distinct: 6, looked: 2, total: 2 });
    for (const [field, count] of (await seenFields(opened, 100)).filter(([name]) => name !== 'key.nothing')) {
      const { values } = await opened.request('facets', { query: '', field, limit: 100 });
      const without = values.find(({ value }) => value === null)?.count ?? 0;
      expect([field, 2 - without]).toEqual([field, count]);
    }
  });

  it('are those of records spread over the log, however long it is', async () => {
    const opened = await openLog(
      Array.from({ length: 5000 }, (_, row) => `{"operationName":"x","k${Math.floor(row / 1000)}":1}`).join('\n'),
    );
    const answer = await opened.request('seenFields', { limit: 100 });
    expect([answer.looked, answer.total, answer.fields.map(({ field }) => field).toSorted()]).toEqual([
      500,
      5000,
      ['key.k0', 'key.k1', 'key.k2', 'key.k3', 'key.k4', 'operation'],
    ]);
  });
});
