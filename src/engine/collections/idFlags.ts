/** Marks for ids that count from 0, in an array that grows with them. */
export class IdFlags {
  private flags = new Uint8Array(256);

  has(id: number): boolean {
    return this.flags[id] === 1;
  }

  /** Whether all ids from one place of an array up to another are marked. */
  hasAll(ids: Uint32Array, from: number, to: number): boolean {
    const { flags } = this;
    for (let place = from; place < to; place++) {
      if (flags[ids[place]!] !== 1) {
        return false;
      }
    }
    return true;
  }

  /** Marks an id. */
  add(id: number): void {
    if (id >= this.flags.length) {
      const wider = new Uint8Array(Math.max(id + 1, this.flags.length * 2));
      wider.set(this.flags);
      this.flags = wider;
    }
    this.flags[id] = 1;
  }
}
