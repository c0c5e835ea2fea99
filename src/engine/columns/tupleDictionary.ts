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

  /** The ids in a list. */
  list(id: number): Uint32Array {
    return id === 0 ? new Uint32Array(0) : new Uint32Array(this.lists.bytesOf(id).slice().buffer);
  }
}
