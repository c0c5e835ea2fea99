import { documentedKeys } from '../../../core/formats/attestation/fields.ts';
import { isOwnKey } from '../../../core/formats/attestation/identifyingKeys.ts';

/**
 * Remembers which shapes of records are clean: that no finding of a record with this shape comes from anything but its
 * values. A shape is which documented keys a record has, and the kinds of their values: of another key no rule says
 * anything but what follows from its value, so that records with keys of their own have the shape of all others.
 *
 * No rule asks for the order of keys, and none for two of them together: what is said of a shape is said of a key with a
 * value of this kind, or of a key that is not there. So a shape is clean if each of its keys was with such a value in a
 * record of a clean shape, and each key that it lacks was lacking in one. The specification has to judge no more records
 * than there are keys with kinds, in whatever orders and selections keys are.
 */
export class Shapes {
  /** By member: 1 if it was in a clean shape. */
  private readonly clean = new Uint8Array(keyCount * kindCount);
  /** By key: 1 if it was lacking in a clean shape. */
  private readonly mayLack = new Uint8Array(keyCount);
  /** The record at hand: its members, each a key with the kind of its value, and by key whether it is there. */
  private readonly members = new Uint16Array(keyCount);
  private readonly has = new Uint8Array(keyCount);
  private count = 0;
  private isKnown = true;
  /** The record has a key that only records of Attestation have. */
  hasOwnKey = false;

  /** Begins a new record. */
  begin(): void {
    this.count = 0;
    this.has.fill(0);
    this.isKnown = true;
    this.hasOwnKey = false;
  }

  /** Adds a member: its key's id and the kind of its value. Of a key that appears twice, nothing is known. */
  add(key: number, kind: number): void {
    if (key > documentedKeys.length) {
      return;
    }
    this.hasOwnKey ||= ownKeys[key] === 1;
    const member = key * kindCount + kind;
    this.isKnown &&= this.clean[member] === 1 && this.has[key] === 0;
    if (this.has[key] === 0) {
      this.has[key] = 1;
      this.members[this.count++] = member;
    }
  }

  /** Whether a key with a value of this kind is known to be in clean shapes; a key that nothing documents always is. */
  isCleanMember(key: number, kind: number): boolean {
    return key > documentedKeys.length || this.clean[key * kindCount + kind] === 1;
  }

  isClean(): boolean {
    return this.isKnown && this.mayLackOthers();
  }

  /** The record at hand, in which no key appears twice, has a clean shape. */
  setClean(): void {
    for (let index = 0; index < this.count; index++) {
      this.clean[this.members[index]!] = 1;
    }
    for (let key = 1; key < keyCount; key++) {
      this.mayLack[key] ||= 1 - this.has[key]!;
    }
  }

  private mayLackOthers(): boolean {
    for (let key = 1; key < keyCount; key++) {
      if (this.has[key] === 0 && this.mayLack[key] === 0) {
        return false;
      }
    }
    return true;
  }
}

/** Keys count from 1, kinds as {@link kindOf} has them. */
const keyCount = documentedKeys.length + 1;
const kindCount = 16;
/** By key: 1 if only records of Attestation have it. */
const ownKeys = Uint8Array.from([0, ...documentedKeys.map((key) => (isOwnKey(key) ? 1 : 0))]);

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
