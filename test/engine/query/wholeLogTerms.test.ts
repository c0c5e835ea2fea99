import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentedFields, fieldNames, resolveField, valueKindOf, type FieldRef } from '../../../src/core/query/fields.ts';
import { isCounted } from '../../../src/core/query/wholeLog.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { validTime } from '../../../src/engine/columns/recordTable.ts';
import { QueryMemory } from '../../../src/engine/query/queryMemory.ts';
import { Results } from '../../../src/engine/query/results.ts';
import { valuesOfRow } from '../../../src/engine/query/valuesOfRow.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { readIndex } from '../readIndex.ts';
import { addressOf } from './naive/quantities.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;

/** Records of all formats, those of a sample log more often, some of them with values that differ in case only. */
const pool: readonly string[] = [
  ...Object.values(inventedRecords).map((record) => JSON.stringify(record)),
  ...(
    JSON.parse(readFileSync(new URL('../../../media/samples/cloudtrail.audit.json', import.meta.url), 'utf8')) as { Records: unknown[] }
  ).Records.slice(0, 40).map((record) => JSON.stringify(record)),
  ...['ana@contoso.example', 'Ana@Contoso.example', 'ben'].map(
    (who, index) =>
      `{"operationName":"Op ${index}","callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"${who}"}],"extra":[{"who":"${who}"},"5"]}`,
  ),
];

const names = [...fieldNames, ...documentedFields().map(({ name }) => name), 'key.extra.who', 'key.extra', 'key.missing'].filter((name) =>
  isCounted(resolveField(name)!),
);

/** What the slow and obvious way reads of each record, as `field:"value"` compares it. */
async function valuesOfRows(index: LogIndex, field: FieldRef): Promise<readonly (readonly string[])[]> {
  const same = (text: string): string => (valueKindOf(field) === 'address' ? (addressOf(text) ?? text) : text).toLowerCase();
  const rows: (readonly string[])[] = [];
  for (let row = 0; row < index.rows; row++) {
    const values = valuesOfRow(index, row, await index.bytesOf(row)).values(field);
    rows.push([
      ...new Set(
        values.flatMap((value) =>
          value === null ? [] : [valueKindOf(field) === 'event' ? same(value).replaceAll(/\s/g, '') : same(value)],
        ),
      ),
    ]);
  }
  return rows;
}

/** Rows in the order of time, those without one last. */
function inTimeOrder({ table, rows }: LogIndex): readonly number[] {
  const isTimed = (row: number): boolean => table.timeState.data[row] === validTime;
  return Array.from({ length: rows }, (_, row) => row).toSorted((left, right) => {
    if (!isTimed(left) || !isTimed(right)) {
      return Number(!isTimed(left)) - Number(!isTimed(right));
    }
    return table.ticksAt(left) < table.ticksAt(right) ? -1 : table.ticksAt(left) > table.ticksAt(right) ? 1 : 0;
  });
}

async function expected(index: LogIndex, name: string): Promise<Readonly<Record<string, readonly number[]>>> {
  const values = await valuesOfRows(index, resolveField(name)!);
  const count = (value: string): number => values.filter((others) => others.includes(value)).length;
  const seen = new Set<string>();
  const first: number[] = [];
  for (const row of inTimeOrder(index)) {
    if (values[row]!.some((value) => !seen.has(value))) {
      first.push(row);
    }
    values[row]!.forEach((value) => seen.add(value));
  }
  const where = (test: (records: number) => boolean): readonly number[] =>
    values.flatMap((own, row) => (own.some((value) => test(count(value))) ? [row] : []));
  return {
    [`first(${name})`]: first.toSorted((left, right) => left - right),
    [`-first(${name})`]: values.flatMap((_, row) => (first.includes(row) ? [] : [row])),
    [`rare(${name}, 2)`]: where((records) => records <= 2),
    [`count(${name}) > 2`]: where((records) => records > 2),
    [`count(${name})=1`]: where((records) => records === 1),
    [`count(${name})>=0`]: where(() => true),
    [`rare(${name}, 1) OR first(${name})`]: values.flatMap((own, row) =>
      own.some((value) => count(value) === 1) || first.includes(row) ? [row] : [],
    ),
  };
}

async function found(results: Results, query: string): Promise<readonly number[]> {
  const rows = await results.matching(query, never);
  return Array.from(rows.slice(0, rows.count));
}

describe('terms on the whole log', () => {
  it('find in logs of all formats, in any order of time, what looking at every record finds, also while the log grows', async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: pool.length - 1 }), { minLength: 12, maxLength: 40, size: 'max' }),
        fc.array(
          fc.oneof(
            fc.constantFrom('caller', 'target', 'ip', 'event', 'operation', 'key.extra.who', 'userIdentity.arn'),
            fc.constantFrom(...names),
          ),
          { minLength: 4, maxLength: 4 },
        ),
        fc.nat(),
        async (picks, fields, cut) => {
          const index = await readIndex(picks.map((pick) => pool[pick]).join('\n'));
          const all = index.rows;
          const memory = new QueryMemory(index);
          // Some first rows, and later all of them.
          for (const rows of [1 + (cut % all), all]) {
            index.rows = rows;
            const results = new Results(index, memory);
            for (const name of fields) {
              for (const [query, wanted] of Object.entries(await expected(index, name))) {
                expect({ query, rows: await found(results, query) }).toEqual({ query, rows: wanted });
                some += wanted.length > 0 && wanted.length < rows ? 1 : 0;
              }
            }
          }
        },
      ),
      { numRuns: runs(40), endOnFailure: true },
    );
    expect(some).toBeGreaterThan(500);
  });

  it('do not depend on the rest of the filter', async () => {
    const index = await readIndex(
      ['a', 'b', 'a', 'c', 'b']
        .map((name, number) => `{"operationName":"${name}","env_time":"2020-11-23T18:00:0${9 - number}Z"}`)
        .join('\n'),
    );
    const results = new Results(index);
    expect(await found(results, 'first(operation)')).toEqual([2, 3, 4]);
    expect(await found(results, 'operation:a first(operation)')).toEqual([2]);
    expect(await found(results, 'operation:(a, c) -first(operation) count(operation)>1')).toEqual([0]);
    expect(await found(results, 'line<3 first(operation)')).toEqual([]);
  });
});
