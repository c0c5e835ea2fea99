import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesRecord } from '../../../src/core/query/compileQuery.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import type { Order } from '../../../src/protocol/answers/page.ts';
import { openLog } from '../openLog.ts';
import { filters } from './filters.ts';
import { foldedResource } from './foldedResource.ts';
import { fieldsOfKinds, manyRecords, type ManyRecords } from './manyRecords.ts';
import { runs } from '../../runs.ts';

/** Filters of what a record says itself. */
const ownFilters = filters.filter((filter) => !/finding|record:|line/.test(filter));

const filter = fc
  .array(fc.tuple(fc.constantFrom(...ownFilters), fc.constantFrom(' ', ' OR ', ' -')), { minLength: 1, maxLength: 3 })
  .map((terms) => terms.map(([term, joint], index) => (index === 0 ? '' : joint) + `(${term})`).join(''));

/** The rows that match, found record by record. */
function matchingRows(log: ManyRecords, text: string): readonly number[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) {
    throw new Error(`${text}: ${parsed.error.message.code}`);
  }
  const matches = fieldsOfKinds(log).map((fields) => matchesRecord(parsed.query, fields));
  return log.order.flatMap((kind, row) => (matches[kind] === true ? [row] : []));
}

/** Exact ticks of each row, undefined without a valid time. */
function ticksOf(log: ManyRecords): readonly (bigint | undefined)[] {
  const ofKinds = fieldsOfKinds(log).map((fields) => {
    const [text] = fields.values({ kind: 'named', name: 'time' });
    return text === null || text === undefined ? undefined : parseTime(text)?.ticks;
  });
  return log.order.map((kind) => ofKinds[kind]);
}

function groupsOf(log: ManyRecords): readonly string[] {
  const ofKinds = fieldsOfKinds(log).map((fields) => fields.values({ kind: 'named', name: 'resultGroup' })[0] ?? null);
  return log.order.map((kind) => ofKinds[kind]!);
}

