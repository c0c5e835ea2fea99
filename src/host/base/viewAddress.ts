import { ticksFromText } from '../../core/record/ticks.ts';
import { isViewState, type ViewState } from '../../protocol/viewMessages.ts';

/** A view of a log, as a link restores it. */
export interface LinkedView {
  /** The address of the log. */
  readonly log: string;
  readonly state: ViewState;
}

/** Longer links are cut off by mail programs, shells and browsers. In UTF-16 units. */
export const longestLink = 8000;

/** The query of a link to a view of a log. */
export function viewQuery({ log, state }: LinkedView): string {
  return `log=${encodeURIComponent(log)}&state=${encodeURIComponent(JSON.stringify(state))}`;
}

/** The view that the query of a link is about; undefined where it is about none. */
export function linkedView(query: string): LinkedView | undefined {
  const [, log, state] = /^log=([^&]+)&state=([^&]+)$/.exec(query) ?? [];
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(state ?? ''));
    return log !== undefined && isViewState(parsed) && hasTimes(parsed) ? { log: decodeURIComponent(log), state: parsed } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether its stretches of time are made of times. */
function hasTimes({ range, viewport }: ViewState): boolean {
  return [...(range ?? []), ...(viewport ?? [])].every((ticks) => ticksFromText(ticks) !== undefined);
}
