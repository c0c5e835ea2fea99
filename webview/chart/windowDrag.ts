import type { Ticks } from '../../src/core/record/ticks.ts';
import { panBy } from '../../src/core/timeline/viewport.ts';
import { pixelOf, spanLength, ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';

/** Which part of a window the pointer has hold of: an edge, or all of it. */
export type WindowGrip = 'from' | 'to' | 'whole';

/** So near to an edge the pointer has hold of it. Pixels. */
const edgeReach = 5;
/** Windows that are narrower have no middle to take hold of but by their edges' outer halves. */
const minMiddle = 4;

/** What of a window is under a pixel of an axis; undefined beside it. */
export function gripAt(axis: TimeSpan, width: number, window: TimeSpan, pixel: number): WindowGrip | undefined {
  const left = pixelOf(axis, width, window.from);
  const right = pixelOf(axis, width, window.to);
  const inner = Math.max(0, Math.min(edgeReach, (right - left - minMiddle) / 2));
  if (pixel >= left - edgeReach && pixel <= left + inner) {
    return 'from';
  }
  if (pixel <= right + edgeReach && pixel >= right - inner) {
    return 'to';
  }
  return pixel > left && pixel < right ? 'whole' : undefined;
}

/** The window after its part was dragged from one pixel to another: it stays on the axis, and at least one tick long. */
export function dragWindow(
  axis: TimeSpan,
  width: number,
  window: TimeSpan,
  grip: WindowGrip,
  { from, to }: { readonly from: number; readonly to: number },
): TimeSpan {
  if (grip === 'whole') {
    const share = ((to - from) / width) * (Number(spanLength(axis)) / Number(spanLength(window)));
    return panBy(window, share, axis);
  }
  const moment = ticksAt(axis, width, to);
  return grip === 'from'
    ? { from: moment < window.to ? moment : ((window.to - 1n) as Ticks), to: window.to }
    : { from: window.from, to: moment > window.from ? moment : ((window.from + 1n) as Ticks) };
}
