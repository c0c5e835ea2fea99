import { describe, expect, it } from 'vitest';
import { QueryMemory } from '../../../src/engine/query/queryMemory.ts';
import { columnLimits } from '../../../src/engine/query/requestedColumn.ts';
import { RequestedColumns } from '../../../src/engine/query/requestedColumns.ts';
import { Results } from '../../../src/engine/query/results.ts';
import { SnapshotFilters } from '../../../src/engine/query/snapshotFilters.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';

const never = new AbortController().signal;

async function found(results: Results, query: string): Promise<readonly number[]> {
  const rows = await results.matching(query, never);
  return Array.from(rows.slice(0, rows.count));
}

describe('a filter of a snapshot', () => {
  it.each([
    ['a (b', 'query.openParenthesis'],
    ['first(callr)', 'query.unknownFieldNear'],
    ['caller~/(a/', 'query.badRegex'],
  ])('is refused where its text is at fault, with the place: %s', async (text, code) => {
    const index = await readIndex('{"operationName":"a"}');
    const filters = new SnapshotFilters(index, new QueryMemory(index));
    await expect(filters.compile(text, new CooperativeTask(never))).rejects.toMatchObject({
      sentence: { code: 'query.errorAt', args: [expect.any(Number), { code }] },
    });
  });

  it('lasts where no later record changes what it says of one', async () => {
    const index = await readIndex('{"operationName":"a","env_time":"2020-11-23T18:00:00Z"}');
    const filters = new SnapshotFilters(index, new QueryMemory(index));
    const lasts = async (text: string) => (await filters.compile(text, new CooperativeTask(never)))?.isLasting;
    expect([await lasts('operation~/a/ time:2020'), await lasts('')]).toEqual([true, undefined]);
    expect([await lasts('a OR time:last-1h'), await lasts('-time:(2020, last-1h..)'), await lasts('a OR -first(caller)')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('a filter goes on where another with the same function is cancelled', async () => {
  const index = await readIndex(Array.from({ length: 9000 }, (_, row) => `{"operationName":"Op ${row % 5}","at":"${row % 4}"}`).join('\n'));
  const results = new Results(index);
  for (const field of ['operation', 'key.at']) {
    const controller = new AbortController();
    const cancelled = results.matching(`first(${field}) line>0`, controller.signal);
    const other = found(results, `first(${field}) line<4`);
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await other).toEqual([0, 1, 2]);
  }
});

describe('a field without a column', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `{"operationName":"a","extra":{"who":"u${index % 7}"},"id":"${index}"}`);

  it('is not read for an answer that does not wait, which says how much is left', async () => {
    const index = await readIndex(lines.join('\n'));
    const results = new Results(index);
    const query = 'first(key.extra.who) line<4';
    expect(await results.soFar(query, never)).toMatchObject({ rows: { count: 0 }, searching: { left: 20, total: 20 } });
    expect(await found(results, query)).toEqual([0, 1, 2]);
    expect(await results.soFar(query, never)).toMatchObject({ rows: { count: 3 }, searching: undefined });
    // Its column is there now, for other filters as well.
    expect(await results.soFar('-first(key.extra.who) line<4', never)).toMatchObject({ rows: { count: 0 }, searching: undefined });
  });

  it('is read as far as is new when the log has grown', async () => {
    const index = await readIndex(lines.join('\n'));
    const memory = new QueryMemory(index);
    index.rows = 5;
    expect(await found(new Results(index, memory), 'rare(key.extra.who, 1)')).toEqual([0, 1, 2, 3, 4]);
    index.rows = 8;
    const grown = new Results(index, memory);
    expect(await grown.soFar('rare(key.extra.who, 1)', never)).toMatchObject({ searching: { left: 3, total: 8 } });
    expect(await found(grown, 'rare(key.extra.who, 1)')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is refused where it has more values than are kept', async () => {
    const index = await readIndex(lines.join('\n'));
    const columns = new RequestedColumns(index, undefined, { ...columnLimits, values: 19 });
    const results = new Results(index, new QueryMemory(index, columns));
    expect(await found(results, 'rare(key.extra.who, 2)')).toEqual([6, 13]);
    await expect(results.matching('first(key.id)', never)).rejects.toMatchObject({
      sentence: { code: 'engine.tooManyValues', args: ['id', 19] },
    });
  });
});
