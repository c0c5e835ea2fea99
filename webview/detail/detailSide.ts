/** Where the detail is: right of the list, or below it. */
export const detailSides = ['right', 'below'] as const;

export type DetailSide = (typeof detailSides)[number];

/** The size of the window in CSS pixels. */
export interface WindowSize {
  readonly innerWidth: number;
  readonly innerHeight: number;
}

/** The smallest width at which the detail is right of the list unless the user chooses, as in `recordsPageStyles.ts`. CSS pixels. */
const minUsualWidth = 760;
/** Up to this height the panes are one below the other, and the page scrolls. */
const maxScrolledHeight = 460;
/** The smallest width for the list beside the detail. */
const minWidth = 560;
/** The smallest height for axes, list and detail below each other on a page that does not scroll, and that for lanes. */
const minHeight = 560;
const minLanesHeight = 110;

/** The side that the user has chosen, else the usual one at the width of the window. */
export function wantedSide(chosen: DetailSide | undefined, { innerWidth }: WindowSize): DetailSide {
  return chosen ?? (innerWidth >= minUsualWidth ? 'right' : 'below');
}

/** The other side. */
export function otherSide(side: DetailSide): DetailSide {
  return side === 'right' ? 'below' : 'right';
}

/** The side where the detail is shown: the wanted one, as far as there is room. */
export function shownSide(chosen: DetailSide | undefined, hasLanes: boolean, size: WindowSize): DetailSide {
  const wanted = wantedSide(chosen, size);
  return hasRoom(wanted, hasLanes, size) ? wanted : otherSide(wanted);
}

function hasRoom(side: DetailSide, hasLanes: boolean, { innerWidth, innerHeight }: WindowSize): boolean {
  const scrolls = innerWidth < minUsualWidth || innerHeight <= maxScrolledHeight;
  return side === 'right' ? innerWidth >= minWidth : scrolls || innerHeight >= minHeight + (hasLanes ? minLanesHeight : 0);
}
