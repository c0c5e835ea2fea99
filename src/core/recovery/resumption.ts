import { escapedLength } from './braceContext.ts';
import type { BrokenRecord } from './brokenRecord.ts';
import { closeBehind } from './closeBehind.ts';
import { EmbeddedRecord, needsMore, nothingYet } from './embeddedRecord.ts';
import { endsItem } from './endsItem.ts';
import { skipBlanks } from '../json/jsonScanner.ts';
import { openingsOf } from './likeness.ts';
import { beginsAnew } from './beginsAnew.ts';
import { closesWrapper, isWithinRecord } from './listBracket.ts';
import { isPart } from './recordPart.ts';

/** Where to go on. */
export interface Resumption {
  readonly index: number;
  /** It is a record inside of the broken one, whose rest may follow. */
  readonly isInside: boolean;
}

/**
 * Finds where to go on behind a stretch that cannot be read.
 *
 * JSON has no marks to resynchronise on, so the place is found by what records look like: they begin on a line of their
 * own with the same indentation, or with the same first key as the record before, or right behind the bracket that
 * closes the broken one. A line that begins exactly as the broken record began is taken wherever it stands; weaker signs
 * count only behind the byte at which strict reading failed, so that reading always moves forward. Objects that show keys
 * of an audit record are records even where strict reading took them for parts of the broken one: it may have been cut there.
 *
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
  // What begins with no bracket may be a record whose brace is gone, and so may what begins with one of its callers or targets.
  let depth = bytes[start] === opener && (inArray || !isPart(bytes, start, length)) ? 0 : 1;
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
