import type { Position, TextDocumentContentChangeEvent } from 'vscode';

/** A place in a text: line and column from 0. */
export type TextPlace = Pick<Position, 'line' | 'character'>;

/** An edit: the stretch that it replaces, and by what. */
export interface TextEdit extends Pick<TextDocumentContentChangeEvent, 'text'> {
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
}

/** Where a place is after an edit. One within the stretch that is replaced is at its beginning. */
export function movedPosition(place: TextPlace, { range: { start, end }, text }: TextEdit): TextPlace {
  if (isBefore(place, end)) {
    return isBefore(start, place) ? start : place;
  }
  const lines = text.split(/\r\n|\r|\n/);
  const line = place.line + start.line + lines.length - 1 - end.line;
  if (place.line > end.line) {
    return { line, character: place.character };
  }
  const before = lines.at(-1)!.length + (lines.length === 1 ? start.character : 0);
  return { line, character: before + place.character - end.character };
}

export function isBefore(left: TextPlace, right: TextPlace): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
