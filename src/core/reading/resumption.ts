import { escapedLength } from './braceContext.ts';
import { EmbeddedRecord, needsMore, nothingYet } from './embeddedRecord.ts';
import { Scan, scanValue, skipBlanks } from './jsonScanner.ts';
import { closeBehind } from './closeBehind.ts';
import { likenessAt, openingsOf } from './likeness.ts';
import { closesWrapper, isForeignMember, isWithinRecord, type Wrapping } from './listBracket.ts';

/**
 * Where to go on behind a stretch that cannot be read.
 *
 * JSON has no marks to resynchronise on, so the place is found by what records look like: they begin on a line of their
 * own with the same indentation, or with the same first key as the record before, or right behind the bracket that
 * closes the broken one. A line that begins exactly as the broken record began is taken wherever it stands; weaker signs
 * count only behind the byte at which strict reading failed, so that reading always moves forward. Objects that show keys
 * of an audit record are records even where strict reading took them for parts of the broken one: it may have been cut there.
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
  /** Whether each record so far stands on one line; the broken one may be the first. */
  readonly eachOnOneLine: boolean;
  /** Whether records have been read. */
  readonly hasRecords: boolean;
  readonly inArray: boolean;
  /** The array may be the list of a wrapper, behind which further members may stand. */
  readonly wrapping: Wrapping;
  /** Whether records of this log begin with the same key, or each on a line of its own. */
  readonly beginnings: 'alike' | 'different' | 'unknown';
  /** The first key, with its quotes, of records of this log; empty when none has been read. */
  readonly opening: Uint8Array;
  /** Whether reading may be taken up again before the failure: the same bytes are read twice then. */
  readonly mayGoBack: boolean;
}

/** Where to go on. */
export interface Resumption {
  readonly index: number;
  /** It is a record inside of the broken one, whose rest may follow. */
  readonly isInside: boolean;
}

/**
 * Returns where to go on, at `length` at the latest, or undefined if more bytes are needed to say (never when `final`).
 *
 * Only the kind of bracket with which the broken record begins is counted, so that a bracket of the other kind that is
 * missing or too many does not end it early.
 */
export function findResumption(bytes: Uint8Array, length: number, broken: BrokenRecord, final: boolean): Resumption | undefined {
  const { start, failure, inArray, wrapping } = broken;
  const openings = openingsOf(bytes, start, length, broken.opening);
  const known = { ...broken, openings };
  const embedded = new EmbeddedRecord(bytes, length, { start, failure, openings, mayGoBack: broken.mayGoBack }, final);
  const opener = bytes[start] === 0x5b ? 0x5b : 0x7b;
  const closer = opener + 2;
  // What begins with no bracket may be a record whose brace is gone.
  let depth = bytes[start] === opener ? 0 : 1;
  let lists = 0;
  let inString = false;
  for (let position = start; position < length; position++) {
    const byte = bytes[position]!;
    // Only there a record can show.
    const inside = byte === 0x7b || byte === 0x22 ? embedded.search(position) : nothingYet;
    if (inside !== nothingYet) {
      return inside === needsMore ? undefined : { index: inside, isInside: true };
    }
    if (byte === 0x0a || byte === 0x0d) {
      const rest = inString && position === failure && opener === 0x7b ? closeBehind(bytes, position, length, depth, final) : nothingYet;
      const ends = rest >= 0 && endsItem(bytes, rest + 1, length, known, final);
      if (rest === needsMore || ends === undefined) {
        return undefined;
      }
      if (ends) {
        const record = embedded.search(rest);
        return record === nothingYet
          ? { index: rest + 1, isInside: false }
          : record === needsMore
            ? undefined
            : { index: record, isInside: true };
      }
      inString = false;
      const next = skipBlanks(bytes, position, length);
      const begins = beginsAnew(bytes, position, next, length, known, final);
      if (begins !== false) {
        return begins === undefined ? undefined : { index: next, isInside: false };
      }
      position = next - 1;
    } else if (byte === 0x5c && inString) {
      position += escapedLength(bytes, position) - 1;
    } else if (byte === 0x22) {
      inString = !inString;
    } else if (!inString) {
      lists += byte === 0x5b ? 1 : byte === 0x5d ? -1 : 0;
      depth += byte === opener ? 1 : byte === closer ? -1 : 0;
      if (position >= failure && byte === 0x5d && lists === -1 && opener === 0x7b && wrapping !== 'none') {
        // A bracket that closes no list of the record may close that of the wrapper.
        const closes = closesWrapper(bytes, position, length, wrapping, final);
        if (closes !== false) {
          return closes === true ? { index: position, isInside: false } : undefined;
        }
      }
      if (position >= failure && byte === closer && depth <= 0) {
        const ends = endsItem(bytes, position + 1, length, known, final);
        if (ends !== false) {
          return ends === true ? { index: position + 1, isInside: false } : undefined;
        }
      } else if (position >= failure && bytes[start] !== opener && inArray && depth === 1) {
        const isWithin = byte !== 0x5d || lists >= 0 || isWithinRecord(bytes, position, length, wrapping, final);
        if (isWithin !== true) {
          return isWithin === undefined ? undefined : { index: position, isInside: false };
        }
        const next = byte === 0x2c && lists <= 0 ? skipBlanks(bytes, position + 1, length) : -1;
        if (next === length && !final) {
          return undefined;
        }
        if (bytes[next] === 0x7b) {
          return { index: position + 1, isInside: false };
        }
      }
    }
  }
  return final ? { index: length, isInside: false } : undefined;
}

