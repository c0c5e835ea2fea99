import type { RecordRef } from '../../protocol/reference.ts';
import type { Intent, View, ViewPage, ViewState } from '../../protocol/viewMessages.ts';

/** Where a user has been in one timeline, as in a browser: each filter and each page is a step, the selection is none. */
export interface ViewHistory {
  readonly past: readonly ViewState[];
  readonly present: ViewState;
  /** Steps that "forward" leads to, the nearest first. */
  readonly future: readonly ViewState[];
}

/** Intents that change what is shown; the others act on the world outside of the view. */
export type Step = Extract<Intent, { kind: 'filter' | 'open' | 'select' | 'back' | 'forward' }>;

/** Steps that can be taken back. */
const longest = 200;

export const initialState: ViewState = { query: '', page: { kind: 'records' }, selected: null };

export function historyAt(state: ViewState): ViewHistory {
  return { past: [], present: state, future: [] };
}

/** The history of a timeline whose page kept a state from before the window was reloaded. What was selected since stays selected. */
export function restoredHistory(kept: ViewState, { present }: ViewHistory): ViewHistory {
  return historyAt({ ...kept, selected: present.selected ?? kept.selected });
}

/** The history after a step; the very same one where the step changes nothing. */
export function take(history: ViewHistory, step: Step): ViewHistory {
  const { past, present, future } = history;
  switch (step.kind) {
    case 'filter':
      return go(history, { ...present, query: step.query });
    case 'open':
      return go(history, { ...present, page: step.page, query: step.query ?? present.query });
    case 'select':
      return isSameRecord(present.selected, step.ref) ? history : { past, present: { ...present, selected: step.ref }, future };
    case 'back': {
      const previous = past.at(-1);
      return previous === undefined ? history : { past: past.slice(0, -1), present: previous, future: [present, ...future] };
    }
    case 'forward': {
      const [next, ...later] = future;
      return next === undefined ? history : { past: [...past, present], present: next, future: later };
    }
  }
}

export function viewOf({ past, present, future }: ViewHistory): View {
  return { state: present, canGoBack: past.length > 0, canGoForward: future.length > 0 };
}

function go(history: ViewHistory, state: ViewState): ViewHistory {
  const { present } = history;
  if (state.query === present.query && isSamePage(state.page, present.page)) {
    return history;
  }
  return { past: [...history.past, present].slice(-longest), present: state, future: [] };
}

function isSameRecord(left: RecordRef | null, right: RecordRef | null): boolean {
  return left === right || (left !== null && right !== null && left.source === right.source && left.index === right.index);
}

function isSamePage(left: ViewPage, right: ViewPage): boolean {
  switch (left.kind) {
    case 'records':
    case 'findings':
    case 'coverage':
      return right.kind === left.kind;
    case 'caller':
      return right.kind === 'caller' && right.type === left.type && right.value === left.value;
    case 'target':
      return (
        right.kind === 'target' &&
        right.path.length === left.path.length &&
        right.path.every(({ level, name }, index) => left.path[index]?.level === level && left.path[index]?.name === name)
      );
  }
}
