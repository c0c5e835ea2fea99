import { createHash } from 'node:crypto';
import fc from 'fast-check';
import zlib from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { webCompression } from '../../../src/engine/web/webCompression.ts';
import { runs } from '../../runs.ts';

it.each([
  ['Node', nodeCompression],
  ['the web', webCompression],
])('the SHA-256 of %s is that of all pieces together', (_, compression) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
      const digest = compression.sha256();
      pieces.forEach((piece) => digest.update(piece));
      expect(digest.end()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
    { numRuns: runs(50) },
  );
});

afterEach(() => void vi.restoreAllMocks());

it.each([
  ['with', true],
  ['without', false],
])('packs a block %s Zstandard into little memory, and gives it back', async (_name, hasZstd) => {
  if (!hasZstd) {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue({ ...zlib, zstdCompress: undefined, zstdDecompress: undefined });
  }
  for (const block of [
    Buffer.from('{"a":1}\n'.repeat(60_000)),
    Buffer.from(Array.from({ length: 300_000 }, (__, index) => Math.imul(index, 2654435761) >>> 11)),
  ]) {
    const packed = await nodeCompression.pack(block);
    expect(packed.buffer.byteLength).toBe(packed.length);
    expect(packed.length).toBeLessThan(block.length * 1.01);
    expect(block.equals(await nodeCompression.unpack(packed, block.length))).toBe(true);
  }
});
