import { isBlank, Scan, scanString, skipBlanks } from './jsonScanner.ts';

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

/** Returns the index at which to go on, `length` at the latest, or -1 if more bytes are needed to say (never when `final`). */
export function findResumption(bytes: Uint8Array, length: number, broken: BrokenRecord, final: boolean): number {
  const { start, failure, indentation } = broken;
  const own = firstKey(bytes, start, length);
  const opening = own.length > 0 ? own : broken.opening;
  let depth = 0;
  let inString = false;
  for (let position = start; position < length; position++) {
    const byte = bytes[position]!;
    if (byte === 0x0a || byte === 0x0d) {
      inString = false;
      const next = skipBlanks(bytes, position, length);
      if (next + opening.length + 16 > length && !final) {
        return -1;
      }
      if (next === length) {
        return length;
      }
      const indented = next - lineStart(bytes, next);
      const alike = bytes[next] === 0x7b && startsRecord(bytes, next, length, opening);
      if (alike && indented === indentation) {
        return next;
      }
      if (next > failure || position >= failure) {
        const begins = bytes[next] === 0x7b && (alike || indented === indentation);
        const closes = bytes[next] === 0x5d && broken.inArray && indented < Math.max(indentation, 1);
        if (begins || closes || broken.oneLine || bytes[next] === 0x1e) {
          return next;
        }
      }
      position = next - 1;
    } else if (byte === 0x5c && inString) {
      position++;
    } else if (
      byte === 0x7b &&
      position > start &&
      mayBegin(bytes, position, failure) &&
      startsRecord(bytes, position, length, opening) &&
      behindRecord(bytes, position, start)
    ) {
      return position;
    } else if (byte === 0x22) {
      inString = !inString;
    } else if (inString) {
      continue;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--;
      if (depth <= 0 && position >= failure) {
        const ends = endsItem(bytes, position + 1, length, broken.inArray, final);
        if (ends !== false) {
          return ends === true ? position + 1 : -1;
        }
      }
    }
  }
  return final ? length : -1;
}

/**
 * Index of the line break before the first line behind `start` that begins just as the record at `start` does: with the
 * same indentation, a brace and the same key. -1 if there is none at hand, or the record does not begin its line.
 */
export function boundaryBehind(bytes: Uint8Array, start: number, length: number, indentation: number): number {
  const opening = indentation === -1 ? nothing : firstKey(bytes, start, length);
  if (opening.length === 0) {
    return -1;
  }
  const whole = bytes.subarray(0, length);
  for (let feed = whole.indexOf(0x0a, start); feed !== -1; feed = whole.indexOf(0x0a, feed + 1)) {
    const next = feed + 1 + indentation;
    if (bytes[next] === 0x7b && skipBlanks(bytes, feed + 1, next) === next && startsRecord(bytes, next, length, opening)) {
      return feed;
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

function startsRecord(bytes: Uint8Array, brace: number, length: number, opening: Uint8Array): boolean {
  const key = skipBlanks(bytes, brace + 1, length);
  if (opening.length === 0 || key + opening.length > length) {
    return false;
  }
  for (let index = 0; index < opening.length; index++) {
    if (bytes[key + index] !== opening[index]) {
      return false;
    }
  }
  return true;
}

/**
 * Whether a brace stands behind the failure, or its first key is where reading failed: a string that was never closed
 * ends at the quote of that key.
 */
function mayBegin(bytes: Uint8Array, brace: number, failure: number): boolean {
  return brace >= failure || skipBlanks(bytes, brace + 1, failure) + 1 === failure;
}

/** Whether what stands before a brace may be the end of a record or a separator. */
function behindRecord(bytes: Uint8Array, brace: number, start: number): boolean {
  let position = brace - 1;
  while (position > start && isBlank(bytes[position]!)) {
    position--;
  }
  return bytes[position] === 0x2c || bytes[position] === 0x7d || bytes[position] === 0x1e;
}

/** Whether an item may end here, by what follows on the line; undefined if that is not at hand. */
function endsItem(bytes: Uint8Array, from: number, length: number, inArray: boolean, final: boolean): boolean | undefined {
  let position = from;
  while (position < length && (bytes[position] === 0x20 || bytes[position] === 0x09)) {
    position++;
  }
  if (position === length) {
    return final ? true : undefined;
  }
  const byte = bytes[position]!;
  return byte === 0x0a || byte === 0x0d || byte === 0x2c || byte === 0x7b || byte === 0x1e || (byte === 0x5d && inArray);
}

function lineStart(bytes: Uint8Array, index: number): number {
  let position = index;
  while (position > 0 && bytes[position - 1] !== 0x0a && bytes[position - 1] !== 0x0d) {
    position--;
  }
  return position;
}
