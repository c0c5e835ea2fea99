import { expect, test } from 'vitest';
import { offsetAt, placeAt } from '../../../src/host/base/textPlaces.ts';

const text = 'ab\ncd\r\n\nef\rg';

test('places and offsets of a text are the same, whatever ends its lines', () => {
  const places = Array.from(text, (_, offset) => placeAt(text, offset));
  expect(places.map(({ line, column }) => `${line}:${column}`).join(' ')).toBe('0:0 0:1 0:2 1:0 1:1 1:2 1:3 2:0 3:0 3:1 3:2 4:0');
  for (const [offset, { line, column }] of places.entries()) {
    // Within a line break is the end of its line.
    expect(offsetAt(text, line, column)).toBe(text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset);
  }
});

test('a place after the end of a line, or of the text, is that end', () => {
  expect([offsetAt(text, 0, 99), offsetAt(text, 4, 99), offsetAt(text, 99, 0)]).toEqual([2, text.length, text.length]);
});
