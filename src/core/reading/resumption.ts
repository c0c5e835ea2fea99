import { isDocumented } from '../record/fields.ts';
import { isBlank, Scan, scanString, skipBlanks } from './jsonScanner.ts';
import { sourceText } from './utf8.ts';

/**
 * Where to go on behind a stretch that cannot be read.
 *
 * JSON has no marks to resynchronise on, so the place is found by what records look like: they begin on a line of their
 * own with the same indentation, or with the same first key as the record before, or right behind the bracket that
 * closes the broken one. A line that begins exactly as the broken record began is taken wherever it stands; weaker signs
 * count only behind the byte at which strict reading failed, so that reading always moves forward.
 */
export interface BrokenRecord {
  /** Index of its first byte. */
  readonly start: number;
  /** Index of the byte at which strict reading failed. */
  readonly failure: number;
  /** Blanks before it on its line, or -1 if something else stands there. */
  readonly indentation: number;
  /** Whether the records of this log stand on one line each. */
  readonly oneLine: boolean;
  readonly inArray: boolean;
  /** The first key, with its quotes, of records of this log; empty when none has been read. */
  readonly opening: Uint8Array;
}

/**
 * Returns the index at which to go on, `length` at the latest, or -1 if more bytes are needed to say (never when `final`).
 *
 * Only the kind of bracket with which the broken record begins is counted, so that a bracket of the other kind that is
 * missing or too many does not end it early.
 */
export function findResumption(bytes: Uint8Array, length: number, broken: BrokenRecord, final: boolean): number {
  const { start, failure, indentation, inArray } = broken;
  const openings = openingsOf(bytes, length, broken);
  const opener = bytes[start] === 0x5b ? 0x5b : 0x7b;
  const closer = opener + 2;
  // What begins with no bracket may be a record whose brace is gone.
  let depth = bytes[start] === opener ? 0 : 1;
  let lists = 0;
  let inString = false;
  for (let position = start; position < length; position++) {
    const byte = bytes[position]!;
    if (byte === 0x0a || byte === 0x0d) {
      inString = false;
      const next = skipBlanks(bytes, position, length);
      if (next === length) {
        return final ? length : -1;
      }
      const alike = startsAlike(bytes, next, length, openings, final);
      if (alike === undefined) {
        return -1;
      }
      const indented = next - lineStart(bytes, next);
      if (alike && indented === indentation) {
        return next;
      }
      if (next > failure || position >= failure) {
        const begins = bytes[next] === 0x7b && (alike || indented === indentation);
        const closes = bytes[next] === 0x5d && inArray && indented < Math.max(indentation, 1);
        if (begins || closes || broken.oneLine || bytes[next] === 0x1e) {
          return next;
        }
      }
      position = next - 1;
      continue;
    }
    if (byte === 0x7b && position > start && mayBegin(bytes, position, failure) && !isNested(bytes, position, start)) {
      const alike = startsAlike(bytes, position, length, openings, final);
      if (alike !== false) {
        return alike === true ? position : -1;
      }
    }
    if (byte === 0x5c && inString) {
      position++;
    } else if (byte === 0x22) {
      inString = !inString;
    } else if (!inString) {
      lists += byte === 0x5b ? 1 : byte === 0x5d ? -1 : 0;
      depth += byte === opener ? 1 : byte === closer ? -1 : 0;
      if (position >= failure && byte === closer && depth <= 0) {
        const ends = endsItem(bytes, position + 1, length, inArray, final);
        if (ends !== false) {
          return ends === true ? position + 1 : -1;
        }
      } else if (position >= failure && bytes[start] !== opener && inArray && depth === 1) {
        if (byte === 0x5d && lists < 0) {
          return position;
        }
        const next = byte === 0x2c && lists <= 0 ? skipBlanks(bytes, position + 1, length) : -1;
        if (next === length && !final) {
          return -1;
        }
        if (bytes[next] === 0x7b) {
          return position + 1;
        }
      }
    }
  }
  return final ? length : -1;
}

/** With what a record may begin: with the key of the broken one, or with that of another of this log. */
function openingsOf(bytes: Uint8Array, length: number, { start, opening }: BrokenRecord): readonly Uint8Array[] {
  return [firstKey(bytes, start, length), opening].filter((key) => key.length > 0);
}

/**
 * Index of the line break before the first line behind `start` that begins just as records of this log do: with the
 * indentation of the record at `start`, a brace and a first key that is alike. -1 if there is none before `reached`, or the
 * record does not begin its line.
 */
