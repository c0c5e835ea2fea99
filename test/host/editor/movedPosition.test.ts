import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movedPosition } from '../../../src/host/editor/movedPosition.ts';
import { runs } from '../../runs.ts';
import { placeOf } from './placeOf.ts';

it('is where the character behind it is after any edit that leaves that character', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });
  fc.assert(
    fc.property(texts, texts, fc.nat(30), fc.nat(30), fc.nat(30), (text, inserted, one, other, at) => {
      const [start, end] = [one, other].map((offset) => Math.min(offset, text.length)).toSorted((left, right) => left - right) as [
        number,
        number,
      ];
      const offset = Math.min(at, text.length);
      const edited = text.slice(0, start) + inserted + text.slice(end);
      const expected = offset >= end ? offset - end + start + inserted.length : Math.min(offset, start);
      const range = { start: placeOf(text, start), end: placeOf(text, end) };
      expect(movedPosition(placeOf(text, offset), { range, text: inserted })).toEqual(placeOf(edited, expected));
    }),
    { numRuns: runs(1000) },
  );
});

it('counts lines as VS Code does, whatever ends them', () => {
  const edit = { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: 'a\r\nb\rc\nd' };
  expect(movedPosition({ line: 1, character: 4 }, edit)).toEqual({ line: 4, character: 5 });
  expect(movedPosition({ line: 2, character: 4 }, edit)).toEqual({ line: 5, character: 4 });
  expect(movedPosition({ line: 0, character: 4 }, edit)).toEqual({ line: 0, character: 4 });
});
