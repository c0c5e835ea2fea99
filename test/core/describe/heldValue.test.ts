import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldValueAt, valuesIn, type HeldValue } from '../../../src/core/describe/heldValue.ts';
import { pointerOf } from '../../../src/core/json/valueAt.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { nodeText, parseValueTree } from '../../../src/core/json/valueTree.ts';
import { runs } from '../../runs.ts';

/** Values with JSON text in strings, twice as deep. */
const plain = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.integer(), fc.constant(null));
const record = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(fc.dictionary(fc.constantFrom('a', 'ü"', 'b\\', '😀'), value, { maxKeys: 3 }), fc.array(value, { maxLength: 3 }));
const text = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(value, fc.constantFrom('', ' ', '\n')).map(([inner, blank]) => blank + JSON.stringify(inner) + blank);
const level = (below: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => record(fc.oneof(plain, below, text(below)));
const records = level(level(level(plain))).map((value) => ({ top: value }));

function allIn(value: HeldValue): readonly HeldValue[] {
  return [value, ...valuesIn(value).flatMap(allIn)];
}

test('each value is found at its bytes, in JSON text within JSON text too', () => {
  fc.assert(
    fc.property(records, fc.boolean(), (value, isIndented) => {
      const bytes = encodeText(JSON.stringify(value, null, isIndented ? 2 : 0));
      const root = parseValueTree(bytes, 0, bytes.length);
      const shown = ({ path, holder, bytes: own, node }: HeldValue): string =>
        `${JSON.stringify(path)} in ${pointerOf(holder)}: ${nodeText(own, node)}`;
      const wanted = new Set(valuesIn({ path: [], holder: [], bytes, node: root }).flatMap(allIn).map(shown));
      const found = new Set<string>();
      for (let offset = 0; offset < bytes.length; offset++) {
        const at = heldValueAt(bytes, root, offset);
        if (at !== undefined) {
          expect(at.start <= offset && offset < at.end).toBe(true);
          found.add(shown(at));
        }
      }
      expect([...found].toSorted()).toEqual([...wanted].toSorted());
    }),
    { numRuns: runs(200) },
  );
});
