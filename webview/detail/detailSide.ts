/** Where the detail is: right of the list, or below it. */
export const detailSides = ['right', 'below'] as const;

export type DetailSide = (typeof detailSides)[number];

/** The size of the window in CSS pixels. */
export interface WindowSize {
  readonly innerWidth: number;
  readonly innerHeight: number;
}

/**
 * The smallest width at which the detail is right of the list unless the user chooses. Below it the panes are one below the other, and
 * the page scrolls, as in the style sheets of the page. CSS pixels.
 */
export const minUsualWidth = 760;

/** The side that the user has chosen, else the usual one at the width of the window. */
export function wantedSide(chosen: DetailSide | undefined, { innerWidth }: WindowSize): DetailSide {
  return chosen ?? (innerWidth >= minUsualWidth ? 'right' : 'below');
}

/** The other side. */
export function otherSide(side: DetailSide): DetailSide {
  return side === 'right' ? 'below' : 'right';
}
