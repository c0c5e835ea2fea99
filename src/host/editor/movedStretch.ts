import { isBefore, movedPosition, type TextEdit, type TextPlace } from './movedPosition.ts';

/** A stretch of a text: where it begins, and the place after its last character. */
export interface TextStretch {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/**
 * Where the text of a record is after an edit; undefined where the edit has deleted it. A record that is replaced by other text within
 * its own lines is one that was rewritten; of text that replaces more than these, nobody knows what has become of the record.
 */
export function movedStretch(stretch: TextStretch, edit: TextEdit): TextStretch | undefined {
  const { start, end } = stretch;
  const { range, text } = edit;
  const isCovered = !isBefore(start, range.start) && !isBefore(range.end, end);
  if (isCovered && (text.trim() === '' || !isWithinLines(range, stretch))) {
    return undefined;
  }
  // What is written right after a record is none of its text.
  const isEndMoved = isBefore(range.start, end);
  return { start: movedPosition(start, edit), end: isEndMoved ? movedPosition(isCovered ? range.end : end, edit) : end };
}

/** Whether an edit that replaces a stretch touches no line of other text. */
function isWithinLines(range: TextStretch, { start, end }: TextStretch): boolean {
  const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
  return range.start.line === start.line && last === end.line;
}
