import type * as vscode from 'vscode';
import type { NamedFilter } from './namedFilters.ts';

type Item = vscode.QuickPickItem & { readonly filter?: NamedFilter | undefined };

type FilterPick<Of extends Item> = Pick<vscode.QuickPick<Of>, 'items' | 'activeItems' | 'keepScrollPosition'>;

/**
 * The filter of a list that the user has moved to. VS Code makes the first item active whenever items are replaced, and says so only
 * after they may have been replaced again: what it says of its own is told from what the user does.
 */
export class ActiveFilter<Of extends Item> {
  readonly #pick: FilterPick<Of>;
  /** Undefined until the user has moved. */
  #moved: NamedFilter | undefined;
  /** Whether the item that the user is on has been made active again, and VS Code has not said so yet. */
  #isRestoring = false;

  constructor(pick: FilterPick<Of>) {
    this.#pick = pick;
  }

  get moved(): NamedFilter | undefined {
    return this.#moved;
  }

  /** Shows other items, or the same with other words, with the same filter active. */
  show(items: readonly Of[]): void {
    this.#pick.keepScrollPosition = true;
    this.#pick.items = items;
    if (this.#moved !== undefined) {
      this.#isRestoring = true;
      this.#pick.activeItems = items.filter(({ filter }) => filter === this.#moved);
    }
  }

  /** To be called with what VS Code says is active; gives whether the user has moved there. */
  changed(item: Of | undefined): boolean {
    const filter = item?.filter;
    if (filter === this.#moved) {
      this.#isRestoring = false;
      return false;
    }
    const isFirst = filter === this.#pick.items.find((one) => one.filter !== undefined)?.filter;
    if (filter === undefined || (isFirst && (this.#moved === undefined || this.#isRestoring))) {
      return false;
    }
    this.#moved = filter;
    this.#isRestoring = false;
    return true;
  }
}
