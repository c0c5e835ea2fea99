import { expect, test } from 'vitest';
import { fairShares } from '../../../src/engine/answers/fairShares.ts';

test.each<[counts: Readonly<Record<string, number>>, limit: number, shares: Readonly<Record<string, number>>]>([
  [{ a: 5, b: 1000 }, 100, { a: 5, b: 95 }],
  [{ a: 900, b: 1000, c: 2 }, 100, { c: 2, a: 49, b: 49 }],
  [{ a: 3, b: 3 }, 100, { a: 3, b: 3 }],
  [{ a: 3, b: 3 }, 3, { a: 1, b: 2 }],
  [{}, 10, {}],
])('of %j there is room for %d: %j', (counts, limit, shares) => {
  expect(Object.fromEntries(fairShares(new Map(Object.entries(counts)), limit))).toEqual(shares);
});
