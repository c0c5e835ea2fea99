import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortInTurns } from '../../../src/engine/collections/sortInTurns.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { runs } from '../../runs.ts';

test('items are sorted as an array is, equal ones in their order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 9000 }), fc.integer({ min: 1, max: 5000 }), async (count, step) => {
      const items = Array.from({ length: count }, (_, place) => ({ place, key: (place * step) % 997 }));
      const compare = (left: { key: number }, right: { key: number }): number => left.key - right.key;
      const sorted = await sortInTurns(items, compare, new CooperativeTask(new AbortController().signal));
      expect(sorted.map(({ place }) => place)).toEqual(items.toSorted(compare).map(({ place }) => place));
    }),
    { numRuns: runs(20) },
  );
});

test('sorting ends when nobody waits any more', async () => {
  const work = new CooperativeTask(AbortSignal.abort());
  await expect(sortInTurns([2, 1], (left, right) => left - right, work)).rejects.toThrow('aborted');
});
