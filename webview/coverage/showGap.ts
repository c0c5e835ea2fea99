import { spanAround } from '../../src/core/timeline/spanAround.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { textOfSpan } from '../../src/core/timeline/spanText.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';

/** Shows the record after a gap, and the time around the gap where that is known. */
export function showGap({ link }: ViewContext, after: RecordRef, span: TimeSpan | undefined): void {
  link.intend({ kind: 'open', page: { kind: 'records' } });
  if (span !== undefined) {
    link.intend({ kind: 'viewport', viewport: textOfSpan(spanAround(span)) });
  }
  link.intend({ kind: 'select', ref: after });
}

/** The same for gaps that are drawn as one: the record after the last of them, and the time around all. */
export function showGapMark(context: ViewContext, { gapStretches, span }: GapMark): void {
  const [first, ...others] = gapStretches;
  if (first !== undefined) {
    const last = others.reduce((latest, gapStretch) => (gapStretch.span.to > latest.span.to ? gapStretch : latest), first);
    showGap(context, last.after, span);
  }
}
