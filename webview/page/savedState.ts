import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import type { Extent } from '../chart/timeAxis.ts';

/** What VS Code keeps for the page while the window is reloaded. */
export interface SavedState {
  /** Handed to the host, which judges whether it has the form of a state. */
  readonly state: ViewState;
  readonly order: Order;
  /** Told where the user wants to see all times. */
  readonly extent?: Extent;
}

/** Whether what was kept has the form of this version; another one is forgotten. */
export function isSavedState(value: unknown): value is SavedState {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { state, order, extent = 'dense' } = value as Readonly<Record<string, unknown>>;
  return (
    typeof state === 'object' &&
    state !== null &&
    (order === 'file' || order === 'oldest' || order === 'newest') &&
    (extent === 'dense' || extent === 'whole')
  );
}
