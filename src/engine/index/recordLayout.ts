/** Where the strings of an array of pairs stand: offsets with their quotes, four numbers for each pair. */
export class PairPlaces {
  count = 0;
  private numbers = new Int32Array(32);

  clear(): void {
    this.count = 0;
  }

  push(typeStart: number, typeEnd: number, valueStart: number, valueEnd: number): void {
    const at = this.count * 4;
    if (at === this.numbers.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[at] = typeStart;
    this.numbers[at + 1] = typeEnd;
    this.numbers[at + 2] = valueStart;
    this.numbers[at + 3] = valueEnd;
    this.count++;
  }

  typeStart(pair: number): number {
    return this.numbers[pair * 4]!;
  }

  typeEnd(pair: number): number {
    return this.numbers[pair * 4 + 1]!;
  }

  valueStart(pair: number): number {
    return this.numbers[pair * 4 + 2]!;
  }

  valueEnd(pair: number): number {
    return this.numbers[pair * 4 + 3]!;
  }
}

/** Where the members of one record stand, by whatever way they were found. Offsets are those of the bytes at hand. */
export class RecordLayout {
  count = 0;
  /** The id of each member's key (`keys.ts`), and where the key's opening quote stands. */
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
