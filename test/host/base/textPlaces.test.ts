import { expect, test } from 'vitest';
import { TextPlaces } from '../../../src/host/base/textPlaces.ts';

const text = 'ab\ncd\r\n\nef\rg';
const places = new TextPlaces(text);

test('places and offsets of a text are the same, whatever ends its lines', () => {
  const found = Array.from(text, (_, offset) => places.placeAt(offset));
  expect(found.map(({ line, column }) => `${line}:${column}`).join(' ')).toBe('0:0 0:1 0:2 1:0 1:1 1:2 1:3 2:0 3:0 3:1 3:2 4:0');
  for (const [offset, { line, column }] of found.entries()) {
    // Within a line break is the end of its line.
    expect(places.offsetAt(line, column)).toBe(text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset);
  }
});

test('a place after the end of a line, or of the text, is that end', () => {
  expect([places.offsetAt(0, 99), places.offsetAt(4, 99), places.offsetAt(99, 0)]).toEqual([2, text.length, text.length]);
});

test('lines are counted', () => {
  expect([places.lineCount, new TextPlaces('').lineCount]).toEqual([5, 1]);
});
