import type { DictionaryEntries } from './byteDictionary.ts';
import { narrowed, type IdArray } from './column.ts';

/**
 * What the ids of another table's dictionary are in ours. They are looked up where the rows that brought them are appended:
 * so our ids rise in the order of the rows, as if we had read them ourselves. What was reported with rows that are not
 * appended is looked up when another row uses it, if any does.
 */
export class IdMap {
  /** 0 where it has not been looked up. */
  private ours = new Uint32Array(256);
  /** Ids of the other dictionary that have been reported. */
  private reported = 0;
  /** What was reported last, from the id `first`. */
  private entries: DictionaryEntries = { bytes: new Uint8Array(0), ends: new Uint32Array(0) };
  private first = 1;
  /** Of what was reported before: texts that no row has used yet. */
  private readonly unused = new Map<number, Uint8Array>();
  private readonly intern: (bytes: Uint8Array, start: number, end: number) => number;

  /** @param intern Finds our id for the bytes of an entry. */
  constructor(intern: (bytes: Uint8Array, start: number, end: number) => number) {
    this.intern = intern;
  }

  /** Takes the entries that follow those reported before. */
  report(entries: DictionaryEntries): void {
    for (let id = this.first; id <= this.reported; id++) {
      if (this.ours[id] === 0) {
        this.unused.set(id, this.entries.bytes.slice(this.startOf(id), this.entries.ends[id - this.first]));
      }
    }
    this.entries = entries;
    this.first = this.reported + 1;
    this.reported += entries.ends.length;
    if (this.reported >= this.ours.length) {
      const wider = new Uint32Array(Math.max(this.reported + 1, this.ours.length * 2));
      wider.set(this.ours);
      this.ours = wider;
    }
  }

  /** Looks up all that was reported last. */
  lookUp(): void {
    for (let id = this.first; id <= this.reported; id++) {
      this.of(id);
    }
  }

  of(id: number): number {
    return id === 0 ? 0 : this.ours[id] || this.find(id);
  }

  /** Our ids of rows. */
  translate(ids: IdArray): IdArray {
    const found = new Uint32Array(ids.length);
    let largest = 0;
    for (let row = 0; row < found.length; row++) {
      const id = ids[row]!;
      // Hardly ever is one looked up here, and looking up may widen the array.
      const own = id === 0 ? 0 : this.ours[id] || this.find(id);
      found[row] = own;
      largest = own > largest ? own : largest;
    }
    return narrowed(found, largest);
  }

  private find(id: number): number {
    const kept = this.unused.get(id);
    const found =
      kept === undefined
        ? this.intern(this.entries.bytes, this.startOf(id), this.entries.ends[id - this.first]!)
        : this.intern(kept, 0, kept.length);
    this.unused.delete(id);
    this.ours[id] = found;
    return found;
  }

  private startOf(id: number): number {
    return id === this.first ? 0 : this.entries.ends[id - this.first - 1]!;
  }
}
