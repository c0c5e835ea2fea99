import { expect, test } from 'vitest';
import fc from 'fast-check';
import { compileWildcard } from '../../../src/core/query/wildcard.ts';
import { processorTime } from '../processorTime.ts';
import { runs } from '../../runs.ts';

/** What the pattern means, said by recursion. */
function naive(pattern: readonly string[], value: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) {
    return value.length === 0;
  }
  if (first === '*') {
    return naive(rest, value) || (value.length > 0 && naive(pattern, value.slice(1)));
  }
  return value.length > 0 && (first === '?' || first === value[0]) && naive(rest, value.slice(1));
}

test.each([
  ['*', '', true],
  ['**', 'abc', true],
  ['a*', 'abc', true],
  ['*c', 'abc', true],
  ['a*c', 'ac', true],
  ['a*a', 'a', false],
  ['ab*ba', 'aba', false],
  ['*b*', 'abc', true],
  ['a?c', 'abc', true],
  ['a?c', 'a😀c', true],
  ['??', '😀', false],
  ['?', '', false],
  ['*?', '😀', true],
  ['abc', 'abcd', false],
  ['.*', 'x', false],
  ['*aab', 'aaab', true],
])('%s on %j: %s', (pattern, value, expected) => {
  expect(compileWildcard(pattern)(value)).toBe(expected);
});

test('agrees with the meaning', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '😀'), maxLength: 7 });
  const value = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 9 });
  fc.assert(
    fc.property(pattern, value, (wanted, text) => {
      expect(compileWildcard(wanted)(text)).toBe(naive([...wanted], [...text]));
    }),
    { numRuns: runs(5000) },
  );
});

test('hostile patterns take no time', () => {
  const time = processorTime(() => {
    expect(compileWildcard(`${'*a'.repeat(500)}b`)('a'.repeat(200_000))).toBe(false);
    expect(compileWildcard(`${'*?a'.repeat(300)}b`)('a'.repeat(200_000))).toBe(false);
  });
  expect(time).toBeLessThan(2000);
});
