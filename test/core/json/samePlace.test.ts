import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyText } from '../../../src/core/json/prettyText.ts';
import { samePlace } from '../../../src/core/json/samePlace.ts';
import { runs } from '../../runs.ts';

describe('the same place in a text that is laid out anew', () => {
  it('holds the same character, there and back', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, number) => {
        const pretty = prettyText(text);
        const offset = number % text.length;
        const place = samePlace(text, offset, pretty);
        const isBlank = /\s/.test(text[offset]!) && samePlace(text, offset + 1, pretty) === place;
        expect(isBlank || pretty[place] === text[offset]).toBe(true);
        expect(isBlank || samePlace(pretty, place, text) === offset).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('counts the blanks of strings, and is the end for the end', () => {
    const [text, pretty] = ['{"a b":" \\" ","c":[]}', '{\n  "a b": " \\" ",\n  "c": []\n}'];
    expect(prettyText(text)).toBe(pretty);
    expect(pretty.slice(samePlace(text, text.indexOf('"c"'), pretty)).startsWith('"c"')).toBe(true);
    expect(samePlace(text, text.length, pretty)).toBe(pretty.length);
    expect(samePlace(text, 0, pretty)).toBe(0);
  });
});
