import type { RecordTable } from '../columns/recordTable.ts';
import { blockRows, idReader, wholeBlock, type Block, type BlockReader } from '../columns/blocks.ts';

/**
 * Whole resource ids, numbered. Columns hold them in parts, as there are few of each part and many of the whole; a test of
 * the whole is to be decided once for each of them, not once for each record. Numbers count from 1; 0 is no resource id.
 */
export class ResourceIds {
  private readonly table: RecordTable;
  private readonly seed: number;
  private readonly parts: readonly BlockReader[];
  /** Numbers of the rows of each block that is complete, once somebody asked for them. */
  private readonly blocks: Uint32Array[] = [];
  /** A row that has each number. */
  private rows = new Uint32Array(64);
  /** Form, subscription, resource group and instance of each number. */
  private keys = new Uint32Array(64 * 4);
  private slots = new Uint32Array(128);
  private count = 0;

  constructor(table: RecordTable, seed: number) {
    this.table = table;
    this.seed = seed;
    this.parts = [table.resourceForm, table.subscription, table.resourceGroup, table.instance].map(idReader);
  }

  get size(): number {
    return this.count;
  }

  /** A row that has it. */
  rowOf(id: number): number {
    return this.rows[id]!;
  }

  text(id: number): string {
    return this.table.resourceAt(this.rowOf(id)) ?? '';
  }

  /** The number of a row's resource id. */
  reader(): BlockReader {
    const chosen = new Uint32Array(blockRows);
    return (block) => {
      const all = this.numbers(block);
      const { count, places } = block;
      if (places === undefined) {
        return all;
      }
      for (let index = 0; index < count; index++) {
        chosen[index] = all[places[index]!]!;
      }
      return chosen;
    };
  }

  private numbers({ start, end }: Block): Uint32Array {
    const number = start / blockRows;
    const known = this.blocks[number];
    if (known !== undefined) {
      return known;
    }
    const [forms, subscriptions, groups, instances] = this.parts.map((read) => read(wholeBlock(start, end)));
    const made = new Uint32Array(end - start);
    for (let index = 0; index < made.length; index++) {
      const form = forms![index]!;
      made[index] = form === 0 ? 0 : this.idOf(form, subscriptions![index]!, groups![index]!, instances![index]!, start + index);
    }
    if (made.length === blockRows) {
      this.blocks[number] = made;
    }
    return made;
  }

  private idOf(form: number, subscription: number, group: number, instance: number, row: number): number {
    let hash = Math.imul(this.seed ^ instance, 0x9e37_79b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ group, 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 13) ^ subscription, 0xc2b2_ae35);
    hash = Math.imul(hash ^ (hash >>> 16) ^ form, 0x9e37_79b1);
    hash ^= hash >>> 15;
    const { keys } = this;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot]!;
      if (id === 0) {
        this.slots[slot] = ++this.count;
        return this.add(form, subscription, group, instance, row);
      }
      const key = id * 4;
      if (keys[key + 3] === instance && keys[key + 2] === group && keys[key + 1] === subscription && keys[key] === form) {
        return id;
      }
    }
  }

  private add(form: number, subscription: number, group: number, instance: number, row: number): number {
    const id = this.count;
    if (id === this.rows.length) {
      this.rows = wider(this.rows);
      this.keys = wider(this.keys);
    }
    this.rows[id] = row;
    this.keys.set([form, subscription, group, instance], id * 4);
    if (id * 2 > this.slots.length) {
      this.rehash();
    }
    return id;
  }

  private rehash(): void {
    const { count, keys, rows } = this;
    this.slots = new Uint32Array(this.slots.length * 2);
    this.count = 0;
    for (let id = 1; id <= count; id++) {
      this.idOf(keys[id * 4]!, keys[id * 4 + 1]!, keys[id * 4 + 2]!, keys[id * 4 + 3]!, rows[id]!);
    }
  }
}

function wider(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(array.length * 2);
  made.set(array);
  return made;
}
