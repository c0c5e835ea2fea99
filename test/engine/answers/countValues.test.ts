import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../../src/core/query/fields.ts';
import { resultGroups } from '../../../src/core/record/results.ts';
import { countField } from '../../../src/engine/answers/countValues.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { Results } from '../../../src/engine/query/results.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { recordText } from '../generate.ts';
import { readIndex } from '../readIndex.ts';
import { fieldOf, slowValues } from './slowValues.ts';
import { runs } from '../../runs.ts';

/** The four numbers of each value, in the order of `resultGroups`. */
type Counted = ReadonlyMap<string | null, readonly number[]>;

async function counted(index: LogIndex, name: string, rows = RowSet.all(index.rows)): Promise<Counted> {
  const work = new CooperativeTask(new AbortController().signal);
  const { values: counts } = await countField({ index, results: new Results(index) }, fieldOf(name), rows, work);
  return new Map([...counts].map(([value, groups]) => [value, resultGroups.map((group) => groups[group])]));
}

/** The same, from the records one by one. */
function countedSlowly(index: LogIndex, lines: readonly string[], name: string, rows: RowSet): Counted {
  const counts = new Map<string | null, number[]>();
  const groups = slowValues(index, lines, 'resultGroup').map(([group]) => resultGroups.findIndex((one) => one === group));
  for (const [row, values] of slowValues(index, lines, name).entries()) {
    for (const value of rows.has(row) ? values : []) {
      const known = counts.get(value) ?? [0, 0, 0, 0];
      counts.set(
        value,
        known.map((count, place) => count + Number(place === groups[row])),
      );
    }
  }
  return counts;
}

const id = (name: string): string => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/${name}`;

function recordOf(resultType: string | undefined, ...targets: readonly (string | null)[]): string {
  const targetResources = targets.map((targetResourceName) => ({ targetResourceType: 'ResourceId', targetResourceName }));
  return JSON.stringify({ resultType, targetResources });
}

describe('the records with each value of a field', () => {
  it('are those that are counted one by one, by the groups of their results', async () => {
    const log = fc.array(fc.tuple(recordText, fc.boolean()), { minLength: 1, maxLength: 10 });
    const names = [...fieldNames, 'target.ResourceId', 'key.more', 'key.unheardOf', 'caller.Strange'];
    await fc.assert(
      fc.asyncProperty(log, async (records) => {
        const lines = records.map(([line]) => line);
        const index = await readIndex(lines.join('\n'));
        const words = emptyWords(lines.length);
        records.forEach(([, isChosen], row) => (words[0]! |= Number(isChosen) << row));
        const rows = new RowSet(words, lines.length);
        for (const name of names) {
          expect({ name, counts: await counted(index, name, rows) }).toEqual({ name, counts: countedSlowly(index, lines, name, rows) });
        }
      }),
      { numRuns: runs(15) },
    );
  });

  it('count once where a record has a value in several places', async () => {
    const lines = [
      recordOf('Success', id('a'), id('a')),
      recordOf('Failure', id('a'), id('b'), id('b')),
      recordOf('Success', id('b')),
      recordOf('ClientError', 'no id', null),
      recordOf(undefined),
    ];
    const index = await readIndex(lines.join('\n'));
    expect(await counted(index, 'instance')).toEqual(
      new Map([
        ['a', [1, 0, 1, 0]],
        ['b', [1, 0, 1, 0]],
        [null, [0, 1, 0, 1]],
      ]),
    );
    expect(await counted(index, 'target')).toEqual(
      new Map([
        [id('a'), [1, 0, 1, 0]],
        [id('b'), [1, 0, 1, 0]],
        ['no id', [0, 1, 0, 0]],
        [null, [0, 1, 0, 1]],
      ]),
    );
    expect(await counted(index, 'subscription')).toEqual(
      new Map([
        ['s', [2, 0, 1, 0]],
        [null, [0, 1, 0, 1]],
      ]),
    );
  });

  it('have no entry for null where every record has a value', async () => {
    const index = await readIndex([recordOf('Success', id('a')), recordOf('Success', id('a'), id('b'))].join('\n'));
    expect([...(await counted(index, 'instance')).keys()]).toEqual(['a', 'b']);
  });

  it.each<[field: string, record: object, others: readonly object[], values: Counted]>([
    [
      'ip',
      { callerIpAddress: '192.0.2.7' },
      [{ callerIpAddress: '192.0.2.7:443' }, { callerIpAddress: '::FFFF:192.0.2.7' }, { callerIpAddress: 'no address' }],
      new Map([
        ['192.0.2.7', [0, 0, 0, 3]],
        ['no address', [0, 0, 0, 1]],
      ]),
    ],
    [
      'caller',
      {
        callerIdentities: [
          { callerIdentityType: 'UPN', callerIdentity: 'dana' },
          { callerIdentityType: 'ObjectID', callerIdentity: 'o' },
        ],
      },
      [{ callerIdentities: [{ callerIdentityType: 'ObjectID', callerIdentity: 'o' }] }, {}],
      new Map([
        ['dana', [0, 0, 0, 1]],
        ['o', [0, 0, 0, 1]],
        ['unknown caller', [0, 0, 0, 1]],
      ]),
    ],
    [
      'category',
      { auditEventCategory: ['a', 'b', 'a'] },
      [{ auditEventCategory: [] }, { auditEventCategory: [null, 'a'] }],
      new Map([
        ['a', [0, 0, 0, 2]],
        ['b', [0, 0, 0, 1]],
        [null, [0, 0, 0, 2]],
      ]),
    ],
  ])('are told by the forms in which values of %s compare', async (name, record, others, values) => {
    const index = await readIndex([record, ...others].map((one) => JSON.stringify({ operationName: 'x', ...one })).join('\n'));
    expect(await counted(index, name)).toEqual(values);
  });

  it('are none without records', async () => {
    const index = await readIndex(recordOf('Success', id('a')));
    for (const name of ['instance', 'operation', 'request', 'seq', 'finding', 'key.more']) {
      expect([name, (await counted(index, name, new RowSet(emptyWords(1), 1))).size]).toEqual([name, 0]);
    }
  });
});
