import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUtf8 } from '../../../../src/core/json/utf8.ts';
import { isWellFormed } from '../../../../src/engine/ingest/template/wellFormed.ts';
import { runs } from '../../../runs.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3 }).map((text) => [...new TextEncoder().encode(text)]),
  fc.constantFrom([0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe0, 0x80, 0x80], [0xf0, 0x9f], [0xff], [0x80]),
);

it('bytes are well-formed if the decoder takes them, short or long', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.constantFrom(0, 300), (pieces, ahead) => {
      const bytes = Uint8Array.from([...Array.from({ length: ahead }, () => 0x61), ...pieces.flat()]);
      expect(isWellFormed(bytes, 0, bytes.length)).toBe(isUtf8(bytes, 0, bytes.length));
    }),
    { numRuns: runs(3000) },
  );
});
