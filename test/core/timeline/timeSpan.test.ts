import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastTicks, type Ticks } from '../../../src/core/record/ticks.ts';
import { clampEnd, clipSpan, endOfTime, pixelOf, ticksAt, zoomSpan, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';

const span = (from: number | bigint, to: number | bigint): TimeSpan => ({ from: BigInt(from) as Ticks, to: BigInt(to) as Ticks });
const ticks = (value: number | bigint) => BigInt(value) as Ticks;

describe('a time scale', () => {
  it.each([
    [span(0, 100), 200, 50, 100],
    [span(100, 200), 1000, 100, 0],
    [span(100, 200), 1000, 200, 1000],
    [span(100, 200), 1000, 90, -100],
    // Neighbouring ticks of the documented record stay apart.
    [span(637417526099427158n, 637417526099427160n), 10, 637417526099427159n, 5],
  ])('puts a moment at its pixel (%#)', (axis, width, moment, pixel) => {
    expect(pixelOf(axis, width, ticks(moment))).toBe(pixel);
  });

  it.each([
    [0, 0],
    [500, 50],
    [999, 99],
    [1000, 99],
    [5000, 99],
    [-1, 0],
  ])('finds the moment at pixel %i', (pixel, moment) => {
    expect(ticksAt(span(0, 100), 1000, pixel)).toBe(ticks(moment));
  });

  it('gives its beginning where it has no width', () => {
    expect(ticksAt(span(7, 100), 0, 3)).toBe(7n);
  });
});

describe('clipping and zooming', () => {
  const whole = span(0, 1000);

  it.each([
    [span(10, 20), span(10, 20)],
    [span(-5, 20), span(0, 20)],
    [span(990, 1200), span(990, 1000)],
    [span(2000, 2010), whole],
  ])('clips %o to the whole', (wished, clipped) => {
    expect(clipSpan(wished, whole)).toEqual(clipped);
  });

  it.each([
    ['in', span(400, 600), 500, span(450, 550)],
    ['in', span(400, 600), 400, span(400, 500)],
    ['out', span(400, 600), 500, span(300, 700)],
    ['out', span(0, 900), 450, whole],
    ['in', span(5, 6), 5, span(5, 6)],
  ] as const)('zooms %s around a moment that keeps its place (%#)', (direction, before, around, after) => {
    expect(zoomSpan(before, direction, ticks(around), whole)).toEqual(after);
  });

  it('keeps the last tick when zooming out to all of time', () => {
    const all = span(0, endOfTime);
    expect(zoomSpan(span(lastTicks - 9n, endOfTime), 'out', lastTicks, all).to).toBe(endOfTime);
    expect(zoomSpan(span(lastTicks, endOfTime), 'in', lastTicks, all)).toEqual(span(lastTicks, endOfTime));
  });

  it.each([
    [-1n, 0n],
    [5n, 5n],
    [lastTicks, lastTicks],
    [lastTicks + 1n, endOfTime],
    [lastTicks + 2n, endOfTime],
  ])('an end at %i is kept at %i', (wished, kept) => {
    expect(clampEnd(wished)).toBe(kept);
  });

  it('never leaves the whole nor turns a span round, whatever is asked', () => {
    const within = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 1000 })).filter(([from, to]) => from < to);
    fc.assert(
      fc.property(
        within,
        fc.constantFrom('in' as const, 'out' as const),
        fc.integer({ min: 0, max: 999 }),
        ([from, to], direction, around) => {
          const zoomed = zoomSpan(span(from, to), direction, ticks(around), whole);
          expect(zoomed.from < zoomed.to && zoomed.from >= whole.from && zoomed.to <= whole.to).toBe(true);
        },
      ),
    );
  });
});
