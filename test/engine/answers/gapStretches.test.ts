import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GapStretches, type PlacedGap } from '../../../src/engine/answers/gapStretches.ts';

/** Missing numbers, and the exact times of the rows on either side. */
type Fact = readonly [missing: number, beforeTicks: number, afterTicks: number];

/** Times are rounded to this many ticks, as columns do. */
const rounding = 8;

/** Gap n lies between the rows 2n and 2n + 1. */
function stretchesOf(facts: readonly Fact[], maxStretches: number): GapStretches {
  const times = facts.flatMap(([, beforeTicks, afterTicks]) => [beforeTicks, afterTicks]);
  const stretches = new GapStretches(maxStretches, (left, right) => times[left]! - times[right]!);
  const rounded = (ticks: number) => Math.round(ticks / rounding) * rounding;
  facts.forEach(([missing, beforeTicks, afterTicks], index) => {
    const gap: PlacedGap = {
      before: index * 2,
      after: index * 2 + 1,
      missing: BigInt(missing),
      beforeTime: rounded(beforeTicks),
      afterTime: rounded(afterTicks),
    };
    stretches.add(gap);
  });
  return stretches;
}

describe('stretches of gaps', () => {
  it('are one gap each, in order of time, where there are few', () => {
    const found = stretchesOf(
      [
        [1, 503, 601],
        [17, 205, 101],
        [3, 502, 504],
      ],
      3,
    ).inOrder();
    expect(found.map(({ first, last, gaps, missing, lastAfter }) => [first, last, gaps, missing, lastAfter])).toEqual([
      [3, 2, 1, 17n, 3],
      [4, 5, 1, 3n, 5],
      [0, 1, 1, 1n, 1],
    ]);
  });

  it('name the largest gap and the record after the latest, where several are one', () => {
    const facts: readonly Fact[] = [
      [1, 10, 201],
      [9, 200, 302],
      [3, 300, 301],
    ];
    expect(stretchesOf(facts, 1).inOrder()).toMatchObject([
      { first: 0, last: 3, gaps: 3, missing: 13n, largest: 9n, before: 2, after: 3, lastAfter: 3 },
    ]);
  });

  it('stand at the one time that is known, or are counted apart', () => {
    const facts: readonly Fact[] = [
      [1, NaN, 60],
      [1, 70, NaN],
      [1, 80, 80],
      [1, NaN, NaN],
    ];
    const stretches = stretchesOf(facts, 10);
    expect(stretches.inOrder().map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [2, 2],
      [4, 5],
    ]);
    expect(stretches.unplaced).toBe(1);
  });

  it('leave no gap out, keep the largest and stay few, however many gaps there are', () => {
    const time = fc.integer({ min: 0, max: 10 ** 9 });
    const length = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 10 ** 6 }));
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 ** 6 }), time, length), { minLength: 1, maxLength: 400 });
    let merged = 0;
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 500 }), (lengths, maxStretches) => {
        const facts = lengths.map(([missing, from, long]): Fact => [missing, from, from + long]);
        const ticksOf = (row: number) => facts[row >> 1]![1 + (row & 1)]!;
        const stretches = stretchesOf(facts, maxStretches).inOrder();
        expect(stretches.length).toBeLessThanOrEqual(maxStretches);
        expect(stretches.length).toBe(facts.length <= maxStretches ? facts.length : stretches.length);
        expect(stretches.reduce((sum, one) => sum + one.gaps, 0)).toBe(facts.length);
        expect(stretches.reduce((sum, one) => sum + one.missing, 0n)).toBe(BigInt(facts.reduce((sum, [missing]) => sum + missing, 0)));
        expect(Math.max(...stretches.map((one) => Number(one.largest)))).toBe(Math.max(...facts.map(([missing]) => missing)));
        for (const [, from, to] of facts) {
          expect(stretches.some((one) => ticksOf(one.first) <= from && ticksOf(one.last) >= to)).toBe(true);
        }
        const begins = stretches.map((one) => ticksOf(one.first));
        expect(begins).toEqual(begins.toSorted((left, right) => left - right));
        merged += facts.length > maxStretches ? 1 : 0;
      }),
    );
    expect(merged).toBeGreaterThan(10);
  });
});
