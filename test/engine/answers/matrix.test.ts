import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultGroups } from '../../../src/core/record/results.ts';
import { answerMatrix } from '../../../src/engine/answers/matrix.ts';
import { Results } from '../../../src/engine/query/results.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import type { Matrix } from '../../../src/protocol/answers/matrix.ts';
import { runs } from '../../runs.ts';
import { recordText } from '../generate.ts';
import { openLog } from '../openLog.ts';
import { readIndex } from '../readIndex.ts';
import { slowValues } from './slowValues.ts';

/** The filled cells by the values of their row and column, with four numbers each in the order of `resultGroups`. */
function cellsOf({ rows, columns, cells }: Matrix): Readonly<Record<string, readonly number[]>> {
  const filled = rows.flatMap(({ value: row }, down) =>
    columns.flatMap(({ value: column }, across) => {
      const groups = cells[down]?.[across] ?? null;
      return groups === null ? [] : [[JSON.stringify([row, column]), resultGroups.map((group) => groups[group])] as const];
    }),
  );
  return Object.fromEntries(filled);
}

/** The same, from the records one by one. */
function cellsSlowly(index: LogIndex, lines: readonly string[], down: string, across: string): Readonly<Record<string, readonly number[]>> {
  const cells: Record<string, number[]> = {};
  const [rows, columns, groups] = [down, across, 'resultGroup'].map((name) => slowValues(index, lines, name));
  lines.forEach((_, record) => {
    for (const row of rows?.[record] ?? []) {
      for (const column of columns?.[record] ?? []) {
        const counts = (cells[JSON.stringify([row, column])] ??= [0, 0, 0, 0]);
        counts[resultGroups.findIndex((group) => group === groups?.[record]?.[0])]!++;
      }
    }
  });
  return cells;
}

const fields = ['operation', 'caller', 'instance', 'target', 'target.Strange', 'ip', 'caller.ObjectID', 'category', 'key.more'];

describe('a matrix', () => {
  it('has the counts of the records one by one, of any two fields', async () => {
    const log = fc.array(recordText, { minLength: 1, maxLength: 12 });
    const field = fc.constantFrom(...fields);
    await fc.assert(
      fc.asyncProperty(log, field, field, async (lines, rows, columns) => {
        const index = await readIndex(lines.join('\n'));
        const params = { query: '', rows, columns, limit: 200 };
        const matrix = await answerMatrix({ index, results: new Results(index) }, params, new AbortController().signal);
        expect(cellsOf(matrix)).toEqual(cellsSlowly(index, lines, rows, columns));
        expect([matrix.rowsTotal, matrix.columnsTotal]).toEqual([matrix.rows.length, matrix.columns.length]);
      }),
      { numRuns: runs(80) },
    );
  });

  const lines = [
    ['A', 'one'],
    ['A', 'one'],
    ['A', 'two'],
    ['B', 'two'],
    ['B', 'three'],
    ['C', 'two'],
  ].map(([operationName, instance]) =>
    JSON.stringify({
      operationName,
      resultType: 'Success',
      targetResources: [{ targetResourceType: 'Box', targetResourceName: instance }],
    }),
  );
  const params = { rows: 'operation', columns: 'target.Box' };

  it('has the most frequent values of both, and says how many there are', async () => {
    const { request } = await openLog(lines.join('\n'));
    const matrix = await request('matrix', { query: '', ...params, limit: 2 });
    expect(matrix.rows.map(({ value, count }) => [value, count])).toEqual([
      ['A', 3],
      ['B', 2],
    ]);
    expect(matrix.columns.map(({ value, count }) => [value, count])).toEqual([
      ['two', 3],
      ['one', 2],
    ]);
    expect([matrix.rowsTotal, matrix.columnsTotal]).toEqual([3, 3]);
    expect(matrix.cells.map((row) => row.map((groups) => groups?.success ?? null))).toEqual([
      [1, 2],
      [1, null],
    ]);
  });

  it('is of the matching records, and empty of none', async () => {
    const { request } = await openLog(lines.join('\n'));
    const some = await request('matrix', { query: 'operation:B', ...params, limit: 9 });
    expect(cellsOf(some)).toEqual({ '["B","three"]': [1, 0, 0, 0], '["B","two"]': [1, 0, 0, 0] });
    expect(await request('matrix', { query: 'operation:D', ...params, limit: 9 })).toMatchObject({ rows: [], columns: [], cells: [] });
  });

  it('refuses a field that there is not', async () => {
    const { request } = await openLog(lines.join('\n'));
    await expect(request('matrix', { query: '', rows: 'operation', columns: 'unheardOf', limit: 9 })).rejects.toThrow('unheardOf');
  });
});
