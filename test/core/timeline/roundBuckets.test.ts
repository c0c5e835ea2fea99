import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { formatTicks, lastTicks, type Ticks } from '../../../src/core/record/ticks.ts';
import { roundBuckets } from '../../../src/core/timeline/roundBuckets.ts';
import { clampEnd, endOfTime } from '../../../src/core/timeline/timeSpan.ts';

const at = (text: string) => parseTime(text)!.ticks;

describe('round buckets', () => {
  it.each([
    // A day on a chart for 100 bars: a quarter of an hour each.
    ['2020-11-23T00:00:00Z', '2020-11-24T00:00:00Z', 100, '2020-11-23T00:00', '2020-11-24T00:00', 96],
    ['2020-11-23T18:21:09Z', '2020-11-23T19:58:00Z', 100, '2020-11-23T18:21', '2020-11-23T19:58', 97],
    ['2020-11-02T06:11:01Z', '2020-11-24T09:01:28Z', 200, '2020-11-02T06:00', '2020-11-24T12:00', 178],
    // One record: a single tick.
    ['2020-11-23T18:23:29.9427158Z', '2020-11-23T18:23:29.9427159Z', 200, '2020-11-23T18:23', '2020-11-23T18:23', 1],
  ])('cover %s to %s', (from, to, wished, first, last, count) => {
    const chosen = roundBuckets({ from: at(from), to: at(to) }, wished);
    expect([formatTicks(chosen.from).slice(0, 16), formatTicks(chosen.to).slice(0, 16), chosen.count]).toEqual([first, last, count]);
  });

  it('end with the very last tick, not before it', () => {
    expect(roundBuckets({ from: lastTicks, to: endOfTime }, 100).to).toBe(endOfTime);
    expect(roundBuckets({ from: 0n as Ticks, to: endOfTime }, 100).to).toBe(endOfTime);
  });

  it('cover any span with at most two more than wished', () => {
    const moment = fc.bigInt({ min: 0n, max: lastTicks });
    fc.assert(
      fc.property(moment, fc.bigInt({ min: 1n, max: lastTicks }), fc.integer({ min: 16, max: 4096 }), (from, length, wished) => {
        const span = { from: from as Ticks, to: clampEnd(from + length) };
        const chosen = roundBuckets(span, wished);
        expect(chosen.from <= span.from && chosen.to >= span.to).toBe(true);
        expect(chosen.count).toBeGreaterThanOrEqual(1);
        expect(chosen.count).toBeLessThanOrEqual(wished + 2);
      }),
    );
  });
});
