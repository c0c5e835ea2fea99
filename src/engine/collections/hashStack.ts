/** Hashes of 64 bits that wait, the last ones to be taken first. Those of an object are its keys and values in turn. */
export class HashStack {
  /** How many hashes there are. */
  length = 0;
  private words = new Int32Array(1024);
  /** Members in the order in which they were pushed, while they are put in order. */
  private unsorted = new Int32Array(0);
  private order = new Float64Array(64);

  push(low: number, high: number): void {
    const at = this.length * 2;
    if (at === this.words.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.words);
      this.words = wider;
    }
    this.words[at] = low;
    this.words[at + 1] = high;
    this.length++;
  }

  /** Forgets all but the first ones. */
  keep(length: number): void {
    this.length = length;
  }

  /** The hashes from one on as bytes, until the next push. */
  bytesFrom(begin: number): Uint8Array {
    return new Uint8Array(this.words.buffer, begin * 8, (this.length - begin) * 8);
  }

  /** Puts the members of an object, which are all hashes from one on, in the order of their keys; the last of equal keys stays. */
  sortMembers(begin: number): void {
    const count = Math.floor((this.length - begin) / 2);
    if (count < 2) {
      return;
    }
    this.unsorted = this.words.slice(begin * 2, (begin + count * 2) * 2);
    this.length = begin;
    const order = this.orderOf(count);
    for (let place = 0; place < count; place++) {
      const member = order[place]! % memberUnit;
      if (place + 1 === count || this.compareKeys(member, order[place + 1]! % memberUnit) !== 0) {
        const at = member * 4;
        this.push(this.unsorted[at]!, this.unsorted[at + 1]!);
        this.push(this.unsorted[at + 2]!, this.unsorted[at + 3]!);
      }
    }
  }

  /**
   * Numbers of the members by their keys; of members with one key the last is last. Each number has the upper bits of
   * its key before it, so that they are sorted as numbers; what is equal in these is put in order by insertion, and is
   * mostly one key that occurs several times.
   */
  private orderOf(count: number): Float64Array {
    if (this.order.length < count) {
      this.order = new Float64Array(count * 2);
    }
    const order = this.order.subarray(0, count);
    for (let member = 0; member < count; member++) {
      order[member] = (this.unsorted[member * 4]! >>> 4) * memberUnit + member;
    }
    order.sort();
    for (let from = 1; from < count; from++) {
      const item = order[from]!;
      let place = from;
      while (place > 0 && this.compareKeys(order[place - 1]! % memberUnit, item % memberUnit) > 0) {
        order[place] = order[place - 1]!;
        place--;
      }
      order[place] = item;
    }
    return order;
  }

  private compareKeys(left: number, right: number): number {
    const { unsorted } = this;
    const high = (unsorted[left * 4]! >>> 0) - (unsorted[right * 4]! >>> 0);
    return high === 0 ? unsorted[left * 4 + 1]! - unsorted[right * 4 + 1]! : high;
  }
}

/** More members than a record can have; times 28 bits of a key it is still an exact integer. */
const memberUnit = 2 ** 25;
