import { type DetailSide, minUsualWidth, otherSide, wantedSide, type WindowSize } from './detailSide.ts';

/** Up to this height the panes are one below the other too. CSS pixels. */
const maxScrolledHeight = 460;
/** The smallest width for the list beside the detail. */
const minWidth = 560;
/** The smallest height for axes, list and detail below each other on a page that does not scroll, and that for lanes. */
const minHeight = 560;
const minLanesHeight = 110;

/** The side where the detail is shown: the wanted one, as far as there is room. */
export function shownSide(chosen: DetailSide | undefined, hasLanes: boolean, size: WindowSize): DetailSide {
  const wanted = wantedSide(chosen, size);
  return hasRoom(wanted, hasLanes, size) ? wanted : otherSide(wanted);
}

function hasRoom(side: DetailSide, hasLanes: boolean, { innerWidth, innerHeight }: WindowSize): boolean {
  const scrolls = innerWidth < minUsualWidth || innerHeight <= maxScrolledHeight;
  return side === 'right' ? innerWidth >= minWidth : scrolls || innerHeight >= minHeight + (hasLanes ? minLanesHeight : 0);
}
