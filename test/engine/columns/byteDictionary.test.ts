import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashBytes } from '../../../src/engine/columns/byteHash.ts';
import { ByteDictionary } from '../../../src/engine/columns/byteDictionary.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const seed = 11;
const words = fc.array(
  fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('', 'a', 'b')),
  {
    maxLength: 300,
  },
);

describe('a dictionary of bytes', () => {
  it('gives each distinct text one id, in the order of first sight from 1', () => {
    fc.assert(
      fc.property(words, (texts) => {
        const dictionary = new ByteDictionary(seed);
        const known = new Map<string, number>();
        for (const text of texts) {
          const well = text.toWellFormed();
          const id = known.get(well) ?? known.size + 1;
          known.set(well, id);
          const bytes = encoder.encode(`<${well}>`);
          expect(dictionary.intern(bytes, 1, bytes.length - 1)).toBe(id);
          expect(dictionary.internText(well)).toBe(id);
        }
        expect(dictionary.size).toBe(known.size);
        for (const [text, id] of known) {
          expect(dictionary.text(id)).toBe(text);
          expect(decoder.decode(dictionary.bytesOf(id))).toBe(text);
          const bytes = encoder.encode(text);
          expect(dictionary.lengthOf(id)).toBe(bytes.length);
          expect([dictionary.byteOf(id, 0), dictionary.byteOf(id, bytes.length)]).toEqual([bytes[0], undefined]);
          expect(dictionary.isAscii(id)).toBe(/^[\u0000-\u007f]*$/.test(text));
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('tells texts with equal hashes apart', () => {
    const dictionary = new ByteDictionary(seed);
    const texts = Array.from({ length: 200 }, (_, index) => encoder.encode(`text ${index}`));
    const ids = texts.map((bytes) => dictionary.internHashed(bytes, 0, bytes.length, 7));
    expect(ids).toEqual(texts.map((_, index) => index + 1));
    expect(texts.map((bytes) => dictionary.internHashed(bytes, 0, bytes.length, 7))).toEqual(ids);
  });

  it('finds by a hash that was made elsewhere what it finds by itself', () => {
    const dictionary = new ByteDictionary(seed);
    const bytes = encoder.encode('SetCurrentPolicy');
    const id = dictionary.intern(bytes, 0, bytes.length);
    expect(dictionary.internHashed(bytes, 0, bytes.length, hashBytes(new DataView(bytes.buffer), 0, bytes.length, seed))).toBe(id);
  });

  it('keeps a hundred thousand texts while it grows', () => {
    const dictionary = new ByteDictionary(seed);
    for (let index = 0; index < 100_000; index++) {
      dictionary.internText(`resource-${index}`);
    }
    expect([1, 50_000, 100_000].map((id) => dictionary.text(id))).toEqual(['resource-0', 'resource-49999', 'resource-99999']);
    expect(dictionary.internText('resource-777')).toBe(778);
  });

  it('hands over the texts after an id, from which another one can be made', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 50 }), fc.nat(), (texts, at) => {
        const dictionary = new ByteDictionary(seed);
        texts.forEach((text) => dictionary.internText(text));
        const from = at % (dictionary.size + 1);
        const { bytes, ends } = dictionary.entriesAfter(from);
        const handed = [...ends].map((end, index) => decoder.decode(bytes.subarray(index === 0 ? 0 : ends[index - 1], end)));
        expect(handed).toEqual(Array.from({ length: dictionary.size - from }, (_, index) => dictionary.text(from + index + 1)));
      }),
    );
  });

  it('orders texts of ASCII by their bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 8 }), fc.string({ unit: 'binary-ascii', maxLength: 8 }), (left, right) => {
        const dictionary = new ByteDictionary(seed);
        const order = dictionary.compareAscii(dictionary.internText(left), dictionary.internText(right));
        expect(Math.sign(order)).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });
});
