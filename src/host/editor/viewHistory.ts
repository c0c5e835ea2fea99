import { timeRangeOf } from '../../core/query/editTimeRange.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { Intent, View, ViewPage, ViewState } from '../../protocol/viewMessages.ts';

/**
 * Where a user has been in one timeline, as in a browser: each filter, stretch of time and page is a step, the selection is
 * none. However often the chart is zoomed and panned, it is one step until another is taken, and so are the filters that are
 * applied while one is being typed.
 */
export interface ViewHistory {
  readonly past: readonly ViewState[];
  readonly present: ViewState;
  /** What the newest step was taken by, where what follows at once is a part of it. */
  readonly newest: 'zooming' | 'typing' | 'other';
  /** Steps that "forward" leads to, the nearest first. */
  readonly future: readonly ViewState[];
}

/** Intents that change what is shown; the others act on the world outside of the view. */
export type Step = Extract<Intent, { kind: 'filter' | 'open' | 'joined' | 'select' | 'range' | 'viewport' | 'back' | 'forward' }>;

/** Steps that can be taken back. */
const longest = 200;

export const initialState: ViewState = { query: '', page: { kind: 'records' }, selected: null };

export function historyAt(state: ViewState): ViewHistory {
  return { past: [], present: state, newest: 'other', future: [] };
}

/** The history of a timeline that was shown before. What was selected since stays selected. */
export function restoredHistory(kept: ViewHistory, { present }: ViewHistory): ViewHistory {
  return { ...kept, present: { ...kept.present, selected: present.selected ?? kept.present.selected } };
}

/** The way to a state that is known otherwise: the remembered one, if it leads there. */
export function historyTo(state: ViewState, remembered: ViewHistory | undefined): ViewHistory {
  return remembered !== undefined && isSameView(remembered.present, state) ? { ...remembered, present: state } : historyAt(state);
}

/** The history after a step; the very same one where the step changes nothing. */
export function take(history: ViewHistory, step: Step): ViewHistory {
  const { past, present, future } = history;
  switch (step.kind) {
    case 'filter':
      return filtered(history, step);
    case 'open':
      return go(history, opened(history, step));
    case 'joined': {
      const { page } = present;
      const isOfPage = page.kind === 'caller' && isSamePage(page, step.page);
      return isOfPage ? { ...history, present: { ...present, page: { ...page, identities: step.identities } } } : history;
    }
    case 'select':
      return isSameRecord(present.selected, step.ref) ? history : { ...history, present: { ...present, selected: step.ref } };
    case 'range':
      return go(history, withTimes(present, { range: step.range ?? undefined, viewport: step.range ?? present.viewport }));
    case 'viewport':
      return stepBy('zooming', history, withTimes(present, { range: present.range, viewport: step.viewport ?? undefined }));
    case 'back': {
      const previous = past.at(-1);
      return previous === undefined
        ? history
        : { past: past.slice(0, -1), present: previous, newest: 'other', future: [present, ...future] };
    }
    case 'forward': {
      const [next, ...later] = future;
      return next === undefined ? history : { past: [...past, present], present: next, newest: 'other', future: later };
    }
  }
}

export function viewOf({ past, present, future }: ViewHistory): View {
  return { state: present, canGoBack: past.length > 0, canGoForward: future.length > 0 };
}

function go(history: ViewHistory, state: ViewState): ViewHistory {
  const { present } = history;
  if (isSameView(state, present)) {
    return history;
  }
  return { past: [...history.past, present].slice(-longest), present: state, newest: 'other', future: [] };
}

/** Each page shows a stretch of its own: what it showed last, if that is still of what is filtered by. */
function opened({ past, present }: ViewHistory, { page, query = present.query }: Extract<Step, { kind: 'open' }>): ViewState {
  const { range } = present;
  const last = isSamePage(page, present.page) ? present : past.findLast((state) => isSamePage(state.page, page));
  const isOfRange = last !== undefined && last.range?.join() === range?.join();
  return withTimes({ ...present, page }, { query, range, viewport: isOfRange ? viewportUnder(last, query) : range });
}

