import type { FindingCode } from '../../core/finding/codes.ts';
import { ByteDictionary } from '../columns/byteDictionary.ts';
import type { NewWords } from './findingRows.ts';

/** So many pointers, and so many arguments, are found without a look at their bytes. */
const maxKnown = 4096;

/** Numbers what findings say and point at. Most say what others have said, in the very same words. */
export class FindingWords {
  readonly pointers: ByteDictionary;
  /** Codes with their arguments, as JSON. */
  readonly sayings: ByteDictionary;
  private readonly knownPointers = new Map<string, number>();
  /** By the array of arguments: what is remembered of a value is reported with the same one each time. */
  private knownSayings = new WeakMap<readonly string[], { readonly code: FindingCode; readonly id: number }>();
  private knownCount = 0;
  private takenPointers = 0;
  private takenSayings = 0;

  constructor(seed: number) {
    this.pointers = new ByteDictionary(seed);
    this.sayings = new ByteDictionary(seed);
  }

  /** What has become known since the last call. */
  takeNew(): NewWords {
    const { pointers, sayings } = this;
    const taken = { pointers: pointers.entriesAfter(this.takenPointers), sayings: sayings.entriesAfter(this.takenSayings) };
    this.takenPointers = pointers.size;
    this.takenSayings = sayings.size;
    return taken;
  }

  pointer(text: string): number {
    let id = this.knownPointers.get(text);
    if (id === undefined) {
      id = this.pointers.internText(text);
      if (this.knownPointers.size === maxKnown) {
        this.knownPointers.clear();
      }
      this.knownPointers.set(text, id);
    }
    return id;
  }

  saying(code: FindingCode, args: readonly string[]): number {
    const known = this.knownSayings.get(args);
    if (known?.code === code) {
      return known.id;
    }
    const id = this.sayings.internText(JSON.stringify([code, ...args]));
    // Of what is reported once, a million arguments would burden the garbage collector for nothing.
    if (++this.knownCount === maxKnown) {
      this.knownSayings = new WeakMap();
      this.knownCount = 0;
    }
    this.knownSayings.set(args, { code, id });
    return id;
  }
}
