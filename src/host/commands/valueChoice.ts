import type * as vscode from 'vscode';
import { keyOf, renewedValues } from './renewedValues.ts';
import type { Item, ValueItem } from './valueItem.ts';

type ValueList = Pick<vscode.QuickPick<Item>, 'items' | 'selectedItems' | 'activeItems' | 'keepScrollPosition'>;

/**
 * What is chosen in a list: the values that are ticked. The one that the user has moved to is previewed with them, and is taken for
 * the choice where none is ticked.
 */
export class ValueChoice {
  readonly #pick: ValueList;
  /** What is ticked and active before the user does anything: setting it is reported as a change too. */
  #ticksAtFirst = 0;
  #first: Item | undefined;
  #areTicksTouched = false;
  #isMoved = false;

  constructor(pick: ValueList) {
    this.#pick = pick;
  }

  begin(): void {
    this.#ticksAtFirst = this.#pick.selectedItems.length;
    this.#first = this.#pick.items.find(isValue);
  }

  /** Shows the values as they are by now, as items. What is ticked and active stays so. */
  renew(values: readonly ValueItem[], itemsOf: (values: readonly ValueItem[]) => readonly Item[]): void {
    const ticks = this.#ticks;
    const active = this.#isMoved ? this.#active : undefined;
    const renewed = renewedValues(this.#pick.items.filter(isValue), ticks, values);
    const selected = renewed.filter(({ picked }) => picked === true);
    this.#pick.keepScrollPosition = true;
    this.#pick.items = itemsOf(renewed);
    this.#pick.selectedItems = selected;
    if (active !== undefined) {
      this.#pick.activeItems = renewed.filter((value) => keyOf(value) === keyOf(active));
    }
    // Setting them is reported, too, as is that VS Code makes the first one active.
    this.#ticksAtFirst += selected.length - ticks.length;
    this.#first = renewed[0];
  }

  /** Whether the user has ticked something, or taken a tick away. */
  ticked(): boolean {
    this.#areTicksTouched ||= this.#pick.selectedItems.length !== this.#ticksAtFirst;
    return this.#areTicksTouched;
  }

  /** Whether the user has moved in the list. */
  moved(): boolean {
    this.#isMoved ||= this.#active !== undefined && this.#active !== this.#first;
    return this.#isMoved;
  }

  get previewed(): readonly ValueItem[] {
    const active = this.#isMoved ? this.#active : undefined;
    return active === undefined || this.#ticks.includes(active) ? this.#ticks : [...this.#ticks, active];
  }

  get accepted(): readonly ValueItem[] {
    return this.#ticks.length === 0 && !this.#areTicksTouched ? this.previewed : this.#ticks;
  }

  get #ticks(): readonly ValueItem[] {
    return this.#pick.selectedItems.filter(isValue);
  }

  get #active(): ValueItem | undefined {
    return this.#pick.activeItems.find(isValue);
  }
}

function isValue(item: Item): item is ValueItem {
  return item.value !== undefined;
}
