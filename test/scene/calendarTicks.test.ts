import { tickStep } from 'd3-array';
import { utcTicks } from 'd3-time';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarTicks, roundStep } from '../../src/scene/calendarTicks.ts';
import { runs } from '../runs.ts';

const [first, last] = [Date.UTC(1970, 0), Date.UTC(2100, 0)];

it('round moments are those of d3-time', () => {
  // Of all lengths alike, from a second to a century.
  const length = fc.double({ min: 3, max: 12.4, noNaN: true }).map((power) => Math.round(10 ** power));
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), length, fc.integer({ min: 2, max: 20 }), (from, span, wished) => {
      const expected = utcTicks(new Date(from), new Date(from + span), wished).map((date) => date.getTime());
      expect(calendarTicks(from, from + span, wished)).toEqual(expected);
    }),
    { numRuns: runs(500) },
  );
});

it('round steps are those of d3-array', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 2, max: 20 }), (span, wished) => {
      expect(roundStep(span / wished)).toBeCloseTo(tickStep(0, span, wished), 6);
    }),
    { numRuns: runs(200) },
  );
});
