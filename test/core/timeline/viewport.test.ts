import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampTicks, lastTicks } from '../../../src/core/record/ticks.ts';
import { clampEnd, endOfTime, spanLength, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import { centreOn, moveToEnd, panBy, zoomBy } from '../../../src/core/timeline/viewport.ts';

const span = (from: number, to: number): TimeSpan => ({ from: clampTicks(BigInt(from)), to: clampEnd(BigInt(to)) });
const moment = (at: number) => clampTicks(BigInt(at));
const whole = span(1000, 9000);

describe('zooming', () => {
  it.each([
    ['in around the middle', span(2000, 4000), 0.5, 3000, span(2500, 3500)],
    ['in around the beginning', span(2000, 4000), 0.5, 2000, span(2000, 3000)],
    ['out around the middle', span(2500, 3500), 2, 3000, span(2000, 4000)],
    ['out up to the beginning of all', span(1100, 2100), 2, 1600, span(1000, 3000)],
    ['out to all', span(2000, 8000), 2, 5000, whole],
    ['a little, of a few ticks', span(2000, 2003), 0.99, 2001, span(2001, 2003)],
    ['in on one tick', span(2000, 2001), 0.5, 2000, span(2000, 2001)],
  ])('%s', (_, from, factor, around, expected) => {
    expect(zoomBy(from, factor, moment(around), whole)).toEqual(expected);
  });

  it('gets from ten thousand years to one tick in small steps, and back', () => {
    const all: TimeSpan = { from: moment(0), to: endOfTime };
    const middle = clampTicks(lastTicks / 3n);
    let shown = all;
    let steps = 0;
    while (spanLength(shown) > 1n && steps < 1000) {
      const next = zoomBy(shown, 0.8, middle, all);
      expect(spanLength(next) < spanLength(shown)).toBe(true);
      expect(next.from <= middle && middle < next.to).toBe(true);
      shown = next;
      steps++;
    }
    expect(shown).toEqual({ from: middle, to: middle + 1n });
    for (let step = 0; step < 1000 && shown !== all; step++) {
      shown = zoomBy(shown, 1.25, middle, all);
    }
    expect(shown).toBe(all);
  });

  it('keeps the moment under the pointer in its place, as nearly as a pixel', () => {
    const ticks = fc.integer({ min: 0, max: 1e15 });
    fc.assert(
      fc.property(ticks, fc.integer({ min: 1e6, max: 1e14 }), fc.double({ min: 0, max: 1, noNaN: true }), (from, length, share) => {
        const all = span(-1, 4e15);
        const before = span(from, from + length);
        const around = moment(from + Math.floor(share * length));
        const after = zoomBy(before, 0.7, around, all);
        const placed = (shown: TimeSpan): number => Number(around - shown.from) / Number(spanLength(shown));
        expect(Math.abs(placed(after) - placed(before))).toBeLessThan(0.001);
      }),
    );
  });
});

describe('panning', () => {
  it.each([
    ['to later', span(2000, 3000), 0.5, span(2500, 3500)],
    ['to earlier', span(2000, 3000), -0.25, span(1750, 2750)],
    ['up to the beginning', span(1100, 2100), -3, span(1000, 2000)],
    ['up to the end', span(7500, 8500), 2, span(8000, 9000)],
    ['not at all where all is shown', whole, 0.5, whole],
    ['back to all where more is shown', span(0, 10_000), 0.5, whole],
  ])('%s', (_, from, share, expected) => expect(panBy(from, share, whole)).toEqual(expected));

  it('goes to a moment and to the ends with the same length', () => {
    const shown = span(2000, 3000);
    expect(centreOn(shown, moment(5000), whole)).toEqual(span(4500, 5500));
    expect(centreOn(shown, moment(1001), whole)).toEqual(span(1000, 2000));
    expect([moveToEnd(shown, 'first', whole), moveToEnd(shown, 'last', whole)]).toEqual([span(1000, 2000), span(8000, 9000)]);
  });
});
