import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { latestTime } from '../../../src/engine/query/latestTime.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;
const time = fc.oneof(
  // Neighbours that a number of 53 bits cannot tell apart.
  fc.nat({ max: 9 }).map((tick) => `9999-12-31T23:59:59.999999${tick}Z`),
  fc.nat({ max: 9 }).map((tick) => `2020-11-23T18:00:00.000000${tick}Z`),
  fc.constantFrom('never', '', '0001-01-01T00:00:00Z'),
);

it('is the latest valid time of the first rows, exactly, wherever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(time, { maxLength: 12 }), fc.nat({ max: 9000 }), fc.nat(), async (times, padding, cut) => {
      // Some blocks without a time, in one of which the times are.
      const lines = times.map((text) => `{"operationName":"a","env_time":"${text}"}`);
      lines.splice(cut % (lines.length + 1), 0, ...Array<string>(padding).fill('{"operationName":"b"}'));
      const index = await readIndex(lines.join('\n'));
      const all = [...times].map((text) => parseTime(text)?.ticks ?? -1n);
      const latest = all.reduce((most, one) => (one > most ? one : most), -1n);
      expect(await latestTime(index, new CooperativeTask(never))).toBe(latest === -1n ? undefined : latest);
    }),
    { numRuns: runs(15) },
  );
});

it('is that of the rows of its snapshot only', async () => {
  const lines = ['2020-11-23T18:00:00Z', '2021-01-01T00:00:00Z'].map((text) => `{"operationName":"a","env_time":"${text}"}`);
  const index = await readIndex(lines.join('\n'));
  expect(await latestTime(index.pinned(1), new CooperativeTask(never))).toBe(parseTime('2020-11-23T18:00:00Z')!.ticks);
  expect(await latestTime(index.pinned(0), new CooperativeTask(never))).toBeUndefined();
});
