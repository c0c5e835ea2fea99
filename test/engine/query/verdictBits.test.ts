import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRows, blockWords } from '../../../src/engine/columns/blocks.ts';
import { PairVerdicts, setVerdictBits } from '../../../src/engine/query/verdictBits.ts';

/** Well mixed ids below a limit. */
function idsBelow(limit: number, salt: number): Uint32Array {
  return Uint32Array.from({ length: blockRows }, (_, row) => ((Math.imul(row + salt, 0x9e37_79b1) >>> 7) ^ (row >>> 3)) % limit);
}

function wanted(ids: ArrayLike<number>, verdicts: Uint8Array, count: number): readonly number[] {
  const words = Array.from({ length: Math.ceil(count / 32) }, () => 0);
  for (let row = 0; row < count; row++) {
    words[row >>> 5]! |= verdicts[ids[row]!]! % 2 === 1 ? 1 << (row & 31) : 0;
  }
  return words.map((word) => word >>> 0);
}

describe('bits of verdicts', () => {
  const verdicts = fc.uint8Array({ minLength: 1, maxLength: 256, max: 3 });

  it('are those that are found row by row', () => {
    fc.assert(
      fc.property(verdicts, fc.nat(9999), fc.constantFrom(blockRows, 1, 31, 32, 33, 1000), (of, salt, count) => {
        const ids = idsBelow(of.length, salt);
        const bits = new Uint32Array(blockWords);
        setVerdictBits(bits, ids, of, Math.ceil(count / 32) * 32);
        const mask = count % 32 === 0 ? 0xffff_ffff : 2 ** (count % 32) - 1;
        const last = Math.ceil(count / 32) - 1;
        bits[last]! &= mask;
        expect([...bits.subarray(0, last + 1)]).toEqual(wanted(ids, of, count));
      }),
    );
  });

  it('are the same for two ids of one byte at once, wherever the block begins', () => {
    fc.assert(
      fc.property(verdicts, fc.nat(9999), fc.nat(2), (of, salt, block) => {
        const ids = idsBelow(of.length, salt);
        const column = new Uint8Array(3 * blockRows);
        column.set(ids, block * blockRows);
        const bits = new Uint32Array(blockWords);
        new PairVerdicts(of).setBits(bits, column, block * blockRows);
        expect([...bits]).toEqual(wanted(ids, of, blockRows));
      }),
    );
  });
});
