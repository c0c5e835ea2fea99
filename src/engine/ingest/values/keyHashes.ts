/** As many keys are compared with each other; more are sorted first. */
const maxCompared = 12;

/** The keys of open objects, each within the next, by their hashes: it is enough to know that certainly no two of an object are equal. */
export class KeyHashes {
  /** How many there are, those of outer objects included. */
  count = 0;
  private hashes = new Int32Array(64);

  add(hash: number): void {
    if (this.count === this.hashes.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.hashes);
      this.hashes = wider;
    }
    this.hashes[this.count++] = hash;
  }

  /** Forgets all but the first ones. */
  keep(count: number): void {
    this.count = count;
  }

  /** Whether two from one on may be equal; forgets them. */
  areEqual(first: number): boolean {
    const { hashes, count } = this;
    this.count = first;
    if (count - first > maxCompared) {
      hashes.subarray(first, count).sort();
      for (let index = first + 1; index < count; index++) {
        if (hashes[index] === hashes[index - 1]) {
          return true;
        }
      }
      return false;
    }
    for (let index = first + 1; index < count; index++) {
      for (let other = first; other < index; other++) {
        if (hashes[index] === hashes[other]) {
          return true;
        }
      }
    }
    return false;
  }
}
