import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFirsts } from '../../../src/engine/answers/firsts.ts';
import { Results } from '../../../src/engine/query/results.ts';
import { validTime } from '../../../src/engine/columns/recordTable.ts';
import { runs } from '../../runs.ts';
import { recordText } from '../generate.ts';
import { openLog } from '../openLog.ts';
import { readIndex } from '../readIndex.ts';
import { slowValues } from './slowValues.ts';

const fields = ['operation', 'caller', 'instance', 'ip', 'target.Strange', 'key.more'];

describe('the first records with each value', () => {
  it('are those that are found one by one', async () => {
    const log = fc.array(recordText, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        const index = await readIndex(lines.join('\n'));
        // Without a time after all that have one.
        const times = lines.map((_, row) => (index.table.timeState.data[row] === validTime ? index.table.ticksAt(row) : 2n ** 80n));
        const expected = fields.flatMap((field) => {
          const found = new Map<string, number>();
          slowValues(index, lines, field).forEach((values, row) => {
            for (const value of values.filter((one) => one !== null)) {
              const known = found.get(value);
              if (known === undefined || times[row]! < times[known]!) {
                found.set(value, row);
              }
            }
          });
          return [...found].map(([value, row]) => JSON.stringify([field, value, row]));
        });
        const params = { query: '', fields, limit: 1000 };
        const { values, total } = await answerFirsts({ index, results: new Results(index) }, params, new AbortController().signal);
        expect(values.map(({ field, value, ref }) => JSON.stringify([field, value, ref.index])).sort()).toEqual(expected.sort());
        expect(total).toBe(expected.length);
        const shown = values.map(({ time }) => (time === null ? -1n : BigInt(time)));
        expect(shown).toEqual(shown.toSorted((left, right) => (left === right ? 0 : left < right ? 1 : -1)));
      }),
      { numRuns: runs(40) },
    );
  });

  const record = (who: string, operationName: string, second: number | null): string =>
    JSON.stringify({
      operationName,
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: who }],
      env_time: second === null ? 'never' : `2021-01-01T00:00:0${second}Z`,
    });
  const lines = [
    record('ann@x', 'A', 5),
    record('ann@x', 'B', 3),
    record('bob@x', 'A', 1),
    record('ann@x', 'B', 2),
    record('ann@x', 'C', null),
  ];

  it('are the newest first, say what is first in the whole log, and how many there are', async () => {
    const { request } = await openLog(lines.join('\n'));
    const all = await request('firsts', { query: 'caller:ann@x', fields: ['operation'], limit: 10 });
    expect(all.values.map(({ value, ref, isFirstInLog }) => [value, ref.index, isFirstInLog])).toEqual([
      ['A', 0, false],
      ['B', 3, true],
      ['C', 4, true],
    ]);
    expect(all.values.map(({ time }) => time === null)).toEqual([false, false, true]);
    const one = await request('firsts', { query: 'caller:ann@x', fields: ['operation'], limit: 1 });
    expect([one.values, one.total]).toEqual([all.values.slice(0, 1), 3]);
    expect(await request('firsts', { query: 'caller:nobody', fields: ['operation'], limit: 9 })).toMatchObject({ values: [], total: 0 });
  });
});