describe('a log of several blocks of rows', () => {
  it('is filtered as record by record', async () => {
    await fc.assert(
      fc.asyncProperty(manyRecords, fc.array(filter, { minLength: 8, maxLength: 8 }), async (log, texts) => {
        const opened = await openLog(log.text);
        for (const text of texts) {
          const wanted = matchingRows(log, text);
          const first = await opened.request('page', { query: text, order: 'file', from: { at: 0 }, count: 20 });
          const last = await opened.request('page', {
            query: text,
            order: 'file',
            from: { at: Math.max(0, wanted.length - 20) },
            count: 20,
          });
          const found = [first, last].map(({ matching, rows }) => ({ matching, rows: rows.map(({ ref }) => ref.index) }));
          expect({ text, found }).toEqual({
            text,
            found: [wanted.slice(0, 20), wanted.slice(-20)].map((rows) => ({ matching: wanted.length, rows })),
          });
        }
      }),
      { numRuns: runs(8) },
    );
  });

  it.each<Order>(['oldest', 'newest'])('is ordered by exact time: %s', async (order) => {
    await fc.assert(
      fc.asyncProperty(manyRecords, fc.boolean(), fc.nat(), async (log, isSorted, some) => {
        const kinds = ticksOf({ ...log, order: log.kinds.map((_, kind) => kind) });
        const sorted = log.order.toSorted((left, right) => Number((kinds[left] ?? 0n) - (kinds[right] ?? 0n)));
        const given = { ...log, order: isSorted ? sorted : log.order };
        const opened = await openLog(given.order.map((kind) => log.kinds[kind]).join('\n'));
        const ticks = ticksOf(given);
        const rows = matchingRows(given, '-category:euii');
        const timed = rows.filter((row) => ticks[row] !== undefined);
        timed.sort((left, right) => (ticks[left]! < ticks[right]! ? -1 : ticks[left]! > ticks[right]! ? 1 : left - right));
        const wanted = [...(order === 'newest' ? timed.toReversed() : timed), ...rows.filter((row) => ticks[row] === undefined)];
        const at = some % (wanted.length + 1);
        const page = await opened.request('page', { query: '-category:euii', order, from: { at }, count: 50 });
        expect(page.rows.map(({ ref }) => ref.index)).toEqual(wanted.slice(page.at, page.at + 50));
        const target = wanted[at] ?? wanted.at(-1);
        if (target !== undefined) {
          const around = await opened.request('page', {
            query: '-category:euii',
            order,
            from: { around: { source: 0, index: target } },
            count: 5,
          });
          expect(around.found).toBe(wanted.indexOf(target));
        }
      }),
      { numRuns: runs(6) },
    );
  });

  it('is counted over time exactly, however wide the span', async () => {
    const edge = fc.constantFrom(0n, 1n, 637417526099427158n, 637417526099427159n, 637417562090000000n, 3155378975999999999n);
    await fc.assert(
      fc.asyncProperty(manyRecords, edge, edge, fc.constantFrom(1, 3, 1000, 4096), async (log, one, other, width) => {
        const opened = await openLog(log.text);
        const range = one === other ? undefined : ([String(one < other ? one : other), String(one < other ? other : one)] as const);
        const params = { query: '-category:euii', width, ...(range === undefined ? {} : { range }) };
        const timeline = await opened.request('timeline', params);
        const ticks = ticksOf(log);
        const groups = groupsOf(log);
        const wanted: Record<string, number[]> = Object.fromEntries(
          Object.entries(timeline.groups).map(([group, counts]) => [group, counts.map(() => 0)]),
        );
        const to = range === undefined ? BigInt(timeline.to) : BigInt(range[1]);
        let untimed = 0;
        for (const row of matchingRows(log, '-category:euii')) {
          const at = ticks[row];
          untimed += at === undefined ? 1 : 0;
          if (at !== undefined && at >= BigInt(timeline.from) && at < to) {
            wanted[groups[row]!]![Number((at - BigInt(timeline.from)) / BigInt(timeline.bucket))]!++;
          }
        }
        expect({ groups: timeline.groups, untimed: timeline.untimed }).toEqual({ groups: wanted, untimed });
      }),
      { numRuns: runs(8) },
    );
  });

  it('has the values of a field counted once a record', async () => {
    const fields = [
      'operation',
      'event',
      'resultGroup',
      'category',
      'target',
      'target.ResourceId',
      'instance',
      'role',
      'tenant',
      'ip',
      'seq',
      'request',
      'key.unheardOf',
      'key.unheardOf of',
      'env_ver',
    ];
    await fc.assert(
      fc.asyncProperty(manyRecords, async (log) => {
        const opened = await openLog(log.text);
        const kinds = fieldsOfKinds(log);
        for (const field of fields) {
          const facets = await opened.request('facets', { query: '-result:failure', field, limit: 1000 });
          const wanted = new Map<string | null, number>();
          for (const row of matchingRows(log, '-result:failure')) {
            const values = kinds[log.order[row]!]!.values(resolveField(field)!);
            const folded = values.map((value) => foldedResource(field, value));
            new Set(folded.length === 0 ? [null] : folded).forEach((value) => wanted.set(value, (wanted.get(value) ?? 0) + 1));
          }
          const counts = facets.values.map(({ value, count }) => [foldedResource(field, value), count] as const);
          // A resource that is written in several ways is there once.
          expect(new Set(counts.map(([value]) => value)).size).toBe(counts.length);
          expect({ field, counts: new Map(counts) }).toEqual({ field, counts: wanted });
        }
      }),
      { numRuns: runs(5) },
    );
  });

  it('has as many records with a finding as a filter finds', async () => {
    await fc.assert(
      fc.asyncProperty(manyRecords, async (log) => {
        const opened = await openLog(log.text, log.kinds.join('\n'));
        const query = 'result:failure OR -category:euii';
        const facets = await opened.request('facets', { query, field: 'finding', limit: 1000 });
        for (const { value, count, groups } of [...facets.values, { value: 'syntax.compression', count: 0, groups: undefined }]) {
          const filtered = `(${query}) finding:${value ?? 'null'}`;
          const page = await opened.request('page', { query: filtered, order: 'file', from: { at: 0 }, count: 0 });
          expect({ value, count: page.matching }).toEqual({ value, count });
          const byGroup = await opened.request('summary', { query: filtered, top: 0 });
          expect(groups ?? byGroup.resultGroups).toEqual(byGroup.resultGroups);
        }
        // Filters of single codes find all that is reported.
        const reported = await opened.request('summary', { query, top: 0 });
        expect(new Set(facets.values.map(({ value }) => value))).toEqual(
          new Set([
            ...Object.keys(reported.findings.byCode),
            ...(['error', 'warning', 'information'] as const).filter((severity) => reported.findings[severity] > 0),
            ...facets.values.filter(({ value }) => value === null).map(() => null),
          ]),
        );
      }),
      { numRuns: runs(5) },
    );
  });

  it('finds a key however it is written', async () => {
    const payload = JSON.stringify(JSON.stringify({ operationName: 'x', callerIdentities: [], more: 3 }));
    const kinds = [
      '{"operationName":"x","more":3}',
      '{"operationName":"x","\\u006dore":3}',
      `{"payload":${payload}}`,
      `{"payload":${payload.replace('more', '\\\\u006dore')}}`,
      `{"payload":${payload.replace('more', '\\u006dore')}}`,
      '{"OperationName":"x","CallerIdentities":[],"more":3}',
      '{"operationName":"more"}',
      '{"operationName":"x"}',
    ];
    const log = { kinds, order: Array.from({ length: 5000 }, (_, row) => row % kinds.length), text: '' };
    const opened = await openLog(log.order.map((kind) => kinds[kind]).join('\n'));
    for (const query of ['key.more:3', '-key.more:3', 'key.more:null']) {
      const wanted = matchingRows(log, query);
      const page = await opened.request('page', { query, order: 'file', from: { at: 0 }, count: 20 });
      expect({ query, matching: page.matching, rows: page.rows.map(({ ref }) => ref.index) }).toEqual({
        query,
        matching: wanted.length,
        rows: wanted.slice(0, 20),
      });
    }
    const { values } = await opened.request('facets', { query: '', field: 'key.more', limit: 10 });
    expect(values.map(({ value, count }) => [value, count])).toEqual([
      ['3', 3750],
      [null, 1250],
    ]);
  });
});
