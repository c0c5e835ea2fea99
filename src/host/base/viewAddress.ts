import { andTerm } from '../../core/query/editQuery.ts';
import { ticksFromText } from '../../core/record/ticks.ts';
import { isViewState, type ViewState } from '../../protocol/viewMessages.ts';

/** A view of a log, as a link restores it. */
export interface LinkedView {
  /** The address of the log. */
  readonly log: string;
  /** Neither pins anything nor switches terms off: what a link does is seen in the filter, and gone with it. */
  readonly state: Omit<ViewState, 'pinned' | 'off'>;
}

/** Longer links are cut off by mail programs, shells and browsers. In UTF-16 units. */
export const longestLink = 8000;

/** The query of a link to a view of a log. Filters that are pinned are terms of its filter. */
export function viewQuery(log: string, { query, page, selected, range, viewport, pinned = [] }: ViewState): string {
  // What is undefined stands nowhere in JSON.
  const linked = { query: pinned.reduce(andTerm, query), page, selected, range, viewport };
  return `log=${encodeURIComponent(log)}&state=${encodeURIComponent(JSON.stringify(linked))}`;
}

/** The view that the query of a link is about; undefined where it is about none. */
export function linkedView(query: string): LinkedView | undefined {
  const [, log, state] = /^log=([^&]+)&state=([^&]+)$/.exec(query) ?? [];
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(state ?? ''));
    const isLinked = isViewState(parsed) && parsed.pinned === undefined && parsed.off === undefined && hasTimes(parsed);
    return log !== undefined && isLinked ? { log: decodeURIComponent(log), state: parsed } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether its stretches of time are made of times. */
function hasTimes({ range, viewport }: ViewState): boolean {
  return [...(range ?? []), ...(viewport ?? [])].every((ticks) => ticksFromText(ticks) !== undefined);
}
