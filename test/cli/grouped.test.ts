import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from '../../src/cli/grouped.ts';

it('writes counts as English does', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (count) => grouped(count) === count.toLocaleString('en-US')));
  expect([0, 7, 999, 1000, 123456, 1234567].map(grouped)).toEqual(['0', '7', '999', '1,000', '123,456', '1,234,567']);
});
