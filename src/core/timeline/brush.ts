/**
 * Choosing a stretch of time with the keyboard or the pointer, in whole buckets.
 *
 * The cursor is on one bucket. An anchor, once set, holds the other end of the stretch; without one nothing is chosen.
 */
export interface Brush {
  readonly cursor: number;
  readonly anchor: number | undefined;
}

/** The buckets chosen, both ends included. */
export interface BrushedBuckets {
  readonly first: number;
  readonly last: number;
}

/** What a key asks for beside moving. */
export type BrushAction = 'none' | 'moved' | 'zoom' | 'clear';

export interface BrushStep {
  readonly brush: Brush;
  readonly action: BrushAction;
}

export function brushedBuckets(brush: Brush): BrushedBuckets | undefined {
  return brush.anchor === undefined
    ? undefined
    : { first: Math.min(brush.cursor, brush.anchor), last: Math.max(brush.cursor, brush.anchor) };
}

/** Keeps a brush within a chart of `count` buckets. */
export function clampBrush(brush: Brush, count: number): Brush {
  const within = (index: number) => Math.min(Math.max(0, index), Math.max(0, count - 1));
  return { cursor: within(brush.cursor), anchor: brush.anchor === undefined ? undefined : within(brush.anchor) };
}

/**
 * Answers a key press. Arrows move by one bucket, Page Up and Page Down by a tenth, Home and End to the ends; with Shift
 * the stretch grows instead. Enter asks to zoom to the stretch (or to the cursor's bucket), Escape first drops the
 * stretch and then asks to leave the zoom.
 */
export function brushKey(brush: Brush, key: string, shift: boolean, count: number): BrushStep {
  const target = keyTarget(brush.cursor, key, count);
  if (target !== undefined) {
    const anchor = shift ? (brush.anchor ?? brush.cursor) : undefined;
    return { brush: clampBrush({ cursor: target, anchor }, count), action: 'moved' };
  }
  switch (key) {
    case 'Enter':
      return { brush, action: count > 0 ? 'zoom' : 'none' };
    case 'Escape':
      return brush.anchor === undefined ? { brush, action: 'clear' } : { brush: { ...brush, anchor: undefined }, action: 'moved' };
    default:
      return { brush, action: 'none' };
  }
}

function keyTarget(cursor: number, key: string, count: number): number | undefined {
  const page = Math.max(1, Math.round(count / 10));
  switch (key) {
    case 'ArrowLeft':
      return cursor - 1;
    case 'ArrowRight':
      return cursor + 1;
    case 'PageUp':
      return cursor - page;
    case 'PageDown':
      return cursor + page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
