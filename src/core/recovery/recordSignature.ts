import { documentedKeys, isDocumented } from '../formats/attestation/fields.ts';
import { pascalCaseIdentifyingKeys, sharedKeys } from '../formats/attestation/identifyingKeys.ts';
import { incomplete, invalid, Scan, scanString, skipBlanks } from '../json/jsonScanner.ts';
import { sourceText } from '../json/utf8.ts';

/** Longer keys are not compared. */
export const maxKeyLength = 256;

const nothing = new Uint8Array(0);

/** Of all keys that are looked at: nothing that it notes is asked for. */
const keyScan = new Scan();

const otherWriters: ReadonlySet<string> = new Set(pascalCaseIdentifyingKeys);

/**
 * Whether a record begins here: with a key with which only records begin (`documented`), or with a documented one that
 * objects inside of them have too (`shared`), or with one of the keys with which records of this log do (`alike`).
 */
export type RecordSignature = 'none' | 'alike' | 'shared' | 'documented' | 'unknown';

export function signatureAt(
  bytes: Uint8Array,
  brace: number,
  length: number,
  openings: readonly Uint8Array[],
  final: boolean,
): RecordSignature {
  if (bytes[brace] !== 0x7b) {
    return 'none';
  }
  const key = skipBlanks(bytes, brace + 1, length);
  const limit = Math.min(length, key + maxKeyLength);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, limit, keyScan) : key < length ? invalid : incomplete;
  if (end < 0) {
    return end === incomplete && limit === length && !final ? 'unknown' : 'none';
  }
  const name = mayBeKnown(bytes, key + 1, end - 1) ? sourceText(bytes, key + 1, end - 1) : '';
  if (isDocumented(name) || otherWriters.has(name)) {
    return sharedKeys.has(name) ? 'shared' : 'documented';
  }
  const isAlike = openings.some((opening) => opening.length === end - key && startsWith(bytes, key, opening));
  return isAlike ? 'alike' : 'none';
}

const knownKeys = [...documentedKeys, ...otherWriters];
const maxKnownLength = Math.max(...knownKeys.map(({ length }) => length));
const firstLetters: ReadonlySet<number> = new Set(knownKeys.map((key) => key.charCodeAt(0)));

/** Most keys are ruled out by a look at them, and need not be made text. */
function mayBeKnown(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= maxKnownLength && end - start > 1 && firstLetters.has(bytes[start]!);
}

/** The first key of the object at `start`, with its quotes; empty if none can be read. */
export function firstKey(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (bytes[start] !== 0x7b) {
    return nothing;
  }
  const key = skipBlanks(bytes, start + 1, length);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, Math.min(length, key + maxKeyLength), keyScan) : -1;
  return end > 0 ? bytes.subarray(key, end) : nothing;
}

/** With what a record may begin: with the key of the one at `start`, or with that of another of this log. */
export function openingsOf(bytes: Uint8Array, start: number, length: number, opening: Uint8Array): readonly Uint8Array[] {
  return [firstKey(bytes, start, length), opening].filter((key) => key.length > 0);
}

/**
 * Index of the line break before the first line after `start` that begins just as records of this log do: with the
 * indentation of the record at `start`, a brace and a first key that is alike. -1 if there is none before `reached`, or the
 * record does not begin its line.
 */
export function boundaryAfter(
  bytes: Uint8Array,
  start: number,
  length: number,
  reached: number,
  indentation: number,
  opening: Uint8Array,
): number {
  const openings = openingsOf(bytes, start, length, opening);
  if (indentation === -1) {
    return -1;
  }
  // Byte by byte: a search for each kind of line break could run through the whole file for one that it does not have.
  for (let end = start; end < reached; end++) {
    if (bytes[end] !== 0x0a && bytes[end] !== 0x0d) {
      continue;
    }
    const next = end + 1 + indentation;
    if (skipBlanks(bytes, end + 1, Math.min(next, reached)) === next && signatureAt(bytes, next, length, openings, true) !== 'none') {
      return end;
    }
  }
  return -1;
}

/** Whether these bytes are at the index; what lies beyond the end is undefined, and no byte is. */
export function startsWith(bytes: Uint8Array, index: number, wanted: Uint8Array): boolean {
  for (let place = 0; place < wanted.length; place++) {
    if (bytes[index + place] !== wanted[place]) {
      return false;
    }
  }
  return true;
}
