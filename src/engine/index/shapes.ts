import { documentedKeys } from '../../core/record/fields.ts';

/**
 * Remembers which shapes of records are clean: that no finding of a record with this shape comes from anything but its
 * values. A shape is the sequence of the documented keys and of the kinds of their values: of another key no rule says
 * anything but what follows from its value, so that records with keys of their own have the shape of all others.
 *
 * Shapes are told apart by 53 bits of hash. They are seeded at random, so a file cannot be made to pass off a wrong shape
 * as a clean one.
 */
export class Shapes {
  private readonly clean = new Set<number>();
  private readonly seed: number;
  private high = 0;
  private low = 0;
  private hasDocumented = false;
  private hasUndocumented = false;

  constructor() {
    this.seed = Math.floor(Math.random() * 0x1_0000_0000);
  }

  /** Begins a new record. */
  begin(): void {
    this.high = this.seed | 0;
    this.low = ~this.seed;
    this.hasDocumented = false;
    this.hasUndocumented = false;
  }

  /** The record has keys, and none of them is documented: no rule applies to its shape. */
  get isUnknownFormat(): boolean {
    return this.hasUndocumented && !this.hasDocumented;
  }

  /** Adds a member: its key's id and the kind of its value. */
  add(key: number, kind: number): void {
    if (key > documentedKeys.length) {
      this.hasUndocumented = true;
      return;
    }
    this.hasDocumented = true;
    const mixed = Math.imul(key, 16) + kind;
    this.high = Math.imul(this.high ^ mixed, 0x01000193) ^ (this.low >>> 7);
    this.low = Math.imul(this.low + mixed, 0x85ebca6b) ^ (this.high >>> 13);
  }

  isClean(): boolean {
    return this.isUnknownFormat || this.clean.has(this.hash());
  }

  setClean(): void {
    if (this.clean.size === mostKnown) {
      this.clean.clear();
    }
    this.clean.add(this.hash());
  }

  private hash(): number {
    return (this.high >>> 0) * 0x20_0000 + (this.low & 0x1f_ffff);
  }
}

/** Where each record has an order of its own, nothing is gained by remembering their shapes. */
const mostKnown = 0x1_0000;

/** The kind of a value: its type, and of strings and arrays whether they are empty. */
export function kindOf(bytes: Uint8Array, start: number, end: number): number {
  switch (bytes[start]) {
    case 0x22:
      return end - start === 2 ? 1 : 2;
    case 0x7b:
      return 3;
    case 0x5b:
      return end - start === 2 ? 4 : 5;
    case 0x6e:
      return 6;
    case 0x74:
    case 0x66:
      return 7;
    default:
      return 8;
  }
}
