import { ByteDictionary, type DictionaryEntries } from './byteDictionary.ts';

/** Numbers for lists of ids, such as the identities of a caller. The empty list has the id 0; others count from 1. */
export class TupleDictionary {
  private readonly lists: ByteDictionary;
  private scratch = new Uint32Array(16);
  private scratchBytes = new Uint8Array(this.scratch.buffer);
  private length = 0;

  constructor(seed: number) {
    this.lists = new ByteDictionary(seed);
  }

  get size(): number {
    return this.lists.size;
  }

  /** Begins a new list. */
  begin(): void {
    this.length = 0;
  }

  push(id: number): void {
    if (this.length === this.scratch.length) {
      const wider = new Uint32Array(this.length * 2);
      wider.set(this.scratch);
      this.scratch = wider;
      this.scratchBytes = new Uint8Array(wider.buffer);
    }
    this.scratch[this.length++] = id;
  }

  /** The id of the list that was pushed since {@link begin}. */
  intern(): number {
    return this.length === 0 ? 0 : this.lists.intern(this.scratchBytes, 0, this.length * 4);
  }

  /** The lists whose ids are greater than `id`, as plain data: four bytes an id. */
  entriesAfter(id: number): DictionaryEntries {
    return this.lists.entriesAfter(id);
  }

  /** How many ids are in a list. */
  lengthOf(list: number): number {
    return list === 0 ? 0 : this.lists.lengthOf(list) / 4;
  }

  /** One of the ids in a list, which must have that many. */
  at(list: number, index: number): number {
    return this.lists.wordOf(list, index);
  }

  /** The ids in a list. */
  list(id: number): Uint32Array {
    const ids = new Uint32Array(this.lengthOf(id));
    for (let index = 0; index < ids.length; index++) {
      ids[index] = this.at(id, index);
    }
    return ids;
  }
}