function filtered(history: ViewHistory, { query, range, typing, pinned, off }: Extract<Step, { kind: 'filter' }>): ViewHistory {
  const { present } = history;
  const state = withTimes(withAside(present, { pinned, off }), {
    query,
    range: rangeAfter(present, range),
    viewport: viewportUnder(present, query),
  });
  return typing === undefined ? go(history, state) : stepBy('typing', history, state, typing === 'begins');
}

/** A step that takes the place of the newest one, if that was taken by the same means; none is left where typing leads back. */
function stepBy(means: 'zooming' | 'typing', history: ViewHistory, state: ViewState, isNew = false): ViewHistory {
  const { past } = history;
  const before = past.at(-1);
  if (isNew || history.newest !== means) {
    const next = go(history, state);
    return next === history ? history : { ...next, newest: means };
  }
  return means === 'typing' && before !== undefined && isSameView(before, state)
    ? { past: past.slice(0, -1), present: state, newest: 'other', future: [] }
    : { ...history, present: state, future: [] };
}

type Aside = Pick<ViewState, 'pinned' | 'off'>;

/** What is beside the filter, as it is where nothing is said. */
function withAside(
  state: ViewState,
  { pinned = state.pinned, off = state.off }: { readonly [Name in keyof Aside]: Aside[Name] | undefined },
): ViewState {
  const { pinned: _, off: __, ...others } = state;
  return { ...others, ...(pinned !== undefined && pinned.length > 0 && { pinned }), ...(off !== undefined && off.length > 0 && { off }) };
}

interface Times {
  readonly query?: string;
  readonly range: TimeRange | undefined;
  readonly viewport: TimeRange | undefined;
}

type TimeRange = NonNullable<ViewState['range']>;

function withTimes(state: ViewState, { query = state.query, range, viewport }: Times): ViewState {
  const { range: _, viewport: __, ...others } = state;
  return { ...others, query, ...(range && { range }), ...(viewport && { viewport }) };
}

function rangeAfter({ range }: ViewState, step: TimeRange | null | undefined): TimeRange | undefined {
  return step === undefined ? range : (step ?? undefined);
}

/** What the chart shows under another filter: one that demands another stretch of time leads there. */
function viewportUnder({ query, viewport }: ViewState, next: string): TimeRange | undefined {
  const [before, after] = [timeRangeOf(query), timeRangeOf(next)];
  return before?.from === after?.from && before?.to === after?.to ? viewport : undefined;
}

function isSameView(left: ViewState, right: ViewState): boolean {
  const others = ({ range, viewport, pinned, off }: ViewState): string => JSON.stringify([range, viewport, pinned, off]);
  return left.query === right.query && isSamePage(left.page, right.page) && others(left) === others(right);
}

function isSameRecord(left: RecordRef | null, right: RecordRef | null): boolean {
  return left === right || (left !== null && right !== null && left.source === right.source && left.index === right.index);
}

function isSamePage(left: ViewPage, right: ViewPage): boolean {
  switch (left.kind) {
    case 'records':
    case 'coverage':
      return right.kind === left.kind;
    case 'findings':
      return right.kind === 'findings' && right.severity === left.severity;
    case 'caller':
      return (
        right.kind === 'caller' &&
        right.type === left.type &&
        right.value === left.value &&
        JSON.stringify(right.apart ?? []) === JSON.stringify(left.apart ?? [])
      );
    case 'value':
      return right.kind === 'value' && right.field === left.field && right.value === left.value;
    case 'target':
      return (
        right.kind === 'target' &&
        right.path.length === left.path.length &&
        right.path.every(({ level, name }, index) => left.path[index]?.level === level && left.path[index]?.name === name)
      );
  }
}
