import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashBytes } from '../../../../src/engine/columns/byteHash.ts';
import { viewOf } from '../../../../src/engine/columns/byteView.ts';
import { runs } from '../../../runs.ts';
import { kernelMemory } from './kernelMemory.ts';

const { kernel, put } = kernelMemory();

it('hashes contents as dictionaries do', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer(), (bytes, seed) => {
      const from = put(bytes);
      expect(kernel.contentHash(from, from + bytes.length, seed) | 0).toBe(hashBytes(viewOf(bytes), 0, bytes.length, seed) | 0);
    }),
    { numRuns: runs(2000) },
  );
});
