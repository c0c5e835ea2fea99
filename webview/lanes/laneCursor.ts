import { rowAfterKey, type VirtualRows } from '../records/virtualRows.ts';
import type { LaneRow } from './laneRows.ts';
import { itemAfter, itemAt, type LaneItem } from '../../src/scene/laneScene.ts';

/** What is on a lane, by its number among the lane's items. */
export interface LanePoint {
  readonly key: string;
  readonly item: number;
}

/** Where keyboard and pointer are on the lanes. The keyboard stays with its lane when others come or go. */
export class LaneCursor {
  /** The row that the keyboard is on; undefined before it was used. */
  active: number | undefined;
  /** What the pointer is on. */
  pointed: LanePoint | undefined;
  #key: string | undefined;
  #item: number | undefined;
  readonly #changed: () => void;
  #rows: readonly LaneRow[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The row that the keyboard is on. */
  get row(): LaneRow | undefined {
    return this.active === undefined ? undefined : this.#rows[this.active];
  }

  /** What the keyboard is on, on the row that it is on. */
  get item(): number | undefined {
    return this.#item;
  }

  /** What is marked on a row. */
  itemOf(row: LaneRow): number | undefined {
    return this.pointed?.key === row.key ? this.pointed.item : this.#key === row.key ? this.#item : undefined;
  }

  /** There are other rows. */
  keep(rows: readonly LaneRow[]): void {
    this.#rows = rows;
    if (this.#key !== undefined) {
      const place = rows.findIndex(({ key }) => key === this.#key);
      this.active = place === -1 ? undefined : place;
    }
  }

  goTo(row: number): void {
    this.active = row;
    this.#key = this.#rows[row]?.key;
    this.#item = undefined;
    this.#changed();
  }

  /** Moves by a key; false for one that does not move. */
  move(key: string, list: VirtualRows, items: readonly LaneItem[]): boolean {
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const next = itemAfter(items, this.#item, key === 'ArrowRight' ? 1 : -1);
      this.#item = next ?? this.#item;
      this.#changed();
      return this.row !== undefined && this.row.kind !== 'heading';
    }
    const next = this.active === undefined && key === 'ArrowDown' ? 0 : rowAfterKey(list, this.active ?? 0, key);
    if (next !== undefined) {
      this.goTo(next);
    }
    return next !== undefined;
  }

  /** The pointer is at a place of a row, in pixels from the left. */
  point(row: LaneRow, items: readonly LaneItem[], x: number): void {
    const item = itemAt(items, x);
    if (this.pointed?.key !== row.key || this.pointed.item !== item) {
      this.pointed = item === undefined ? undefined : { key: row.key, item };
      this.#changed();
    }
  }

  leave(): void {
    if (this.pointed !== undefined) {
      this.pointed = undefined;
      this.#changed();
    }
  }
}
