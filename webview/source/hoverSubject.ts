import type { MarkedPiece } from './markedPieces.ts';

/** What a tip is about: the element of a run, and what that shows. */
export interface HoverSubject {
  readonly element: HTMLElement;
  readonly marks: readonly number[];
  readonly value: MarkedPiece['value'];
  /** Whether it was the keyboard that got there. */
  readonly isFocused: boolean;
}

/** What is at an element of the source; undefined beside all runs, and at what nothing can be said of. */
export function subjectAt(target: EventTarget | null, isFocused: boolean): HoverSubject | undefined {
  const run = target instanceof HTMLElement ? target.closest<HTMLElement & { readonly piece: MarkedPiece }>('.run') : null;
  if (run === null || (run.piece.value === undefined && run.piece.marks.length === 0)) {
    return undefined;
  }
  return { element: run, marks: run.piece.marks, value: run.piece.value, isFocused };
}
