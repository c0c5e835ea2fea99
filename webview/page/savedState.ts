import { resolveField } from '../../src/core/query/fields.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import type { Extent } from '../chart/timeAxis.ts';
import { type DetailPanel, detailPanels } from '../detail/detailPanel.ts';
import { type DetailSide, detailSides } from '../detail/detailSide.ts';
import { type ColumnWidths, isColumnWidths } from '../records/columnWidths.ts';
import { isListScroll, type ListScroll } from '../records/keptScroll.ts';
import { firstChoice, isLaneChoice, type LaneChoice } from '../lanes/laneChoice.ts';
import { byResult } from '../timeline/seriesLegend.ts';
import { isPaneSizes, type PaneSizes } from './paneSizes.ts';

/** What the pages of callers, targets and other values have apart from that of all records. */
export interface OwnLayout {
  readonly order: Order;
  /** Whether lanes are shown; undefined until the user opens or closes them. */
  readonly lanes: boolean | undefined;
  /** Where the list is scrolled to. */
  readonly scroll: ListScroll | undefined;
  /** What the lanes are made of, and which of them are open. */
  readonly laneChoice: LaneChoice;
}

/** How the user has arranged the page. */
export interface Layout extends OwnLayout {
  /** What is other on the pages of callers, on those of targets, and on those of other values. */
  readonly caller: Partial<OwnLayout>;
  readonly target: Partial<OwnLayout>;
  readonly value: Partial<OwnLayout>;
  /** What the axes show while the filter demands nothing of time. */
  readonly extent: Extent;
  /** Sizes of panes, where the user has changed them. */
  readonly panes: PaneSizes;
  /** The field whose values the histogram's bars are stacked of. */
  readonly stackBy: string;
  /** Fields whose values are counted beside the list. */
  readonly fields: readonly string[];
  /** Whether the pane of fields is open. */
  readonly hasFields: boolean;
  /** The fields of the further columns of the list; undefined for those that suit the records. */
  readonly columns: readonly string[] | undefined;
  /** Widths of the list's columns, where the user has changed them. */
  readonly widths: ColumnWidths;
  /** What is shown of what the selected record says. */
  readonly detailPanel: DetailPanel;
  /** Where the detail is to be; undefined until the user has chosen. */
  readonly detailSide: DetailSide | undefined;
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
  scroll: undefined,
  laneChoice: firstChoice,
  caller: {},
  target: {},
  value: {},
  panes: {},
  stackBy: byResult,
  fields: [],
  hasFields: false,
  columns: undefined,
  widths: {},
  detailPanel: detailPanels[0],
  detailSide: undefined,
};

export function layoutOf(saved: SavedState | undefined): Layout {
  const names = Object.keys(firstLayout) as (keyof Layout)[];
  return Object.fromEntries(names.map((name) => [name, saved?.[name] ?? firstLayout[name]])) as unknown as Layout;
}

export function savedState(state: ViewState, layout: Layout): SavedState {
  return { ...changedLayout(layout), state, order: layout.order };
}

/** What the host keeps until the log is opened again: in JSON; empty where nothing is other than at first. */
export function layoutText(layout: Layout): string {
  const changed = changedLayout(layout);
  return Object.keys(changed).length === 0 ? '' : JSON.stringify(changed);
}

/** What `layoutText` gave; the first layout for anything else. */
export function layoutOfText(text: string): Layout {
  try {
    const kept: unknown = JSON.parse(text);
    return isPartOfLayout(kept) ? { ...firstLayout, ...kept } : firstLayout;
  } catch {
    return firstLayout;
  }
}

function changedLayout(layout: Layout): Partial<Layout> {
  const isFirst = (name: string, value: unknown): boolean => JSON.stringify(value) === JSON.stringify(firstLayout[name as keyof Layout]);
  return Object.fromEntries(Object.entries(layout).filter(([name, value]) => !isFirst(name, value)));
}

/** Whether what was kept has the form of this version; another one is forgotten. */
export function isSavedState(value: unknown): value is SavedState {
  if (!isPartOfLayout(value) || value.order === undefined) {
    return false;
  }
  const { state } = value as { readonly state?: unknown };
  return typeof state === 'object' && state !== null;
}

/** Whether a value is one that a part of the layout may have. */
const guards: { readonly [Name in keyof Layout]: (value: unknown) => boolean } = {
  order: isOrder,
  extent: isExtent,
  lanes: (value) => typeof value === 'boolean',
  scroll: isListScroll,
  laneChoice: isLaneChoice,
  caller: isPartOfLayout,
  target: isPartOfLayout,
  value: isPartOfLayout,
  panes: isPaneSizes,
  stackBy: isField,
  fields: isFields,
  hasFields: (value) => typeof value === 'boolean',
  columns: isFields,
  widths: isColumnWidths,
  detailPanel: (value) => detailPanels.some((one) => one === value),
  detailSide: (value) => detailSides.some((one) => one === value),
};

function isPartOfLayout(value: unknown): value is Partial<Layout> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(guards).every(([name, isValid]) => {
      const member = (value as Readonly<Record<string, unknown>>)[name];
      return member === undefined || isValid(member);
    })
  );
}

function isOrder(value: unknown): value is Order {
  if (typeof value !== 'object' || value === null) {
    return value === 'file' || value === 'oldest' || value === 'newest';
  }
  const { field, descending } = value as Readonly<Record<string, unknown>>;
  return isField(field) && typeof descending === 'boolean';
}

function isField(value: unknown): boolean {
  return typeof value === 'string' && resolveField(value) !== undefined;
}

function isFields(value: unknown): boolean {
  return Array.isArray(value) && value.every(isField);
}

function isExtent(value: unknown): boolean {
  return value === 'dense' || value === 'whole';
}
