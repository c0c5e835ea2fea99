import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedStretch, type TextStretch } from '../../../src/host/editor/movedStretch.ts';
import { runs } from '../../runs.ts';
import { type Place, placeOf } from './placeOf.ts';

function offsetOf(text: string, { line, character }: Place): number {
  const lines = text.split('\n').slice(0, line);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + character;
}

/** The place of text within a text, which has it once. */
function stretchOf(text: string, part: string): TextStretch {
  const start = text.indexOf(part);
  return { start: placeOf(text, start), end: placeOf(text, start + part.length) };
}

/** Replaces a part of a text, and gives what is then at the stretch of another part; undefined where that is gone. */
function after(text: string, record: string, replaced: string, by: string): string | undefined {
  const moved = movedStretch(stretchOf(text, record), { range: stretchOf(text, replaced), text: by });
  const edited = text.replace(replaced, () => by);
  return moved && edited.slice(offsetOf(edited, moved.start), offsetOf(edited, moved.end));
}

const lines = '{"a":1}\n{"b":2}\n{"c":3}\n';

describe('a record whose text is edited', () => {
  it.each([
    ['with its line', '{"b":2}\n'],
    ['without its line', '{"b":2}'],
    ['with the line break before it', '\n{"b":2}'],
    ['with other records', '1}\n{"b":2}\n{"c'],
  ])('is gone where it is deleted %s', (_, deleted) => {
    expect(after(lines, '{"b":2}', deleted, '')).toBeUndefined();
    expect(after(lines, '{"b":2}', deleted, '\n')).toBeUndefined();
  });

  it('is gone where it is replaced together with other lines, for it may be anywhere in what takes their place', () => {
    expect(after(lines, '{"b":2}', lines, '{"c":3}\n{"b":2}\n')).toBeUndefined();
    expect(after(lines, '{"b":2}', '{"b":2}\n{"c":3}', '{"c":3}')).toBeUndefined();
  });

  it('stays where it is rewritten within its own lines', () => {
    expect(after(lines, '{"b":2}', '{"b":2}', '{"b":7}')).toBe('{"b":7}');
    expect(after(lines, '{"b":2}', '{"b":2}\n', '{"b":7}\n')).toBe('{"b":7}\n');
    expect(after(lines, '{"b":2}', '2', '{\n}')).toBe('{"b":{\n}}');
  });

  it('stays where only a part of it is deleted, and is gone with the rest', () => {
    expect(after(lines, '{"b":2}', '1}\n{"b', '')).toBe('":2}');
    expect(after(lines, '{"b":2}', ':2}\n{', '')).toBe('{"b"');
    expect(after('{"a":1}\n":2}\n', '":2}', '":2}\n', '')).toBeUndefined();
  });

  it('does not take in what is written before or after it', () => {
    expect(after(lines, '{"b":2}', '{"a":1}\n', '{"a":1}\n{"x":0}\n')).toBe('{"b":2}');
    expect(after(lines, '{"b":2}', '\n{"c":3}', ',\n{"x":0}\n{"c":3}')).toBe('{"b":2}');
  });

  it('is what is left of its text, whatever is edited', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    const records = fc.string({ unit: fc.constantFrom('r', '\n'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, records, texts, texts, fc.nat(40), fc.nat(40), (before, record, behind, inserted, one, other) => {
        const text = before + record + behind;
        const [from, to] = [one, other].map((offset) => Math.min(offset, text.length)).toSorted((left, right) => left - right) as [
          number,
          number,
        ];
        const stretch = { start: placeOf(text, before.length), end: placeOf(text, before.length + record.length) };
        const edited = text.slice(0, from) + inserted + text.slice(to);
        const moved = movedStretch(stretch, { range: { start: placeOf(text, from), end: placeOf(text, to) }, text: inserted });
        const isWhollyReplaced = from <= before.length && to >= before.length + record.length;
        if (!isWhollyReplaced) {
          const offsets = [moved!.start, moved!.end].map((place) => offsetOf(edited, place));
          // All that is left before and behind the record stays outside.
          const isLeft = (offset: number): boolean => offset < from || offset >= to;
          const count = (start: number, end: number): number =>
            Array.from({ length: end - start }, (_, index) => start + index).filter(isLeft).length;
          expect(offsets[0]!).toBeGreaterThanOrEqual(count(0, before.length));
          expect(edited.length - offsets[1]!).toBeGreaterThanOrEqual(count(before.length + record.length, text.length));
          expect(offsets[1]! - offsets[0]!).toBeGreaterThanOrEqual(count(before.length, before.length + record.length));
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
