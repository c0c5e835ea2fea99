import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackBar } from '../../../src/core/timeline/stackBar.ts';

const none = { success: 0, clientError: 0, failure: 0, other: 0 };

function check(counts: Partial<typeof none>, peak: number, height: number, expected: readonly (readonly [string, number, number])[]): void {
  const pieces = stackBar(Object.entries({ ...none, ...counts }), peak, height).map(({ part, bottom, height: high }) => [
    part,
    bottom,
    high,
  ]);
  expect(pieces).toEqual(expected);
}

describe('a stacked bar', () => {
  it('is nothing for nothing', () => check({}, 10, 100, []));

  it('has the height of its share, success below', () =>
    check({ failure: 2, success: 3 }, 10, 100, [
      ['success', 0, 30],
      ['failure', 30, 20],
    ]));

  it('shows one failure among ten thousand successes', () =>
    check({ success: 10_000, failure: 1 }, 10_001, 100, [
      ['success', 0, 98],
      ['failure', 98, 2],
    ]));

  it('shows a single record beside a full bucket', () => check({ clientError: 1 }, 100_000, 100, [['clientError', 0, 2]]));

  it('leaves no gap and draws every part that is there', () => {
    const count = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.record({ success: count, clientError: count, failure: count, other: count }),
        fc.integer({ min: 10, max: 500 }),
        (counts, height) => {
          const total = counts.success + counts.clientError + counts.failure + counts.other;
          const pieces = stackBar(Object.entries(counts), Math.max(total, 1), height);
          expect(pieces.map(({ part }) => part)).toEqual(Object.keys(none).filter((group) => counts[group as keyof typeof none] > 0));
          let bottom = 0;
          for (const piece of pieces) {
            expect(piece.bottom).toBe(bottom);
            expect(piece.height).toBeGreaterThanOrEqual(2);
            bottom += piece.height;
          }
          expect(bottom).toBeLessThanOrEqual(height);
        },
      ),
    );
  });
});
