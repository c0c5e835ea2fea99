import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { prettyText } from '../../../src/core/json/prettyText.ts';
import { runs } from '../../runs.ts';

describe('JSON text with a line for each value', () => {
  it('is what JSON.stringify makes of it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, 7), (text, blanks) => {
        const value: unknown = JSON.parse(text);
        expect(prettyText(JSON.stringify(value, null, blanks))).toBe(JSON.stringify(value, null, 2));
      }),
      { numRuns: runs(200) },
    );
  });

  test.each<[title: string, text: string, expected: string]>([
    ['numbers that no double holds', '{"a":9007199254740993.10}', '{\n  "a": 9007199254740993.10\n}'],
    ['escapes', '{"a":"\\u0041\\"{"}', '{\n  "a": "\\u0041\\"{"\n}'],
    ['a text that was cut', '{"a":[1,"x', '{\n  "a": [\n    1,\n    "x'],
    ['a text that was cut in an escape', '{"a":"x\\', '{\n  "a": "x\\'],
    ['brackets that were never opened', ']}1', '\n]\n}1'],
    ['no text', '', ''],
  ])('keeps %s', (_, text, expected) => {
    expect(prettyText(text)).toBe(expected);
  });

  it('takes time in proportion to a text of quotes and backslashes', () => {
    const text = '"\\'.repeat(100_000);
    expect(prettyText(text).replaceAll(/\s/g, '')).toBe(text);
  });
});
