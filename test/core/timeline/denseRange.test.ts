import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from '../../../src/core/record/ticks.ts';
import { denseRange, fewOf } from '../../../src/core/timeline/denseRange.ts';
import { MomentBuckets, type MomentRange } from '../../../src/core/timeline/momentBuckets.ts';

interface Found {
  readonly range: MomentRange | undefined;
  readonly passes: number;
}

async function find(moments: readonly number[]): Promise<Found> {
  let passes = 0;
  const range = await denseRange({ low: Math.min(...moments), high: Math.max(...moments) }, moments.length, async (within) => {
    passes++;
    const buckets = new MomentBuckets(within);
    moments.forEach((moment) => buckets.add(moment));
    return buckets;
  });
  return { range, passes };
}

/** So many moments with equal distances from each other. */
const even = (count: number, from: number, length: number) =>
  Array.from({ length: count }, (_, index) => from + Math.round((index / (count - 1)) * length));

const year = 365 * ticksPerDay;
const week = even(500, 0, 7 * ticksPerDay);

describe('the dense stretch', () => {
  it.each<readonly [string, readonly number[], MomentRange | undefined]>([
    ['a week', week, undefined],
    ['a week and a record in the year 1', [...week, -2019 * year], { low: 0, high: 7 * ticksPerDay }],
    ['a week and records in the years 1 and 9999', [...week, -2019 * year, 7979 * year], { low: 0, high: 7 * ticksPerDay }],
    ['a week and a record a year earlier', [...week, -year], { low: 0, high: 7 * ticksPerDay }],
    ['a week and records in the year 1 and a year earlier', [...week, -2019 * year, -year], { low: 0, high: 7 * ticksPerDay }],
    ['a week and a record of the month before', [...week, -30 * ticksPerDay], undefined],
    [
      'a week and the month before, of which the record in the year 1 says nothing',
      [...week, -30 * ticksPerDay, -2019 * year],
      { low: -30 * ticksPerDay, high: 7 * ticksPerDay },
    ],
    ['a week and more than a few in the year 1', [...week, ...even(20, -2019 * year, ticksPerHour)], undefined],
    ['two weeks in different years', [...week, ...even(500, year, 7 * ticksPerDay)], undefined],
    ['three records', [0, 1, year], undefined],
    ['four records, one of them far', [0, ticksPerHour, 2 * ticksPerHour, year], { low: 0, high: 2 * ticksPerHour }],
    ['one moment and a second later', [5, 5, 5, 5, 5, 5, 5, 5 + ticksPerSecond], undefined],
    ['one moment and a day later', [5, 5, 5, 5, 5, 5, 5, 5 + ticksPerDay], { low: 5, high: 5 }],
    ['one moment', [5, 5, 5, 5, 5], undefined],
  ])('of %s', async (_, moments, expected) => {
    expect((await find(moments)).range).toEqual(expected);
  });

  it('costs one look where nothing lies far', async () => {
    expect((await find(week)).passes).toBe(1);
    expect((await find([...week, -2019 * year])).passes).toBe(2);
  });

  it('leaves out few records, begins and ends with one, and is short against the whole', async () => {
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 3 * ticksPerHour }),
      fc.integer({ min: 0, max: 3 * ticksPerMinute }),
      fc.integer({ min: -1000 * year, max: 1000 * year }).map((ticks) => Math.round(ticks)),
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 400 }), fc.array(moment, { maxLength: 3 }), async (near, others) => {
        const moments = [...near.map((ticks) => Math.abs(ticks % ticksPerDay)), ...others];
        const { range } = await find(moments);
        if (range === undefined) {
          return;
        }
        found++;
        const outside = moments.filter((ticks) => ticks < range.low || ticks > range.high);
        expect(outside.length).toBeGreaterThan(0);
        expect(outside.length).toBeLessThanOrEqual(fewOf(moments.length));
        expect(moments).toContain(range.low);
        expect(moments).toContain(range.high);
        const whole = Math.max(...moments) - Math.min(...moments) + 1;
        expect(Math.max(ticksPerMinute, range.high - range.low + 1) * 20).toBeLessThanOrEqual(whole);
      }),
    );
    expect(found).toBeGreaterThan(10);
  });

  it('is found whatever its length, wherever it lies, and however far the few are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 12, max: 500 }),
        fc.integer({ min: ticksPerMinute, max: 30 * ticksPerDay }),
        fc.integer({ min: -1000 * ticksPerDay, max: 1000 * ticksPerDay }),
        fc.array(fc.double({ min: 25, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        async (count, length, from, distances, isBefore) => {
          const far = distances.map((distance) => from + Math.round(length * (isBefore ? -distance : 1 + distance)));
          const { range } = await find([...far, ...even(count, from, length)]);
          expect(range).toEqual({ low: from, high: from + length });
        },
      ),
    );
  });
});
