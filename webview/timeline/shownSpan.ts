import { withoutTimeRange } from '../../src/core/query/editTimeRange.ts';
import { roundBuckets } from '../../src/core/timeline/roundBuckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { timeWindow } from '../../src/core/timeline/timeWindow.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Extent, TimeAxis } from '../chart/timeAxis.ts';

/**
 * What the main axis shows: where the user has gone, else the stretch that the filter sets, else what the log opens on, the
 * latter two in whole buckets, so that the first and the last bar are as wide as all.
 *
 * @param wished How many buckets have room.
 */
export function shownSpan(
  { whole, home }: TimeAxis,
  viewport: TimeSpan | undefined,
  { query }: Pick<ViewState, 'query'>,
  wished: number,
): TimeSpan {
  if (viewport !== undefined) {
    return viewport;
  }
  const { from, to } = roundBuckets(timeWindow(query, whole) ?? home, wished);
  return { from, to };
}

/** Shows all times, or those of nearly all records: takes the limits of time out of the filter, and leaves the zoom. */
export function showExtent({ link, view }: ViewContext, extent: Extent, acts: ExtentActs): void {
  const { query, range } = view.state;
  const timeless = withoutTimeRange(query);
  if (timeless !== query || range !== undefined) {
    link.intend({ kind: 'filter', query: timeless, range: null });
  }
  acts.onExtent(extent);
  acts.onViewport(null);
}

interface ExtentActs {
  readonly onExtent: (extent: Extent) => void;
  readonly onViewport: (span: TimeSpan | null) => void;
}

/** The viewport after a movement; null where it has come to all that the log opens on, which needs none. */
export function settledSpan(next: TimeSpan, { whole, home }: TimeAxis): TimeSpan | null {
  return home === whole && next.from <= home.from && next.to >= home.to ? null : next;
}
