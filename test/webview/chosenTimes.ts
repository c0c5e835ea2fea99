import { rangeTerm } from '../../src/core/query/editTimeRange.ts';
import type { HostDouble } from './double/hostDouble.ts';

/** The stretch of time beside the filter, as the filter language says it; empty for none. */
export function chosenRange({ state }: HostDouble): string {
  return state.range === undefined ? '' : rangeTerm(state.range);
}

/** What the chart shows, as the filter language says it; empty where that is what the log opens on. */
export function shownViewport({ state }: HostDouble): string {
  return state.viewport === undefined ? '' : rangeTerm(state.viewport);
}
