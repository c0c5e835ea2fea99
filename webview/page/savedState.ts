import { resolveField } from '../../src/core/query/fields.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import type { Extent } from '../chart/timeAxis.ts';
import { isPaneSizes, type PaneSizes } from './paneSizes.ts';

/** What VS Code keeps for the page while the window is reloaded. */
export interface SavedState {
  /** Handed to the host, which judges whether it has the form of a state. */
  readonly state: ViewState;
  readonly order: Order;
  /** Told where the user wants to see all times. */
  readonly extent?: Extent;
  /** Whether lanes are shown, where the user has opened or closed them. */
  readonly lanes?: boolean;
  /** Sizes of panes, where the user has changed them. */
  readonly panes?: PaneSizes;
  /** The field whose values the histogram's bars are stacked of. */
  readonly stackBy?: string;
  /** Fields whose values are counted beside the list. */
  readonly fields?: readonly string[];
}

/** Whether what was kept has the form of this version; another one is forgotten. */
export function isSavedState(value: unknown): value is SavedState {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const {
    state,
    order,
    extent = 'dense',
    fields = [],
    lanes = false,
    panes = {},
    stackBy = 'resultGroup',
  } = value as Readonly<Record<string, unknown>>;
  return (
    typeof state === 'object' &&
    state !== null &&
    isOrder(order) &&
    isFields(fields) &&
    typeof lanes === 'boolean' &&
    isPaneSizes(panes) &&
    isField(stackBy) &&
    isExtent(extent)
  );
}

function isOrder(value: unknown): value is Order {
  if (typeof value !== 'object' || value === null) {
    return value === 'file' || value === 'oldest' || value === 'newest';
  }
  const { field, descending } = value as Readonly<Record<string, unknown>>;
  return isField(field) && typeof descending === 'boolean';
}

function isFields(value: unknown): boolean {
  return Array.isArray(value) && value.every(isField);
}

function isField(value: unknown): boolean {
  return typeof value === 'string' && resolveField(value) !== undefined;
}

function isExtent(value: unknown): boolean {
  return value === 'dense' || value === 'whole';
}
