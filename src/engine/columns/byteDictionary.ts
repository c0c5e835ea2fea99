import { decodeText, encodeText } from '../../core/json/utf8.ts';
import { hashBytes } from './byteHash.ts';
import { ByteView } from './byteView.ts';
import { copyBytes } from './copyBytes.ts';

/** Texts of consecutive ids: one after the other, and where each of them ends. */
export interface DictionaryEntries {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * Numbers for texts, found by their bytes: a hash table over one long array of bytes, so that a value which has been seen
 * before costs a hash and a comparison, and no string.
 *
 * Ids count from 1 in the order of first sight; 0 is free for "no value". The hash is seeded at random, as the texts come
 * from files that may be made to collide.
 */
export class ByteDictionary {
  private arena = new Uint8Array(1024);
  private arenaView = new DataView(this.arena.buffer);
  /** Views of the bytes that texts are looked up in. */
  private readonly view = new ByteView();
  private used = 0;
  /** `starts[id - 1]` to `starts[id]` is the text of `id` in the arena. */
  private starts = new Uint32Array(64);
  private hashes = new Int32Array(64);
  private slots = new Uint32Array(128);
  private count = 0;
  private readonly texts: string[] = [];
  private readonly seed: number;
  /** A short text that is looked up. */
  private readonly short = new Uint8Array(256);

  constructor(seed: number) {
    this.seed = seed | 0;
  }

  /** How many distinct texts there are: ids go from 1 to this number. */
  get size(): number {
    return this.count;
  }

  /** The id of the bytes from `start` up to `end`, a new one if they have not been seen. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    return this.internHashed(bytes, start, end, hashBytes(this.view.of(bytes), start, end, this.seed));
  }

  /** The same for bytes whose hash with this dictionary's seed is known (`byteHash.ts`). */
  internHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const length = end - start;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id === 0) {
        return this.add(bytes, start, end, hash, slot);
      }
      if (hashes[id - 1] === hash && this.equals(id, bytes, start, length)) {
        return id;
      }
    }
  }

  internText(text: string): number {
    const length = this.encodeShort(text);
    if (length !== -1) {
      return this.intern(this.short, 0, length);
    }
    const bytes = encodeText(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** The id of a text, or 0 if it has not been seen. */
  idOf(text: string): number {
    const bytes = encodeText(text);
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    const hash = hashBytes(this.view.of(bytes), 0, bytes.length, this.seed);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id === 0 || (hashes[id - 1] === hash && this.equals(id, bytes, 0, bytes.length))) {
        return id;
      }
    }
  }

  /** Encodes a short text of ASCII without a call out of the engine; returns its length, or -1 for any other text. */
  private encodeShort(text: string): number {
    if (text.length > this.short.length) {
      return -1;
    }
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= 0x80) {
        return -1;
      }
      this.short[index] = code;
    }
    return text.length;
  }

  /** The text of an id; made once. */
  text(id: number): string {
    return (this.texts[id] ??= decodeText(this.arena.subarray(this.starts[id - 1], this.starts[id])));
  }

  /** The bytes of an id. Not to be kept: the array moves when it grows. */
  bytesOf(id: number): Uint8Array {
    return this.arena.subarray(this.starts[id - 1], this.starts[id]);
  }

  /** How many bytes the text of an id has; none where there is no such id. */
  lengthOf(id: number): number {
    return id > this.count ? 0 : this.starts[id]! - this.starts[id - 1]!;
  }

  /** One byte of the text of an id; of none where it has fewer, undefined. */
  byteOf(id: number, index: number): number | undefined {
    return index < this.lengthOf(id) ? this.arena[this.starts[id - 1]! + index] : undefined;
  }

  /** Four bytes of the text of an id, as a number of this machine. */
  wordOf(id: number, index: number): number {
    return this.arenaView.getUint32(this.starts[id - 1]! + index * 4, isLittleEndian);
  }

  /** The texts whose ids are greater than `id`, as plain data. */
  entriesAfter(id: number): DictionaryEntries {
    const base = this.starts[id]!;
    return {
      bytes: this.arena.slice(base, this.used),
      ends: Uint32Array.from(this.starts.subarray(id + 1, this.count + 1), (end) => end - base),
    };
  }

  /** The text of an id is ASCII without capital letters, so that it is what it becomes in lower case. */
  isLowerCase(id: number): boolean {
    for (let index = this.starts[id - 1]!; index < this.starts[id]!; index++) {
      const byte = this.arena[index]!;
      if (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a)) {
        return false;
      }
    }
    return true;
  }

  isAscii(id: number): boolean {
    for (let index = this.starts[id - 1]!; index < this.starts[id]!; index++) {
      if (this.arena[index]! >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Orders the texts of two ids, which must be ASCII. */
  compareAscii(left: number, right: number): number {
    const { arena, starts } = this;
    const leftEnd = starts[left]!;
    const rightEnd = starts[right]!;
    let leftAt = starts[left - 1]!;
    let rightAt = starts[right - 1]!;
    for (; leftAt < leftEnd && rightAt < rightEnd; leftAt++, rightAt++) {
      if (arena[leftAt] !== arena[rightAt]) {
        return arena[leftAt]! - arena[rightAt]!;
      }
    }
    return leftEnd - leftAt - (rightEnd - rightAt);
  }

  private equals(id: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.starts[id - 1]!;
    if (this.starts[id]! - from !== length) {
      return false;
    }
    if (length < 4) {
      return this.equalsShort(from, bytes, start, length);
    }
    // Word by word; the last one ends with the last byte, whatever it shares with the one before.
    const { arenaView } = this;
    const view = this.view.of(bytes);
    const last = length - 4;
    for (let index = 0; index < last; index += 4) {
      if (arenaView.getInt32(from + index, true) !== view.getInt32(start + index, true)) {
        return false;
      }
    }
    return arenaView.getInt32(from + last, true) === view.getInt32(start + last, true);
  }

  private equalsShort(from: number, bytes: Uint8Array, start: number, length: number): boolean {
    for (let index = 0; index < length; index++) {
      if (this.arena[from + index] !== bytes[start + index]) {
        return false;
      }
    }
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const length = end - start;
    while (this.used + length > this.arena.length) {
      this.arena = widened(this.arena, new Uint8Array(Math.max(this.arena.length * 2, this.used + length)));
      this.arenaView = new DataView(this.arena.buffer);
    }
    if (this.count + 2 > this.starts.length) {
      this.starts = widened(this.starts, new Uint32Array(this.starts.length * 2));
      this.hashes = widened(this.hashes, new Int32Array(this.hashes.length * 2));
    }
    copyBytes(bytes, start, end, this.arena, this.used);
    this.used += length;
    this.hashes[this.count] = hash;
    const id = ++this.count;
    this.starts[id] = this.used;
    this.slots[slot] = id;
    if (this.count * 2 > this.slots.length) {
      this.rehash();
    }
    return id;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let id = 1; id <= this.count; id++) {
      let slot = this.hashes[id - 1]! & mask;
      while (this.slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      this.slots[slot] = id;
    }
  }
}

function widened<T extends Uint8Array | Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
