/** A stretch of a chart in pixels from the left. */
export interface PixelStretch {
  readonly left: number;
  readonly right: number;
}

/** Where a tip goes and how wide it may be: beside what it speaks of, or above the chart. Pixels. */
export type TipPlace =
  | { readonly side: 'left' | 'right'; readonly distance: number; readonly room: number }
  | { readonly side: 'above'; readonly left: number; readonly room: number };

/** How wide a tip may be, how much room a side must have for it, and what is between it and what it speaks of. */
const widest = 320;
const narrowest = 260;
const gap = 8;

/**
 * Never on what the tip speaks of. Of two sides with room, the one at which the cursor is; else the one with more room.
 *
 * @param cursor Undefined where the cursor is at neither end.
 */
export function tipPlace(subject: PixelStretch, width: number, cursor?: number): TipPlace {
  const left = Math.max(0, Math.min(subject.left, width));
  const right = Math.max(left, Math.min(subject.right, width));
  const room = { left: left - gap, right: width - right - gap };
  const isRight = cursor === undefined ? room.right >= room.left : cursor - left > right - cursor;
  const sides = isRight ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const side = sides.find((one) => room[one] >= narrowest);
  if (side !== undefined) {
    return { side, distance: (side === 'right' ? right : width - left) + gap, room: Math.min(widest, room[side]) };
  }
  const start = Math.max(0, Math.min((left + right - narrowest) / 2, width - narrowest));
  return { side: 'above', left: start, room: Math.min(widest, width - start) };
}

/** The same as CSS. */
export function tipStyle(place: TipPlace): string {
  const width = `max-width:${place.room}px`;
  switch (place.side) {
    case 'left':
      return `right:${place.distance}px;${width}`;
    case 'right':
      return `left:${place.distance}px;${width}`;
    case 'above':
      return `left:${place.left}px;bottom:100%;top:auto;${width}`;
  }
}
