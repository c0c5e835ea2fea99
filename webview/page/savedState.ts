import { resolveField } from '../../src/core/query/fields.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import type { Extent } from '../chart/timeAxis.ts';
import { byResult } from '../timeline/seriesLegend.ts';
import { isPaneSizes, type PaneSizes } from './paneSizes.ts';

/** How the user has arranged the page. */
export interface Layout {
  readonly order: Order;
  /** What the axes show while the filter demands nothing of time. */
  readonly extent: Extent;
  /** Whether lanes are shown; undefined until the user opens or closes them. */
  readonly lanes: boolean | undefined;
  /** Sizes of panes, where the user has changed them. */
  readonly panes: PaneSizes;
  /** The field whose values the histogram's bars are stacked of. */
  readonly stackBy: string;
  /** Fields whose values are counted beside the list. */
  readonly fields: readonly string[];
  /** The fields of the further columns of the list; undefined for those that suit the records. */
  readonly columns: readonly string[] | undefined;
}

/** What VS Code keeps for the page while the window is reloaded: of the layout only what is not as it is at first. */
export type SavedState = Partial<Layout> & {
  /** Handed to the host, which judges whether it has the form of a state. */
  readonly state: ViewState;
  readonly order: Order;
};

export const firstLayout: Layout = {
  order: 'file',
  extent: 'dense',
  lanes: undefined,
  panes: {},
  stackBy: byResult,
  fields: [],
  columns: undefined,
};

export function layoutOf(saved: SavedState | undefined): Layout {
  const { order, extent, lanes, panes, stackBy, fields, columns } = { ...firstLayout, ...saved };
  return { order, extent, lanes, panes, stackBy, fields, columns };
}

export function savedState(state: ViewState, layout: Layout): SavedState {
  const isFirst = (name: string, value: unknown): boolean => JSON.stringify(value) === JSON.stringify(firstLayout[name as keyof Layout]);
  const changed = Object.fromEntries(Object.entries(layout).filter(([name, value]) => !isFirst(name, value)));
  return { ...changed, state, order: layout.order };
}

/** Whether a value is one that a part of the layout may have. */
const guards: { readonly [Name in keyof Layout]: (value: unknown) => boolean } = {
  order: isOrder,
  extent: isExtent,
  lanes: (value) => typeof value === 'boolean',
  panes: isPaneSizes,
  stackBy: isField,
  fields: isFields,
  columns: isFields,
};

/** Whether what was kept has the form of this version; another one is forgotten. */
export function isSavedState(value: unknown): value is SavedState {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const saved = value as Readonly<Record<string, unknown>>;
  const { state, order } = saved;
  const isLayout = Object.entries(guards).every(([name, isValid]) => saved[name] === undefined || isValid(saved[name]));
  return typeof state === 'object' && state !== null && order !== undefined && isLayout;
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
