import { expect, test } from 'vitest';
import { durationText } from '../../../src/host/base/durationText.ts';

test.each([
  [0n, '0 ms'],
  [5_000n, '0.5 ms'],
  [9_999_999n, '999.9 ms'],
  [23_000_000n, '2.3 s'],
  [600_000_000n, '1 min'],
  [90_000_000_000n, '2.5 h'],
  [864_000_000_000n * 1500n, '1,500 d'],
])('%d ticks are %s', (ticks, text) => {
  expect(durationText(ticks, 'en')).toBe(text);
});
