import type { Selecting } from './multiSelection.ts';
import { rowAfterKey, type RowWindow, type VirtualRows } from './virtualRows.ts';

/** What a key does in the list of records. */
export type ListAct =
  /** Opens the detail of the record at the current row. */
  | { readonly act: 'open' }
  /** Selects no record. */
  | { readonly act: 'leave' }
  /** Makes a row the current one. */
  | { readonly act: 'move'; readonly to: number; readonly selecting: Selecting }
  /** Of several selected rows only the current one stays selected. */
  | { readonly act: 'single' }
  /** Copies the selected records. */
  | { readonly act: 'copy' }
  /** Selects all rows. */
  | { readonly act: 'all' };

export interface ListState {
  readonly list: VirtualRows;
  readonly inView: RowWindow;
  /** Position of the current row; undefined without one. */
  readonly active: number | undefined;
  /** Rows are selected together, beside the current one. */
  readonly hasSeveral: boolean;
  /** The user has marked text on the page. */
  readonly hasMarkedText: boolean;
  /** A search shows only a part of its records: *Escape* stops it. */
  readonly isSearching: boolean;
}

/** What a key that was pressed on the list does; undefined where it is not for the list. */
export function actOfKey(event: KeyboardEvent, state: ListState): ListAct | undefined {
  if (event.altKey) {
    return undefined;
  }
  if (event.ctrlKey || event.metaKey) {
    return event.shiftKey ? undefined : actWithControl(event, state);
  }
  const { active, hasSeveral, isSearching } = state;
  switch (event.key) {
    case 'Enter':
      return active === undefined ? undefined : { act: 'open' };
    case 'Escape':
      return hasSeveral ? { act: 'single' } : active === undefined || isSearching ? undefined : { act: 'leave' };
    default:
      return move(event.key, event.shiftKey ? 'extend' : 'alone', state);
  }
}

function actWithControl({ key, ctrlKey }: KeyboardEvent, state: ListState): ListAct | undefined {
  switch (key) {
    case 'a':
    case 'A':
      return state.list.rows === 0 ? undefined : { act: 'all' };
    case 'c':
    case 'C':
      // Text that the user has marked is copied by the browser.
      return state.hasMarkedText || (state.active === undefined && !state.hasSeveral) ? undefined : { act: 'copy' };
    case ' ':
      return state.active === undefined ? undefined : { act: 'move', to: state.active, selecting: 'toggle' };
    case 'ArrowUp':
    case 'ArrowDown':
      return ctrlKey ? move(key, 'keep', state) : undefined;
    default:
      return undefined;
  }
}

/** Without a current row the arrows take the first row in view. */
function move(key: string, selecting: Selecting, { list, inView, active }: ListState): ListAct | undefined {
  const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
  const to = active === undefined && isArrow ? inView.first : rowAfterKey(list, active ?? inView.first, key);
  return to === undefined || list.rows === 0 ? undefined : { act: 'move', to, selecting };
}
