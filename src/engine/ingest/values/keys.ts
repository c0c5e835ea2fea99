import { documentedKeys } from '../../../core/formats/attestation/fields.ts';
import { keyOf } from '../../../core/formats/attestation/roleKeys.ts';
import { decodeText } from '../../../core/json/utf8.ts';
import { ByteDictionary } from '../../columns/byteDictionary.ts';
import { internEscaped } from './values.ts';

/** Keys with a number of their own: those that are documented, and the one that is not documented and yet counts. */
export const numberedKeys: readonly string[] = [...documentedKeys, keyOf.signature];

/** Numbers of the keys that have a role: their place in {@link numberedKeys}, from 1. */
export const keyNumbers = Object.fromEntries(Object.entries(keyOf).map(([role, key]) => [role, numberedKeys.indexOf(key) + 1])) as Readonly<
  Record<keyof typeof keyOf, number>
>;

/** Whether a key's number is that of a documented key. */
export function isDocumentedKey(key: number): boolean {
  return key <= documentedKeys.length;
}

/** Keys whose text is looked up in a dictionary. */
const internedKeys: ReadonlySet<number> = new Set([
  keyNumbers.operation,
  keyNumbers.result,
  keyNumbers.description,
  keyNumbers.address,
  keyNumbers.displayName,
  keyNumbers.epoch,
  keyNumbers.serviceRole,
  keyNumbers.serviceRoleInstance,
]);

/** Whether the text under a key is looked up by its hash. */
export function isInterned(key: number): boolean {
  return internedKeys.has(key);
}

/**
 * Recognises keys by their bytes. Records of one writer list their keys in one order, so the key that was at the same
 * place of the record before is tried first: one comparison, no hash.
 */
export class Keys {
  private readonly dictionary: ByteDictionary;
  /** Id and bytes of the key that was last seen at each place of a record. */
  private readonly lastIds: number[] = [];
  private readonly lastBytes: Uint8Array[] = [];

  constructor(seed: number) {
    this.dictionary = new ByteDictionary(seed);
    for (const key of numberedKeys) {
      this.dictionary.internText(key);
    }
  }

  /** The id of the key whose opening quote is at `start`, as the member number `place` of its record. */
  idAt(bytes: Uint8Array, start: number, escaped: boolean, place: number): number {
    const last = this.lastBytes[place];
    if (last !== undefined && bytes[start + 1 + last.length] === 0x22 && isAt(bytes, start + 1, last)) {
      return this.lastIds[place]!;
    }
    let end = start + 1;
    while (bytes[end] !== 0x22) {
      end += bytes[end] === 0x5c ? 2 : 1;
    }
    if (escaped) {
      return internEscaped(this.dictionary, bytes, start + 1, end);
    }
    const id = this.dictionary.intern(bytes, start + 1, end);
    if (place < 256) {
      this.lastIds[place] = id;
      this.lastBytes[place] = new Uint8Array(bytes.subarray(start + 1, end));
    }
    return id;
  }

  /** The id of the key whose content is from `start` up to `end`, without escapes, and has this hash with the seed. */
  idHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    return this.dictionary.internHashed(bytes, start, end, hash);
  }

  /** The id of a key, known or new. */
  idOf(key: string): number {
    return this.dictionary.internText(key);
  }

  /** Made anew each time: there may be as many keys as records. */
  text(id: number): string {
    return decodeText(this.dictionary.bytesOf(id));
  }
}

function isAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[start + index] !== wanted[index]) {
      return false;
    }
  }
  return true;
}
