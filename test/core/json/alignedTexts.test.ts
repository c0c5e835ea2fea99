import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlignedTexts } from '../../../src/core/json/alignedTexts.ts';
import { prettyText } from '../../../src/core/json/prettyText.ts';
import { runs } from '../../runs.ts';

describe('the same place in a text that is laid out anew', () => {
  it('holds the same character, there and back', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, number) => {
        const pretty = prettyText(text);
        const offset = number % text.length;
        const aligned = new AlignedTexts(text, pretty);
        const place = aligned.toSecond(offset);
        const isBlank = /\s/.test(text[offset]!) && aligned.toSecond(offset + 1) === place;
        expect(isBlank || pretty[place] === text[offset]).toBe(true);
        expect(isBlank || aligned.toFirst(place) === offset).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('counts the blanks of strings, and is the end for the end', () => {
    const [text, pretty] = ['{"a b":" \\" ","c":[]}', '{\n  "a b": " \\" ",\n  "c": []\n}'];
    expect(prettyText(text)).toBe(pretty);
    const aligned = new AlignedTexts(text, pretty);
    expect(pretty.slice(aligned.toSecond(text.indexOf('"c"'))).startsWith('"c"')).toBe(true);
    expect(aligned.toSecond(text.length)).toBe(pretty.length);
    expect(aligned.toSecond(0)).toBe(0);
  });
});
