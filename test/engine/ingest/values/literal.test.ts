import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Literal } from '../../../../src/engine/ingest/values/literal.ts';
import { runs } from '../../../runs.ts';

/** Bytes among which are those that make floats of special kinds: zeros, infinities, NaNs. */
const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x00, 0x7f, 0x80, 0xf0, 0xf8, 0xff, 0x22, 0x2c));
const bytes = fc.array(byte, { minLength: 1, maxLength: 40 }).map((list) => Uint8Array.from(list));

function isAt(literal: Uint8Array, text: Uint8Array, start: number): boolean {
  const place = new Uint8Array(text.length + 5);
  place.set(text, 5);
  return new Literal(literal).isAt(new DataView(place.buffer, 5), start);
}

describe('a literal', () => {
  it('stands where its bytes stand', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (before, literal, after) => {
        expect(isAt(literal, Uint8Array.from([...before, ...literal, ...after]), before.length)).toBe(true);
      }),
    );
  });

  it('stands nowhere else, however little differs', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), byte, (literal, place, other) => {
        const text = literal.slice();
        text[place % text.length] = other;
        expect(isAt(literal, text, 0)).toBe(literal[place % text.length] === other);
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each<[name: string, literal: readonly number[], text: readonly number[]]>([
    ['negative zero', [0, 0, 0, 0, 0, 0, 0, 0], [0x80, 0, 0, 0, 0, 0, 0, 0]],
    ['two NaNs', [0x7f, 0xf8, 0, 0, 0, 0, 0, 1], [0x7f, 0xf8, 0, 0, 0, 0, 0, 2]],
  ])('tells %s apart', (_, literal, text) => {
    expect(isAt(Uint8Array.from(literal), Uint8Array.from(text), 0)).toBe(false);
    expect(isAt(Uint8Array.from(literal), Uint8Array.from(literal), 0)).toBe(true);
  });
});
