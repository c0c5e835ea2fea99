import type { TextStretch } from '../../src/protocol/answers/record.ts';
import type { SourceLine, SourcePiece } from './sourceLayout.ts';
import { placeInLayer, placeInRecord } from './textLayer.ts';

/** A piece, or a part of one, with the indexes of the stretches that it is in. */
export interface MarkedPiece extends SourcePiece {
  readonly marks: readonly number[];
}

export interface MarkedLine extends SourceLine {
  readonly pieces: readonly MarkedPiece[];
}

/**
 * Parts the pieces of lines where stretches of the record's text begin and end, so that the pieces marked with a stretch hold exactly the
 * characters of it that are shown. A stretch without characters marks the one after it.
 */
export function markedLines(lines: readonly SourceLine[], stretches: readonly (TextStretch | null)[]): readonly MarkedLine[] {
  const ranges = stretches
    .flatMap((stretch, index) => (stretch === null ? [] : [{ index, start: stretch.start, end: Math.max(stretch.end, stretch.start + 1) }]))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let open: typeof ranges = [];
  return lines.map((line) => ({
    ...line,
    pieces: line.pieces.flatMap((piece) => {
      const start = placeInRecord(piece.layer, piece.from);
      const end = placeInRecord(piece.layer, piece.to);
      while (next < ranges.length && ranges[next]!.start < end) {
        open.push(ranges[next++]!);
      }
      open = open.filter((range) => range.end > start);
      return open.length === 0 ? [{ ...piece, marks: [] }] : parts(piece, open);
    }),
  }));
}

function parts(
  piece: SourcePiece,
  ranges: readonly { readonly index: number; readonly start: number; readonly end: number }[],
): MarkedPiece[] {
  const { layer, from, to } = piece;
  const inLayer = ranges.map(({ index, start, end }) => ({
    index,
    from: placeInLayer(layer, from, to, start),
    to: placeInLayer(layer, from, to, end),
  }));
  const cuts = [...new Set([from, ...inLayer.flatMap((range) => [range.from, range.to]), to])].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, index) => {
    const start = cuts[index]!;
    const marks = inLayer.filter((range) => range.from <= start && range.to >= cut).map((range) => range.index);
    // Only the first part has what opens the text of a string.
    const { fold, ...rest } = piece;
    return { ...rest, ...(fold !== undefined && start === from ? { fold } : {}), from: start, to: cut, marks };
  });
}
