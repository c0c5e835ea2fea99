import type { ColumnPart } from './columnPart.ts';

/** Entries from here on are places of lists of numbers. */
export const listFlag = 0x8000_0000;
/** The entry of ids that stand for no value. */
export const withoutValue = 0xffff_ffff;

/** The ids of a part with the numbers of their values, so that going through rows makes no text. */
export class NumberedPart {
  readonly part: ColumnPart;
  /** By id: the number of its one value, {@link withoutValue}, or from {@link listFlag} on the place of its numbers; 0 while nobody has met it. */
  entries = new Uint32Array(256);
  /** Lists one after the other: how many numbers, and these. */
  lists = new Uint32Array(256);
  private used = 0;
  private readonly numberOf: (value: string) => number;

  /** @param numberOf The number of a value, from 1. */
  constructor(part: ColumnPart, numberOf: (value: string) => number) {
    this.part = part;
    this.numberOf = numberOf;
  }

  /** Has the numbers of the first of some ids; hands these back. */
  readonly meet = (ids: Uint32Array, count: number): Uint32Array => {
    // Ids may be given while blocks are read.
    if (this.part.size() >= this.entries.length) {
      this.entries = grown(this.entries, this.part.size() + 1);
    }
    const { entries } = this;
    for (let place = 0; place < count; place++) {
      const id = ids[place]!;
      if (entries[id] === 0) {
        entries[id] = this.entryOf(id);
      }
    }
    return ids;
  };

  /** By id, 1 where one of its values passes, else 0. */
  verdicts(passes: (number: number) => boolean): Uint8Array {
    return Uint8Array.from(this.entries, (entry) => {
      if (entry === 0 || entry === withoutValue) {
        return 0;
      }
      const numbers = entry < listFlag ? [entry] : this.listAt(entry - listFlag);
      return numbers.some(passes) ? 1 : 0;
    });
  }

  private listAt(place: number): readonly number[] {
    return [...this.lists.subarray(place + 1, place + 1 + this.lists[place]!)];
  }

  private entryOf(id: number): number {
    const numbers = new Set<number>();
    for (const value of this.part.valuesOf(id)) {
      if (value !== null) {
        numbers.add(this.numberOf(value));
      }
    }
    const [first] = numbers;
    return first === undefined ? withoutValue : numbers.size === 1 ? first : listFlag + this.addList(numbers);
  }

  private addList(numbers: ReadonlySet<number>): number {
    const place = this.used;
    this.used += numbers.size + 1;
    if (this.used > this.lists.length) {
      this.lists = grown(this.lists, this.used);
    }
    this.lists[place] = numbers.size;
    this.lists.set([...numbers], place + 1);
    return place;
  }
}

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
