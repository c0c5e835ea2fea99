import { expect, it } from 'vitest';
import { wholeUnits } from '../../../src/core/timeline/wholeUnits.ts';

it.each([
  [0n, 0, 'tick'],
  [1n, 1, 'tick'],
  [10n, 1, 'microsecond'],
  [25_000n, 2.5, 'millisecond'],
  [10_000_000n, 1, 'second'],
  [3_000_000_000n, 5, 'minute'],
  [54_000_000_000n, 1.5, 'hour'],
  [864_000_000_000n, 1, 'day'],
  [6_048_000_000_000n, 1, 'week'],
  [700_000_000n, 1.2, 'minute'],
  [10n * 864_000_000_000n, 10, 'day'],
  [364n * 864_000_000_000n, 52, 'week'],
  [365n * 864_000_000_000n, 1, 'year'],
  [731n * 864_000_000_000n, 2, 'year'],
  [36525n * 864_000_000_000n, 100, 'year'],
  [3652425n * 864_000_000_000n, 10_000, 'year'],
])('says %i ticks', (ticks, value, unit) => {
  expect(wholeUnits(ticks)).toEqual({ value, unit });
});
