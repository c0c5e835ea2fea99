import { ByteDictionary } from '../../columns/byteDictionary.ts';
import { uint32Column } from '../../columns/column.ts';

/** Whose notes are looked up. */
export interface NoteOwner {
  /** By note, from the first: the id of what it says. */
  readonly contentsOfNotes: Uint32Array;
}

/**
 * Finds the notes of one source by what they say and by their keys. There may be as many of either as records, and thousands
 * of sources: all sources share one lookup, which knows the notes of the source that is being read and forgets them when the
 * next one is.
 */
export class NoteLookup {
  /** Code, pointer and arguments of all notes as JSON. */
  readonly contents: ByteDictionary;
  private owner: NoteOwner | undefined;
  /** By content and by key: the note, from 1, or 0. */
  private noteOfContent = new Uint32Array(64);
  private noteOfKey = new Uint32Array(64);
  /** Where there are notes. */
  private readonly usedContents = uint32Column();
  private readonly usedKeys = uint32Column();

  /** @param contents May be shared with other lookups. */
  constructor(seed: number, contents = new ByteDictionary(seed)) {
    this.contents = contents;
  }

  /** This lookup, with the notes of the owner. Keys become known again one by one. */
  of(owner: NoteOwner): this {
    if (this.owner !== owner) {
      this.forget();
      this.owner = owner;
      owner.contentsOfNotes.forEach((content, index) => this.setContent(content, index + 1));
    }
    return this;
  }

  /** The owner's notes are to be looked at anew. */
  forget(): void {
    clear(this.noteOfContent, this.usedContents.data.subarray(0, this.usedContents.length));
    clear(this.noteOfKey, this.usedKeys.data.subarray(0, this.usedKeys.length));
    this.usedContents.keep(0);
    this.usedKeys.keep(0);
    this.owner = undefined;
  }

  ofContent(content: number): number {
    return this.noteOfContent[content] ?? 0;
  }

  ofKey(key: number): number {
    return this.noteOfKey[key] ?? 0;
  }

  setContent(content: number, note: number): void {
    this.noteOfContent = widened(this.noteOfContent, content);
    this.noteOfContent[content] = note;
    this.usedContents.push(content);
  }

  setKey(key: number, note: number): void {
    this.noteOfKey = widened(this.noteOfKey, key);
    this.noteOfKey[key] = note;
    this.usedKeys.push(key);
  }
}

function clear(notes: Uint32Array, used: Uint32Array): void {
  used.forEach((place) => (notes[place] = 0));
}

/** The numbers with a place for an index. */
function widened(numbers: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  if (index < numbers.length) {
    return numbers;
  }
  const wider = new Uint32Array(Math.max(index + 1, numbers.length * 2));
  wider.set(numbers);
  return wider;
}
