import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBursts } from '../../../src/core/timeline/bursts.ts';

describe('bursts', () => {
  it.each([
    { counts: [], found: [] },
    { counts: [0, 0], found: [] },
    { counts: [1, 4, 1], found: [] },
    { counts: [1, 5, 1], found: [[1, 1, 5]] },
    {
      counts: [2, 2, 0, 8, 9, 2, 10, 2, 2],
      found: [
        [3, 4, 17],
        [6, 6, 10],
      ],
    },
    {
      counts: [3, 3, 12, 3, 12, 3],
      found: [
        [2, 2, 12],
        [4, 4, 12],
      ],
    },
    { counts: [50, 50, 50], found: [] },
  ])('of $counts are $found', ({ counts, found }) => {
    expect(findBursts(counts).map(({ first, last, records }) => [first, last, records])).toEqual(found);
  });

  it('hold what their buckets hold, and do not touch each other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 80 }), (counts) => {
        const found = findBursts(counts);
        for (const { first, last, records } of found) {
          expect(counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0)).toBe(records);
          expect(found.some((other) => other.first === last + 1)).toBe(false);
        }
      }),
    );
  });
});