export function boundaryBehind(
  bytes: Uint8Array,
  start: number,
  length: number,
  reached: number,
  indentation: number,
  opening: Uint8Array,
): number {
  const openings = [firstKey(bytes, start, length), opening].filter((key) => key.length > 0);
  if (indentation === -1 || openings.length === 0) {
    return -1;
  }
  const line = bytes.subarray(0, reached);
  let feed = line.indexOf(0x0a, start);
  let carriage = line.indexOf(0x0d, start);
  while (feed !== -1 || carriage !== -1) {
    const end = feed === -1 ? carriage : carriage === -1 ? feed : Math.min(feed, carriage);
    const next = end + 1 + indentation;
    if (skipBlanks(bytes, end + 1, Math.min(next, reached)) === next && startsAlike(bytes, next, length, openings, true) === true) {
      return end;
    }
    if (end === feed) {
      feed = line.indexOf(0x0a, feed + 1);
    } else {
      carriage = line.indexOf(0x0d, carriage + 1);
    }
  }
  return -1;
}

/** The first key of the object at `start`, with its quotes; empty if none can be read. */
export function firstKey(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (bytes[start] !== 0x7b) {
    return nothing;
  }
  const key = skipBlanks(bytes, start + 1, length);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, Math.min(length, key + 256), new Scan()) : -1;
  return end > 0 ? bytes.subarray(key, end) : nothing;
}

const nothing = new Uint8Array(0);

/** Whether a record begins here with one of these keys; undefined if the bytes at hand do not say. */
function startsAlike(
  bytes: Uint8Array,
  brace: number,
  length: number,
  openings: readonly Uint8Array[],
  final: boolean,
): boolean | undefined {
  if (bytes[brace] !== 0x7b || openings.length === 0) {
    return false;
  }
  const key = skipBlanks(bytes, brace + 1, length);
  let cut = false;
  for (const opening of openings) {
    let index = 0;
    while (index < opening.length && key + index < length && bytes[key + index] === opening[index]) {
      index++;
    }
    if (index === opening.length) {
      return true;
    }
    cut ||= key + index === length;
  }
  return cut && !final ? undefined : false;
}

/**
 * Whether a brace stands behind the failure, or its first key is where reading failed: a string that was never closed
 * ends at the quote of that key.
 */
function mayBegin(bytes: Uint8Array, brace: number, failure: number): boolean {
  return brace >= failure || skipBlanks(bytes, brace + 1, failure) + 1 === failure;
}

/** Whether a brace begins the value of a member or the first item of a list, by what stands before it. */
function isNested(bytes: Uint8Array, brace: number, start: number): boolean {
  let position = brace - 1;
  while (position > start && isBlank(bytes[position]!)) {
    position--;
  }
  return bytes[position] === 0x3a || bytes[position] === 0x5b;
}

/**
 * Whether the broken record may end here, by what follows: another item, the end of the array, the end of the line. A
 * further member shows that the record goes on. Undefined if what follows is not at hand.
 */
function endsItem(bytes: Uint8Array, from: number, length: number, inArray: boolean, final: boolean): boolean | undefined {
  const next = skipBlanks(bytes, from, length);
  if (next === length) {
    return final ? true : undefined;
  }
  const byte = bytes[next]!;
  if (byte === 0x7b || byte === 0x1e || byte === 0) {
    return true;
  }
  if (byte === 0x5d && inArray) {
    const behind = skipBlanks(bytes, next + 1, length);
    return behind === length && !final ? undefined : bytes[behind] !== 0x2c || !isMember(bytes, behind, length);
  }
  if (byte === 0x2c) {
    const item = skipBlanks(bytes, next + 1, length);
    return item === length && !final ? undefined : bytes[item] !== 0x22;
  }
  return byte !== 0x22 && byte !== 0x7d && byte !== 0x5d && lineStart(bytes, next) >= from;
}

/** Whether a comma is followed by a member that only a record has. */
function isMember(bytes: Uint8Array, comma: number, length: number): boolean {
  const key = skipBlanks(bytes, comma + 1, length);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, length, new Scan()) : -1;
  return end > 0 && isDocumented(sourceText(bytes, key + 1, end - 1));
}

function lineStart(bytes: Uint8Array, index: number): number {
  let position = index;
  while (position > 0 && bytes[position - 1] !== 0x0a && bytes[position - 1] !== 0x0d) {
    position--;
  }
  return position;
}
