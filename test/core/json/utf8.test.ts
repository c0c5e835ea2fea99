import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeText, encodeText, sourceText } from '../../../src/core/json/utf8.ts';
import { runs } from '../../runs.ts';

describe('a text in bytes', () => {
  it('is read back as it was, lone surrogates too', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('\ud800', '\udfff', '\ud83d')),
        }),
        (text) => {
          expect(decodeText(encodeText(text))).toBe(text);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test.each<[bytes: readonly number[]]>([
    [[0x61, 0xed, 0x73, 0x6f]],
    [[0xed, 0xd6, 0x63]],
    [[0xed, 0xa0, 0x63]],
    [[0xed, 0xa0]],
    [[0xed]],
    [[0xed, 0x9f, 0xbf]],
  ])('keeps the bytes after %j, which begin like a surrogate', (bytes) => {
    const source = Uint8Array.from(bytes);
    expect(decodeText(source)).toBe(sourceText(source, 0, source.length));
  });
});
