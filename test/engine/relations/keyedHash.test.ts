import { describe, expect, it } from 'vitest';
import { KeyedHash } from '../../../src/engine/relations/keyedHash.ts';

/** The hash of the bytes 0, 1, 2, … under the key 00 01 … 07, as the reference implementation's test vectors write it. */
function hashOf(length: number): string {
  const hash = new KeyedHash([0x03020100, 0x07060504]);
  hash.hash(Uint8Array.from({ length }, (_, index) => index));
  return Buffer.from(Int32Array.of(hash.low, hash.high).buffer).toString('hex');
}

describe('the keyed hash', () => {
  it.each([
    [0, '218d1f59b9b83cc8'],
    [1, 'be552412f8387315'],
    [2, '064f39ef7c50eb57'],
    [3, 'ce0f1a45f7060679'],
    [4, 'd5e78a175be52ea1'],
    [5, 'cb9d7c3f2f3db580'],
    [6, 'ce3e91358aa2bc25'],
  ])('of %i bytes is that of HalfSipHash-2-4-64', (length, expected) => {
    expect(hashOf(length)).toBe(expected);
  });
});
