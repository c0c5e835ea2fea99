import { IdFlags } from '../collections/idFlags.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';

interface Spelling {
  /** How it was spelled first. */
  readonly text: string;
  /** The first id with any of its spellings; 0 while only texts without an id have been noted. */
  id: number;
}

/**
 * How names that are compared without regard to case are spelled first, in the order in which they are noted.
 *
 * Columns keep each spelling under an id of its own, as filters may ask for it. What counts names takes the first id of equal
 * ones instead. A name in lower case is kept nowhere until it is spelled in another way, so that a million of them cost nothing.
 */
export class Spellings {
  /** By further ids of a name its first one. */
  readonly firstIds = new Map<number, number>();
  /** A name was spelled in several ways. */
  isVaried = false;
  /** Ids that have been noted. */
  readonly noted = new IdFlags();
  /** By the name in lower case. */
  private readonly spellings = new Map<string, Spelling>();
  private readonly dictionary: ByteDictionary;

  constructor(dictionary: ByteDictionary) {
    this.dictionary = dictionary;
    // No value, which has no spelling.
    this.noted.add(0);
  }

  /** Notes an id of the dictionary. */
  note(id: number): void {
    if (this.noted.has(id)) {
      return;
    }
    const { dictionary, spellings } = this;
    if (!dictionary.isLowerCase(id) || (spellings.size > 0 && spellings.has(dictionary.text(id)))) {
      const spelling = this.spellingOf(dictionary.text(id));
      if (spelling.id === 0) {
        spelling.id = id;
      } else {
        this.firstIds.set(id, spelling.id);
      }
    }
    this.noted.add(id);
  }

  /** Notes a name that is in no column of its own. */
  noteText(text: string): void {
    this.spellingOf(text);
  }

  /** How a name was spelled first; one that was not noted is as it is. */
  first(text: string): string {
    return this.isVaried ? (this.spellings.get(text.toLowerCase())?.text ?? text) : text;
  }

  private spellingOf(text: string): Spelling {
    const folded = text.toLowerCase();
    let spelling = this.spellings.get(folded);
    if (spelling === undefined) {
      const lower = this.dictionary.idOf(folded);
      spelling = lower !== 0 && this.noted.has(lower) ? { text: folded, id: lower } : { text, id: 0 };
      this.spellings.set(folded, spelling);
    }
    this.isVaried ||= spelling.text !== text;
    return spelling;
  }
}
