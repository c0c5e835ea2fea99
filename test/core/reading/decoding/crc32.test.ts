import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../../../src/core/reading/decoding/crc32.ts';

it('computes checksums piece by piece as zlib does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (first, second) => {
      expect(crc32(second, crc32(first)) >>> 0).toBe(zlibCrc32(Buffer.concat([first, second])));
    }),
  );
});
