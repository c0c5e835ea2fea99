import { actOfKey, type ListAct, type ListState } from './listKeys.ts';

/** Keys that move to a row, of which none is there yet. */
const moves: ReadonlySet<string> = new Set(['Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown']);

/** The last key that was pressed on a list before its first rows came, which moves to one of them when they do. */
export class EarlyKey {
  #event: KeyboardEvent | undefined;

  /** Keeps a key for later; false where it is none that waits for rows. */
  keep(event: KeyboardEvent): boolean {
    const isMove = !event.altKey && !event.ctrlKey && !event.metaKey && moves.has(event.key);
    if (isMove) {
      this.#event = event;
    }
    return isMove;
  }

  /** Forgets the key: the list is of another result. */
  forget(): void {
    this.#event = undefined;
  }

  /** What the key does in a list that has rows now, once. */
  take(state: ListState): ListAct | undefined {
    const event = this.#event;
    if (event === undefined || state.list.rows === 0) {
      return undefined;
    }
    this.#event = undefined;
    return actOfKey(event, state);
  }
}
