import type { Writing } from './values.ts';

/** Where the strings of an array of pairs are: offsets with their quotes, and hashes; eight numbers for each pair. */
export class PairPlaces {
  count = 0;
  /** Some of the strings may hold escapes. */
  hasEscapes = false;
  /** If none does, the hashes of the strings are known. */
  isHashed = false;
  /** They are here already, when the member's value is read. */
  isRead = false;
  private numbers = new Int32Array(64);

  clear(): void {
    this.count = 0;
    this.hasEscapes = false;
    this.isHashed = false;
    this.isRead = false;
  }

  get writing(): Writing {
    return this.hasEscapes ? 'escaped' : this.isHashed ? 'hashed' : 'plain';
  }

  push(typeStart: number, typeEnd: number, valueStart: number, valueEnd: number, typeHash = 0, valueHash = 0): void {
    const at = this.count * 8;
    if (at === this.numbers.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[at] = typeStart;
    this.numbers[at + 1] = typeEnd;
    this.numbers[at + 2] = valueStart;
    this.numbers[at + 3] = valueEnd;
    this.numbers[at + 4] = typeHash;
    this.numbers[at + 5] = valueHash;
    this.count++;
  }

  typeStart(pair: number): number {
    return this.numbers[pair * 8]!;
  }

  typeEnd(pair: number): number {
    return this.numbers[pair * 8 + 1]!;
  }

  valueStart(pair: number): number {
    return this.numbers[pair * 8 + 2]!;
  }

  valueEnd(pair: number): number {
    return this.numbers[pair * 8 + 3]!;
  }

  typeHash(pair: number): number {
    return this.numbers[pair * 8 + 4]!;
  }

  valueHash(pair: number): number {
    return this.numbers[pair * 8 + 5]!;
  }

  /** Takes over the places of others, which are those of the member whose value is read next. */
  copy(from: PairPlaces): void {
    this.count = from.count;
    this.hasEscapes = from.hasEscapes;
    this.isHashed = from.isHashed;
    this.isRead = true;
    if (this.numbers.length < from.numbers.length) {
      this.numbers = new Int32Array(from.numbers.length);
    }
    for (let index = from.count * 8 - 1; index >= 0; index--) {
      this.numbers[index] = from.numbers[index]!;
    }
  }
}

/** Where the members of one record are, by whatever way they were found. Offsets are those of the bytes at hand. */
export class RecordLayout {
  count = 0;
  /** The id of each member's key (`keys.ts`), and where the key's opening quote is. */
  keys = new Int32Array(64);
  keyStart = new Int32Array(64);
  valueStart = new Int32Array(64);
  valueEnd = new Int32Array(64);
  /** The pairs of callerIdentities and of targetResources, where these have the regular form. */
  readonly callers = new PairPlaces();
  readonly targets = new PairPlaces();

  clear(): void {
    this.count = 0;
    this.callers.clear();
    this.targets.clear();
  }

  push(key: number, keyStart: number, valueStart: number, valueEnd: number): void {
    const index = this.count++;
    if (index === this.keys.length) {
      this.grow(index * 2);
    }
    this.keys[index] = key;
    this.keyStart[index] = keyStart;
    this.valueStart[index] = valueStart;
    this.valueEnd[index] = valueEnd;
  }

  private grow(length: number): void {
    for (const name of ['keys', 'keyStart', 'valueStart', 'valueEnd'] as const) {
      const wider = new Int32Array(length);
      wider.set(this[name]);
      this[name] = wider;
    }
  }
}
