import type { PathSet } from '../../../core/formats/pathSet.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';

/** A value at the end of a path; of a string without escapes the hash of its content is known. */
export interface HashedValue extends FoundValue {
  /** 0 where {@link isHashed} is false. */
  readonly hash: number;
  readonly isHashed: boolean;
  /** Of a value that all records of a template have: its id, once it was looked up. */
  readonly memo?: ValueMemo | undefined;
  /** Of an item of an array in a template: what paths lead to within it. */
  readonly within?: ReadonlyMap<PathSet, RoleSource> | undefined;
}

/** The id of a value in one dictionary. */
export interface ValueMemo {
  dictionary: ByteDictionary | undefined;
  id: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const none: readonly HashedValue[] = [];

/**
 * The values that were found in a record, by the path that leads to them, in the order of the text. They are written over by those of the
 * next record, so that nothing is allocated for most records.
 */
export class FoundValues {
  /** By path: values of this record, followed by values of earlier records. */
  private readonly lists: Writable<HashedValue>[][] = [];
  private readonly counts: Int32Array;
  /** By value of this record: the path that leads to it. */
  private slots = new Int32Array(64);
  /** How many values there are. */
  count = 0;

  /** @param paths How many paths there are. */
  constructor(paths: number) {
    this.counts = new Int32Array(paths);
    for (let slot = 0; slot < paths; slot++) {
      this.lists.push([]);
    }
  }

  /** The values at the end of a path. Void with the next record. */
  of(slot: number): readonly HashedValue[] {
    const count = slot < 0 ? 0 : this.counts[slot]!;
    if (count === 0) {
      return none;
    }
    const list = this.lists[slot]!;
    if (list.length > count) {
      list.length = count;
    }
    return list;
  }

  add(slot: number, bytes: Uint8Array, start: number, end: number, isOwn: boolean, hash: number, isHashed: boolean): void {
    const list = this.lists[slot]!;
    const index = this.counts[slot]!++;
    if (index < list.length) {
      const value = list[index]!;
      value.bytes = bytes;
      value.start = start;
      value.end = end;
      value.isOwn = isOwn;
      value.hash = hash;
      value.isHashed = isHashed;
    } else {
      list.push({ bytes, start, end, isOwn, hash, isHashed });
    }
    if (this.count === this.slots.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.slots);
      this.slots = wider;
    }
    this.slots[this.count++] = slot;
  }

  /** Forgets all values but the first ones. */
  keep(count: number): void {
    for (let index = count; index < this.count; index++) {
      this.counts[this.slots[index]!]!--;
    }
    this.count = count;
  }
}
