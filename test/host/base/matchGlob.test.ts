import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { matchGlob } from '../../../src/host/base/matchGlob.ts';

test.each<[pattern: string, path: string, isMatch: boolean]>([
  ['*.ndjson', 'a.ndjson', true],
  ['*.ndjson', 'logs/a.ndjson', true],
  ['*.ndjson', '/logs/a.ndjson', true],
  ['*.ndjson', 'a.ndjson.gz', false],
  ['a?.json', 'ab.json', true],
  ['a?.json', 'a.json', false],
  ['logs/*.json', 'logs/a.json', true],
  ['logs/*.json', 'other/logs/a.json', false],
  ['logs/*.json', 'logs/old/a.json', false],
  ['logs/**/*.json', 'logs/a.json', true],
  ['logs/**/*.json', 'logs/2026/11/a.json', true],
  ['**/logs/**', 'x/logs/y/a.json', true],
  ['**/logs/**', 'x/log/y/a.json', false],
  ['/var/**/*.json', '/var/log/a.json', true],
  ['./logs/*.json', 'logs/a.json', false],
  ['*.{json,ndjson}', 'a.ndjson', true],
  ['*.{json,ndjson}', 'a.txt', false],
  ['{a,b}/{c,d}.json', 'b/c.json', true],
  ['{a,{b,c}}.json', 'c.json', true],
  ['a{.json', 'a{.json', true],
  ['*a*b*', 'xxaxxbxx', true],
  ['*a*b*', 'xxbxxaxx', false],
  ['[a].json', '[a].json', true],
  ['', 'a.json', false],
])('%s matches %s: %s', (pattern, path, isMatch) => {
  expect(matchGlob(pattern, path)).toBe(isMatch);
});

it('agrees with a pattern that a path is made of', () => {
  const part = fc.stringMatching(/^[a-c.]{1,6}$/);
  const parts = fc.array(part, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.nat(), fc.nat(), (path, cut, length) => {
      const start = cut % path.length;
      const pattern = [...path.slice(0, start), '**', ...path.slice(start + (length % (path.length - start + 1)))].join('/');
      // Without a `/` it is compared with the name, which one wildcard matches as well.
      expect(matchGlob(pattern, path.join('/'))).toBe(true);
      expect(matchGlob(`${pattern}/z`, path.join('/'))).toBe(false);
    }),
  );
});

it('takes no long time for hostile patterns', () => {
  expect(matchGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
  expect(matchGlob(`${'**/a/'.repeat(500)}b`, 'a/'.repeat(5000))).toBe(false);
  expect(matchGlob('{a,b}'.repeat(60), 'a'.repeat(60))).toBe(false);
});
