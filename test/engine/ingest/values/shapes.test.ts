import { describe, expect, it } from 'vitest';
import { documentedKeys } from '../../../../src/core/formats/attestation/fields.ts';
import { Shapes } from '../../../../src/engine/ingest/values/shapes.ts';

type Member = readonly [key: number, kind: number];

const unknownKey = documentedKeys.length + 2;
const clean: readonly Member[] = [
  [1, 2],
  [2, 2],
  [16, 8],
];

/** Whether records with these members are clean once one with the others was. */
function check(members: readonly Member[], expected: boolean): void {
  const shapes = new Shapes();
  const begin = (all: readonly Member[]): void => {
    shapes.begin();
    all.forEach(([key, kind]) => shapes.add(key, kind));
  };
  begin(clean);
  shapes.setClean();
  begin(members);
  expect(shapes.isClean()).toBe(expected);
}

describe('the shape of a record', () => {
  it.each<[name: string, members: readonly Member[], expected: boolean]>([
    ['the same', clean, true],
    ['a key that nothing documents', [...clean, [unknownKey, 8]], true],
    ['such keys between the others', clean.flatMap((member, index): readonly Member[] => [[unknownKey + index, 2], member]), true],
    ['another kind of value', [[1, 3], ...clean.slice(1)], false],
    ['a key less', clean.slice(1), false],
    ['a documented key more', [...clean, [3, 2]], false],
    ['another order', clean.toReversed(), true],
  ])('%s', (_, members, expected) => {
    check(members, expected);
  });
});
