import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { plainValue } from '../../../src/core/rules/schemaFindings.ts';

function plain(text: string): unknown {
  const bytes = new TextEncoder().encode(text);
  return plainValue(bytes, parseValueTree(bytes, 0, bytes.length));
}

it('is what JSON.parse makes of the text, with 0 for every number', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const expected: unknown = JSON.parse(text, (_, value: unknown) => (typeof value === 'number' ? 0 : value));
      expect(JSON.stringify(plain(text))).toBe(JSON.stringify(expected));
    }),
  );
});

it('keeps the keys of a log apart from those of JavaScript', () => {
  const value = plain('{"__proto__":{"polluted":true},"a":1,"a":"last"}') as Record<string, unknown>;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(Object.entries(value)).toEqual([
    ['__proto__', { polluted: true }],
    ['a', 'last'],
  ]);
  expect('polluted' in {}).toBe(false);
});
