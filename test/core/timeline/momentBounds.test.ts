import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentBounds } from '../../../src/core/timeline/momentBounds.ts';
import { spanOfText } from '../../../src/core/timeline/spanText.ts';
import { runs } from '../../runs.ts';

test('moments begin where the times that are earlier end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { maxLength: 40 }),
      fc.nat(50),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 12 }),
      (some, from, length, width) => {
        const times = some.toSorted((left, right) => left - right);
        const ticks = times.map((time) => spanOfText([String(time), String(time + 1)])!.from);
        const bounds = momentBounds(spanOfText([String(from), String(from + length)])!, width, times.length, (place) => ticks[place]!);
        // Without fractions: a time is before a moment if it is so many times as far from the beginning.
        const earlier = (moment: number): number => times.filter((time) => (time - from) * width < length * moment).length;
        expect(Array.from(bounds)).toEqual(Array.from({ length: width + 1 }, (_, moment) => earlier(moment)));
      },
    ),
    { numRuns: runs(500) },
  );
});
