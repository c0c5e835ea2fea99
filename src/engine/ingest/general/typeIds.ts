import type { ByteDictionary } from '../../columns/byteDictionary.ts';

/** Types that records name themselves may be as many as records: no more than these are remembered. */
const maxKnown = 256;

/** The ids of the texts that formats give, looked up once. */
export class TypeIds {
  private readonly dictionary: ByteDictionary;
  private readonly known = new Map<string, number>();

  constructor(dictionary: ByteDictionary) {
    this.dictionary = dictionary;
  }

  idOf(type: string): number {
    const known = this.known.get(type);
    if (known !== undefined) {
      return known;
    }
    const id = this.dictionary.internText(type);
    if (this.known.size < maxKnown) {
      this.known.set(type, id);
    }
    return id;
  }
}
