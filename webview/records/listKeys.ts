import { rowAfterKey, type RowWindow, type VirtualRows } from './virtualRows.ts';

/** What a key does in the list of records. */
export type ListAct =
  /** Opens the detail of the selected record. */
  | { readonly act: 'open' }
  /** Selects no record. */
  | { readonly act: 'leave' }
  /** Selects the record at a position. */
  | { readonly act: 'move'; readonly to: number };

export interface ListState {
  readonly list: VirtualRows;
  readonly inView: RowWindow;
  /** Position of the selected record; undefined without one. */
  readonly active: number | undefined;
  /** A search shows only a part of its records: *Escape* stops it. */
  readonly isSearching: boolean;
}

/** What a key that was pressed on the list does; undefined where it is not for the list. */
export function actOfKey(event: KeyboardEvent, { list, inView, active, isSearching }: ListState): ListAct | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return undefined;
  }
  switch (event.key) {
    case 'Enter':
      return active === undefined ? undefined : { act: 'open' };
    case 'Escape':
      return active === undefined || isSearching ? undefined : { act: 'leave' };
    default: {
      const to = active === undefined ? firstTarget(event.key, inView.first, list) : rowAfterKey(list, active, event.key);
      return to === undefined || list.rows === 0 ? undefined : { act: 'move', to };
    }
  }
}

/** Without a selection the arrows take the first row in view. */
function firstTarget(key: string, first: number, list: VirtualRows): number | undefined {
  return key === 'ArrowDown' || key === 'ArrowUp' ? first : rowAfterKey(list, first, key);
}
