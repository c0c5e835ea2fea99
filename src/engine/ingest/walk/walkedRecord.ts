import type { RoleSource } from '../../../core/formats/roleSource.ts';
import { hashedMark, headWords, rowHead, rowValue, slotMask, valueWords } from '../../kernel/walker.ts';
import type { HashedValue } from '../paths/foundValues.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const none: readonly HashedValue[] = [];

/** A record that the kernel has walked over, by the row that it made of it. */
export class WalkedRecord implements RoleSource {
  bytes: Uint8Array = new Uint8Array();
  /** Index of the row's first word. */
  row = 0;
  /** Index of the byte that is the first of the kernel's input. */
  private origin = 0;
  private readonly rows: Int32Array;
  /** By path: the index of the words of its first value, and the record that has it, by its number. */
  private firsts = new Int32Array(64);
  private records = new Uint32Array(64);
  private record = 0;
  private isIndexed = false;
  /** By path: values of the last record of which they were asked, written over by those of the next. */
  private readonly lists: Writable<HashedValue>[][] = [];

  constructor(rows: Int32Array) {
    this.rows = rows;
  }

  /** Takes the row whose words begin at an index; the kernel's input began at `origin` of the bytes. */
  begin(row: number, bytes: Uint8Array, origin: number): void {
    this.row = row;
    this.bytes = bytes;
    this.origin = origin;
    this.isIndexed = false;
    this.record++;
  }

  /** The index of the words of the first value at the end of a path, or -1. */
  first(slot: number): number {
    if (!this.isIndexed) {
      this.index();
    }
    return this.records[slot] === this.record ? this.firsts[slot]! : -1;
  }

  /** Void with the next record. */
  values(slot: number): readonly HashedValue[] {
    const { rows, row } = this;
    const first = this.first(slot);
    if (first === -1) {
      return none;
    }
    const last = row + headWords + rows[row + rowHead.values]! * valueWords;
    const list = (this.lists[slot] ??= []);
    let count = 0;
    for (let at = first; at < last; at += valueWords) {
      if ((rows[at + rowValue.slot]! & slotMask) === slot) {
        this.set(list, count++, at);
      }
    }
    if (list.length > count) {
      list.length = count;
    }
    return list;
  }

  private index(): void {
    const { rows, row } = this;
    this.isIndexed = true;
    const first = row + headWords;
    // The first value of a path is noted last.
    for (let at = first + (rows[row + rowHead.values]! - 1) * valueWords; at >= first; at -= valueWords) {
      const slot = rows[at + rowValue.slot]! & slotMask;
      if (slot >= this.firsts.length) {
        this.widen(slot);
      }
      this.firsts[slot] = at;
      this.records[slot] = this.record;
    }
  }

  private widen(slot: number): void {
    const firsts = new Int32Array(slot * 2);
    const records = new Uint32Array(slot * 2);
    firsts.set(this.firsts);
    records.set(this.records);
    this.firsts = firsts;
    this.records = records;
  }

  /** Writes the value whose words begin at an index into a list. */
  private set(list: Writable<HashedValue>[], index: number, at: number): void {
    const { rows, bytes, origin } = this;
    const value = (list[index] ??= { bytes, start: 0, end: 0, isOwn: true, hash: 0, isHashed: false });
    value.bytes = bytes;
    value.start = rows[at + rowValue.start]! + origin;
    value.end = rows[at + rowValue.end]! + origin;
    value.isHashed = (rows[at + rowValue.slot]! & hashedMark) !== 0;
    value.hash = value.isHashed ? rows[at + rowValue.said]! : 0;
  }
}
