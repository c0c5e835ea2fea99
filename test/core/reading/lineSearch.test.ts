import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineSearch } from '../../../src/core/reading/lineSearch.ts';

/** Searches a text in pieces of a size, each character one byte. */
function search(text: string, size = text.length): number | undefined {
  const lines = new LineSearch();
  for (let start = 0; start < text.length; start += size) {
    const found = lines.push(Uint8Array.from(text.slice(start, start + size), (character) => character.charCodeAt(0)));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

it.each([
  ['x\n|{"a":1}'],
  ['x\r|{}'],
  ['x\r\n  |{ "a"'],
  ['x\n|{\n  "a"'],
  ['x\n\0\0|{"'],
  ['x\n\xef\xbb\xbf|{"'],
  ['{"a":1}\n{x\n{ \n[Wed]\n[1\n["a"\n|[{'],
  ['x\n|[[{"a":1}]]'],
  ['x\n|[]'],
  ['x\n|\x1e{'],
  ['x\n{\n|{"a"'],
  ['x\n[\n\n |{"a"'],
])('finds the line of a log in %j', (marked) => {
  const text = marked.replace('|', '');
  // A bracket on a line of its own opens an array, if an object follows.
  const expected = text.startsWith('x\n[\n') ? 2 : marked.indexOf('|');
  expect(search(text)).toBe(expected);
  expect(search(text, 1)).toBe(expected);
});

it.each(['{"a":1}', 'x {"a":1}', 'x\n{', 'x\n{x', 'x\n[1]', 'x\n"a"', 'x\n}\n]', 'x\n{]\n[}'])('finds none in %j', (text) => {
  expect(search(text)).toBeUndefined();
});

it('finds what lines begin with, however bytes come', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...' \n\r{}[]"x\x1e\0'), maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (text, size) => {
        const found = /(?<=[\n\r][ \t\0\n\r]*)(?<![^\n\r\0 ])(?:\x1e|\{[ \n\r]*["}]|\[[ \n\r]*[[\]{])/.exec(text)?.index;
        expect(search(text, size)).toBe(found);
      },
    ),
  );
});
