import { expect, it } from 'vitest';
import { summarizeTargets } from '../../../src/engine/answers/summarizeTargets.ts';
import { Results } from '../../../src/engine/query/results.ts';
import { RowSet } from '../../../src/engine/query/rowSet.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';

const nested = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Sql/servers/x/databases/Y';

/** Types with their names and counts, and how many names there are. */
async function summarize(
  records: readonly (readonly (readonly [type: string | null, name: string | null])[])[],
  top = 10,
): Promise<object> {
  const lines = records.map((targets) =>
    JSON.stringify({
      operationName: 'x',
      targetResources: targets.map(([targetResourceType, targetResourceName]) => ({ targetResourceType, targetResourceName })),
    }),
  );
  const index = await readIndex(lines.join('\n'));
  const work = new CooperativeTask(new AbortController().signal);
  const context = { index: index.pinned(), results: new Results(index) };
  const found = await summarizeTargets(context, RowSet.all(index.rows), top, work);
  return Object.fromEntries([...found].map(([type, { distinct, most }]) => [type, { distinct, most: { ...most } }]));
}

it('counts a name once a record, and a resource once whatever its case', async () => {
  expect(
    await summarize([
      [
        ['Role', 'a'],
        ['Role', 'a'],
        ['Role', 'A'],
        ['ResourceId', nested],
        ['ResourceId', nested.toUpperCase()],
      ],
      [['ResourceId', nested.toLowerCase()]],
    ]),
  ).toEqual({ Role: { distinct: 2, most: { a: 1, A: 1 } }, ResourceId: { distinct: 1, most: { [nested]: 2 } } });
});

it('names the most frequent, and counts records without a name under the empty one', async () => {
  expect(
    await summarize([[['Role', 'a']], [['Role', 'b']], [['Role', 'b']], [['Role', null]], [['Role', null]], [['Role', null]]], 2),
  ).toEqual({
    Role: { distinct: 3, most: { '': 3, b: 2 } },
  });
});
