import type { RecordDetail, TextStretch } from '../../src/protocol/answers/record.ts';
import { sourceLayout, type SourceLine } from './sourceLayout.ts';
import { placeInRecord } from './textLayer.ts';

/** The source of a record as it is shown. */
export interface ShownSource {
  readonly lines: readonly SourceLine[];
  /** Of each finding the stretch that is marked; null where the text is cut before it. */
  readonly stretches: readonly (TextStretch | null)[];
  /** Names of the strings that hold JSON text. */
  readonly folds: readonly string[];
  /** Indexes of the findings that are marked, in the order of their places. */
  readonly found: readonly number[];
}

/** Lays the source of a record out, with the JSON text in the strings of these names unfolded. */
export function shownSource({ text, findings }: Pick<RecordDetail, 'text' | 'findings'>, unfolded: ReadonlySet<string>): ShownSource {
  const { lines, folds } = sourceLayout(text, (name) => unfolded.has(name));
  const stretches = findings.map(({ stretch }) => {
    // What is said of the record as a whole is marked where it begins: else no other mark could be seen.
    const isWhole = stretch !== null && stretch.end - stretch.start > 1 && isBlank(text, 0, stretch.start) && isBlank(text, stretch.end);
    return isWhole ? { start: stretch.start, end: stretch.start + 1 } : stretch;
  });
  const found = stretches
    .flatMap((stretch, index) => (stretch === null ? [] : [{ index, start: stretch.start }]))
    .sort((a, b) => a.start - b.start)
    .map(({ index }) => index);
  return { lines, stretches, folds, found };
}

/** The index of the line that shows a place of the record's text, or the beginning of what is after it. */
export function lineAt(lines: readonly SourceLine[], place: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { layer, to } = lines[middle]!.pieces.at(-1)!;
    if (placeInRecord(layer, to) <= place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function isBlank(text: string, start: number, end = text.length): boolean {
  return text.slice(start, end).trim() === '';
}

/** Names of all strings that hold JSON text, at any depth. */
export function allFolds(text: string): readonly string[] {
  return sourceLayout(text, () => true).folds;
}