/** What lines are held against. */
interface KnownRecord extends BrokenRecord {
  readonly openings: readonly Uint8Array[];
}

/** Whether reading goes on at `next`, the first thing behind a line break; undefined if more bytes are needed to say. */
function beginsAnew(
  bytes: Uint8Array,
  lineBreak: number,
  next: number,
  length: number,
  broken: KnownRecord,
  final: boolean,
): boolean | undefined {
  const { failure, indentation } = broken;
  if (next === length) {
    return final ? true : undefined;
  }
  const likeness = likenessAt(bytes, next, length, broken.openings, final);
  if (likeness === 'unknown') {
    return undefined;
  }
  const alike = likeness !== 'none';
  const indented = next - lineStart(bytes, next);
  if (alike && indented === indentation) {
    return true;
  }
  if (broken.mayGoBack && indented === indentation && next < failure && isWholeLine(bytes, next, length, broken)) {
    return true;
  }
  if (next >= failure && bytes[next] === 0x7b && (alike || indented === indentation)) {
    return true;
  }
  if (next <= failure && lineBreak < failure) {
    return false;
  }
  const closes = bytes[next] === 0x5d && broken.inArray && indented < Math.max(indentation, 1);
  const isOther = broken.oneLine && indented <= Math.max(indentation, 0) && !continuesRecord(bytes[next]!);
  return closes || isOther || bytes[next] === 0x1e;
}

/**
 * Whether a line that strict reading takes for a part of the broken record is a record of its own, whatever its first key:
 * the line before was cut where a value is due. The line holds just one whole object. In a list of the broken record such a line
 * ends in a comma, or one that closes the list follows; it does neither where records stand on one line each.
 */
function isWholeLine(bytes: Uint8Array, start: number, length: number, { inArray, eachOnOneLine, hasRecords }: BrokenRecord): boolean {
  if (inArray || !eachOnOneLine || bytes[start] !== 0x7b) {
    return false;
  }
  let lineEnd = start;
  while (lineEnd < length && bytes[lineEnd] !== 0x0a && bytes[lineEnd] !== 0x0d) {
    lineEnd++;
  }
  const end = scanValue(bytes, start, lineEnd, new Scan());
  if (end < 0 || skipBlanks(bytes, end, lineEnd) !== lineEnd) {
    return false;
  }
  const behind = skipBlanks(bytes, lineEnd, length);
  return hasRecords || behind === length || !continuesRecord(bytes[behind]!);
}

/**
 * Whether the broken record may end here, by what follows: another item, the end of the array, the end of the line. A
 * further member shows that the record goes on. Undefined if what follows is not at hand.
 */
function endsItem(bytes: Uint8Array, from: number, length: number, broken: KnownRecord, final: boolean): boolean | undefined {
  const { inArray, wrapping } = broken;
  const next = skipBlanks(bytes, from, length);
  if (next === length) {
    return final ? true : undefined;
  }
  const byte = bytes[next]!;
  if (byte === 0x1e || byte === 0) {
    return true;
  }
  const isOnLine = !bytes.subarray(from, next).some(isLineBreak);
  if (byte === 0x7b) {
    return !isOnLine || beginsItem(bytes, next, length, broken, final);
  }
  if (byte === 0x5d && inArray) {
    const comma = skipBlanks(bytes, next + 1, length);
    if (comma === length) {
      return final ? true : undefined;
    }
    if (bytes[comma] === 0x7d) {
      const isWithin = isWithinRecord(bytes, next, length, wrapping, final);
      return isWithin === undefined ? undefined : !isWithin;
    }
    return bytes[comma] !== 0x2c || (wrapping !== 'none' && isForeignMember(bytes, comma, length, final));
  }
  if (byte === 0x2c) {
    const item = skipBlanks(bytes, next + 1, length);
    if (item === length && !final) {
      return undefined;
    }
    if (bytes[item] === 0x7b && !bytes.subarray(from, item).some(isLineBreak)) {
      return beginsItem(bytes, item, length, broken, final);
    }
    return bytes[item] !== 0x22;
  }
  // Text may follow on another line only.
  return byte !== 0x22 && byte !== 0x7d && byte !== 0x5d && !isOnLine;
}

/**
 * Whether the brace that follows on the line on which the broken record may end begins an item of its own, and none of its
 * parts. Where it is known how records begin, it must begin so; one that shows only by further keys what it is, is found by
 * them. In an array it may also be broken at once itself.
 */
function beginsItem(bytes: Uint8Array, brace: number, length: number, broken: KnownRecord, final: boolean): boolean | undefined {
  const key = skipBlanks(bytes, brace + 1, length);
  if (key === length && !final) {
    return undefined;
  }
  if (key === length || (bytes[key] !== 0x22 && bytes[key] !== 0x7d)) {
    return broken.inArray;
  }
  const { beginnings } = broken;
  const isKnown = beginnings === 'unknown' ? likenessAt(bytes, broken.start, length, [], final) === 'documented' : beginnings === 'alike';
  const likeness = isKnown ? likenessAt(bytes, brace, length, broken.openings, final) : 'alike';
  return likeness === 'unknown' ? undefined : likeness !== 'none';
}

/** Whether a line can only be the continuation of a record: it begins with a member or a closing bracket. */
export function continuesRecord(byte: number): boolean {
  return byte === 0x22 || byte === 0x2c || byte === 0x3a || byte === 0x7d || byte === 0x5d;
}

function isLineBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function lineStart(bytes: Uint8Array, index: number): number {
  let position = index;
  while (position > 0 && bytes[position - 1] !== 0x0a && bytes[position - 1] !== 0x0d) {
    position--;
  }
  return position;
}
