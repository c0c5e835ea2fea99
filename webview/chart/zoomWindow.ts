import type { Ticks } from '../../src/core/record/ticks.ts';
import { zoomSpan, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { TimeAxis } from './timeAxis.ts';

/**
 * The window after a zoom around a moment. Zooming out stops at what the log opens on before it goes on to all times,
 * for which no window is needed.
 */
export function zoomWindow(span: TimeSpan, direction: 'in' | 'out', around: Ticks, { home, whole }: TimeAxis): TimeSpan | 'home' | 'whole' {
  const next = zoomSpan(span, direction, around, whole);
  if (covers(next, home) && covers(home, span) && !covers(span, home)) {
    return home === whole ? 'whole' : 'home';
  }
  return covers(next, whole) ? 'whole' : next;
}

function covers(outer: TimeSpan, inner: TimeSpan): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}
