import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTextPlaces } from '../../../src/core/json/jsonTextPlaces.ts';
import { parseJsonText } from '../../../src/core/json/parseJsonText.ts';
import { encodeText, sourceText } from '../../../src/core/json/utf8.ts';
import { nodeString, parseValueTree } from '../../../src/core/json/valueTree.ts';
import { runs } from '../../runs.ts';

/** Writes a string as JSON with escapes where `escapes` says so, and gives where each character begins. */
function written(text: string, escapes: readonly boolean[]): { readonly json: string; readonly starts: readonly number[] } {
  let json = '"';
  const starts: number[] = [];
  [...text].forEach((character, index) => {
    starts.push(encodeText(json).length);
    const plain = JSON.stringify(character).slice(1, -1);
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at).toString(16).padStart(4, '0'));
    json += escapes[index % Math.max(1, escapes.length)] === true ? units.map((unit) => `\\u${unit}`).join('') : plain;
  });
  starts.push(encodeText(json).length);
  return { json: `${json}"`, starts };
}

const value = fc.jsonValue({ maxDepth: 2 }).filter((inner) => typeof inner === 'object' && inner !== null);
const blanks = fc.constantFrom('', ' ', '\n\t', '\u00a0');

describe('the places of JSON text', () => {
  it('are those that character after character gives, however the string is written', () => {
    const escapes = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(value, blanks, blanks, escapes, fc.constantFrom('', '   '), (inner, before, after, chosen, indent) => {
        const text = before + JSON.stringify({ 'ü😀\u2028': inner }, null, indent) + after;
        const { json, starts } = written(text, chosen);
        const bytes = encodeText(` ${json}`);
        const node = parseValueTree(bytes, 1, bytes.length);
        const places = jsonTextPlaces(bytes, node)!;
        const innerBytes = parseJsonText(nodeString(bytes, node))!.bytes;
        let at = 0;
        [...text.trim()].forEach((character, index) => {
          const start = starts[index + [...before].length]! + 1;
          expect(places.outer(at)).toBe(start);
          const found = places.inner(start)!;
          expect([at, at + encodeText(character).length - 1]).toContain(found);
          at += encodeText(character).length;
        });
        expect(at).toBe(innerBytes.length);
        expect(places.outer(at)).toBe(starts[[...before].length + [...text.trim()].length]! + 1);
      }),
      { numRuns: runs(300) },
    );
  });

  it('are none outside of the text', () => {
    const bytes = encodeText('"  {} "');
    const places = jsonTextPlaces(bytes, parseValueTree(bytes, 0, bytes.length))!;
    expect([...bytes.keys()].map((at) => places.inner(at))).toEqual([undefined, undefined, undefined, 0, 1, undefined, undefined]);
  });

  it('of a lone surrogate are those of its escape', () => {
    const bytes = encodeText('"[\\"\\ud800\\"]"');
    const places = jsonTextPlaces(bytes, parseValueTree(bytes, 0, bytes.length))!;
    expect(sourceText(bytes, places.outer(2), places.outer(5))).toBe('\\ud800');
  });

  it('are not known where bytes are no UTF-8', () => {
    const bytes = Uint8Array.of(0x22, 0x5b, 0x5d, 0xff, 0x22);
    expect(jsonTextPlaces(bytes, parseValueTree(bytes, 0, bytes.length))).toBeUndefined();
  });
});
