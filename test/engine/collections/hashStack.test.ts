import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashStack } from '../../../src/engine/collections/hashStack.ts';
import { runs } from '../../runs.ts';

/** Most keys share their upper bits, as those of a real hash never do. */
const word = fc.constantFrom(0, 1, 15, 16, -1, -16, 0x7fff_ffff);
const member = fc.tuple(word, word, fc.nat(99));

/** As numbers that are in the order of the keys. */
function keyOf([low, high]: readonly [number, number, number]): string {
  return `${String(low >>> 0).padStart(10, '0')} ${String(high + 2 ** 31).padStart(10, '0')}`;
}

it('puts members in the order of their keys, and keeps the last of equal ones', () => {
  fc.assert(
    fc.property(fc.array(member, { maxLength: 80 }), (members) => {
      const stack = new HashStack();
      stack.push(7, 7);
      for (const [low, high, value] of members) {
        stack.push(low, high);
        stack.push(value, 0);
      }
      stack.sortMembers(1);
      const last = new Map(members.map((one) => [keyOf(one), one]));
      const expected = [...last]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .flatMap(([, [low, high, value]]) => [low, high, value, 0]);
      const bytes = stack.bytesFrom(1).slice();
      expect([...new Int32Array(bytes.buffer)]).toEqual(expected);
      expect(stack.length).toBe(1 + expected.length / 2);
    }),
    { numRuns: runs(500) },
  );
});
