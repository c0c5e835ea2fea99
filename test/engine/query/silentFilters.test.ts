import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { literalTerm } from '../../../src/core/query/editQuery.ts';
import { openLog } from '../openLog.ts';
import { runs } from '../../runs.ts';

/** Filters that once found nothing, without a word. */

const regular = {
  operationName: 'SetCurrentPolicy',
  resultType: 'Success',
  callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'mia@contoso.com' }],
  targetResources: [{ targetResourceType: 'ServiceRegion', targetResourceName: 'EastUS2' }],
  env_time: '2020-11-23T18:23:29.9427158Z',
  env_popSample: 0,
  env_flags: 257,
};

/** The positions of the records that a filter finds in a log of these records, each with the regular keys as well. */
async function found(records: readonly object[], query: string): Promise<readonly number[]> {
  const log = await openLog(records.map((record) => JSON.stringify({ ...regular, ...record })).join('\n'));
  const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 100 });
  return rows.map(({ ref }) => ref.index);
}

test.each([
  ['key.attempt:1..3', [1, 2, 3]],
  ['key.attempt>=2', [2, 3, 4]],
  ['key.attempt:1', [1]],
  ['key.checkedAt:2022-03-02', [1]],
  ['key.checkedAt:2022-03-02..2022-03-04', [1, 2, 3]],
  ['key.checkedAt>2022-03-02T08', [2, 3, 4]],
  ['env_flags>=257', [0, 1, 2, 3, 4]],
  ['env_flags>257', []],
  ['env_popSample:0..50', [0, 1, 2, 3, 4]],
  ['env_time:2020-11-23', [0, 1, 2, 3, 4]],
  ['key.env_time>=2020-11-24', []],
])('numbers and times under any key: %s', async (filter, rows) => {
  const records = [0, 1, 2, 3, 4].map((attempt) => ({ attempt, checkedAt: `2022-03-0${attempt + 1}T08:00:00Z` }));
  expect(await found(records, filter)).toEqual(rows);
});

test.each([
  ['key.context.ticket.owner:mia', [0, 2, 3]],
  ['key.context.ticket.owner=Mia', []],
  ['key.Context.ticket.owner:mia', []],
  ['key.context."ticket.owner":mia', [0, 2, 3]],
  ['key.context.ticket.owner:null', [4, 5, 6]],
  ['-key.context.ticket.owner:(mia, noor)', [4, 5, 6]],
  ['key.context.steps.n:2..', [5]],
  ['key.context.ticket:noor', [6]],
  ['key.context."two words".x:1', [6]],
])('keys within objects and lists: %s', async (filter, rows) => {
  const records = [
    { context: { ticket: { owner: 'mia' } } },
    { context: { ticket: { owner: 'noor' } } },
    { 'context.ticket': { owner: 'mia' } },
    { context: [{ 'ticket.owner': 'noor' }, [{ ticket: [{ owner: 'mia' }] }]] },
    { context: null },
    { context: { steps: [{ n: 1 }, { n: 2.5 }] } },
    { context: { ticket: 'noor', 'two words': { x: 1 } } },
  ];
  expect(await found(records, filter)).toEqual(rows);
});

const addresses = [
  '192.0.2.7',
  '192.0.2.7:40123',
  '::ffff:192.0.2.7',
  '[::ffff:192.0.2.7]:8443',
  '2001:db8:0:0::7',
  '[2001:DB8::7]:443',
  '198.51.100.9',
  null,
];

test.each([
  ['ip:192.0.2.7', [0, 1, 2, 3]],
  ['ip:2001:db8::7', [4, 5]],
  ['ip=192.0.2.7:40123', [1]],
  ['ip:192.0.2.*', [0, 1, 2, 3]],
  ['callerIpAddress:null', [7]],
])('addresses: %s', async (filter, rows) => {
  expect(
    await found(
      addresses.map((callerIpAddress) => ({ callerIpAddress })),
      filter,
    ),
  ).toEqual(rows);
});

test('a sequence number in another spelling is found by its text', async () => {
  const log = await openLog('{"env_seqNum":7}\n{"env_seqNum":7.0}\n{"env_seqNum":70e-1}\n{"env_seqNum":"7"}');
  const rowsOf = async (query: string) =>
    (await log.request('page', { query, order: 'file', from: { at: 0 }, count: 9 })).rows.map(({ ref }) => ref.index);
  expect(await Promise.all(['seq:7', 'seq="7"', 'seq="7.0"', 'seq=("7", "70e-1")'].map(rowsOf))).toEqual([
    [0, 1, 2, 3],
    [0, 3],
    [1],
    [0, 2, 3],
  ]);
});

describe('what is counted is found by a filter on the value', () => {
  const value = fc.oneof(
    fc.constantFrom(...addresses, 'lambda.amazonaws.com', 'fe80::1%eth0', '01.2.3.4'),
    fc.constantFrom('', '5', '0.5', '5.0', '1e5', '007', '2021', '2021-07-29', '2021-07-29T10:00:00Z', '1..2', 'a*', 'null', 'a b', true),
    fc.integer(),
  );
  const field = fc.constantFrom('callerIpAddress', 'n', 'outer.inner');
  test('for addresses and for keys of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), field, async (values, name) => {
        const [outer, inner] = name.split('.');
        const record = (one: unknown): object => (inner === undefined ? { [name]: one } : { [outer!]: [{ [inner]: one }] });
        const log = await openLog(values.map((one) => JSON.stringify({ ...regular, ...record(one) })).join('\n'));
        const path = name === 'callerIpAddress' ? 'ip' : `key.${name}`;
        const facets = await log.request('facets', { query: '', field: path, limit: 100 });
        // Numbers that are equal in several spellings are found together.
        const isOne = facets.values.filter(({ value: one }) => one === '5' || one === '5.0').length < 2;
        for (const { value: one, count } of facets.values.filter((entry) => isOne || entry.value !== '5')) {
          const query = literalTerm(path, one);
          const page = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 1 });
          expect({ query, total: page.matching }).toEqual({ query, total: count });
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
