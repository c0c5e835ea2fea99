import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedLines } from '../../../webview/source/markedPieces.ts';
import { sourceLayout } from '../../../webview/source/sourceLayout.ts';
import { placeInRecord } from '../../../webview/source/textLayer.ts';
import { runs } from '../../runs.ts';
import { pieceText } from './sourceLines.ts';

const folded = () => false;

/** What is marked with a stretch. */
function markedText(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
  index: number,
  isUnfolded = folded,
): string {
  return markedLines(sourceLayout(text, isUnfolded).lines, stretches)
    .flatMap(({ pieces }) => pieces.filter(({ marks }) => marks.includes(index)).map(pieceText))
    .join('');
}

/** A stretch of a JSON text without the blanks between tokens. */
function withoutBlanks(text: string, start: number, end: number): string {
  const units = Array.from({ length: end - start }, (_, index) => start + index);
  return units.flatMap((at) => (isBlankBetween(text, at) ? [] : [text.charAt(at)])).join('');
}

function isBlankBetween(text: string, at: number): boolean {
  const isInString = [...text.slice(0, at).matchAll(/\\.|"/g)].filter(([token]) => token === '"').length % 2 === 1;
  return !isInString && /\s/.test(text[at]!);
}

describe('stretches of a record', () => {
  it('mark exactly their characters, wherever they begin and end, also where they overlap', () => {
    const json = fc
      .tuple(fc.json({ noUnicodeString: true }), fc.constantFrom(undefined, 1))
      .map(([text, blanks]) => JSON.stringify(JSON.parse(text), null, blanks));
    fc.assert(
      fc.property(json, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }), (text, places) => {
        const stretches = places.map(([one, other]) => {
          const [start, end] = [one % text.length, other % (text.length + 1)].sort((a, b) => a - b);
          return { start: start!, end: end! };
        });
        for (const [index, { start, end }] of stretches.entries()) {
          expect(markedText(text, stretches, index)).toBe(withoutBlanks(text, start, Math.max(end, start + 1)));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('mark the same value in JSON text that is folded and unfolded, whatever escapes are before it', () => {
    const inner = '{"é\\n\\ud83d\\ude00": "x", "n" : 12.50, "a":"\\""}';
    const text = `{"body":${JSON.stringify(inner).replaceAll('é', '\\u00e9')},"z":1}`;
    for (const [marked, decoded] of [
      ['12.50', '12.50'],
      ['\\"\\\\\\"\\"', '"\\""'],
      [' ', ''],
    ] as const) {
      const start = text.lastIndexOf(marked);
      const stretches = [{ start, end: start + marked.length }];
      expect(markedText(text, stretches, 0)).toBe(marked);
      expect(markedText(text, stretches, 0, () => true)).toBe(decoded);
    }
  });

  it('mark the lines of a text that is no JSON', () => {
    const text = '{"a": nil,\n"b": 2}';
    const start = text.indexOf('nil');
    expect(markedText(text, [{ start, end: start + 8 }], 0)).toBe('nil,"b"');
  });

  it('leave pieces whole that they do not touch, and what cannot be placed', () => {
    const lines = sourceLayout('{"a":[1,"{}"]}', folded).lines;
    const marked = markedLines(lines, [null]);
    expect(marked.map(({ pieces }) => pieces.map(({ marks, ...piece }) => [piece, marks]))).toEqual(
      lines.map(({ pieces }) => pieces.map((piece) => [piece, []])),
    );
    const parted = markedLines(lines, [{ start: 9, end: 10 }]).flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'string'));
    expect(parted.map((piece) => [pieceText(piece), piece.fold, piece.marks, placeInRecord(piece.layer, piece.from)])).toEqual([
      ['"', 'folded', [], 8],
      ['{', undefined, [0], 9],
      ['}"', undefined, [], 10],
    ]);
  });
});
