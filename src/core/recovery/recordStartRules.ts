import type { KnownRecord } from './brokenRecord.ts';
import { Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { signatureAt } from './recordSignature.ts';
import { isPart } from './recordPart.ts';
import { type Rule, type Ruling, firstRuling } from './ruling.ts';

/** A line after the beginning of a broken record. */
export interface NewLine {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly broken: KnownRecord;
  /** No more bytes will come. */
  readonly final: boolean;
  /** Index of a line break before it, with nothing but blanks between. */
  readonly lineBreak: number;
  /** Index of its first byte that is not blank, or `length`. */
  readonly next: number;
  /** How many blanks are before that byte. */
  readonly indentation: number;
}

/** Whether reading goes on at a line: the first of these rules that says so, or that it does not, decides. */
const recordStartRules: readonly Rule<NewLine>[] = [
  logEnds,
  beginningIsMissing,
  beginsWithPart,
  beginsLikeRecord,
  holdsWholeRecord,
  opensAfterFailure,
  standsBeforeFailure,
  closesArray,
  isOtherLine,
  beginsSequenceItem,
];

/** Where the log ends, nothing of the record is left. */
export function logEnds({ next, length, final }: NewLine): Ruling {
  if (next < length) {
    return 'silent';
  }
  return final ? true : undefined;
}

/** With an object whose first key is not at hand as a whole, nothing can be said. */
export function beginningIsMissing(line: NewLine): Ruling {
  return signature(line) === 'unknown' ? undefined : 'silent';
}

/** One of the record's own callers or targets begins no record. */
export function beginsWithPart({ bytes, next, length }: NewLine): Ruling {
  return isPart(bytes, next, length) ? false : 'silent';
}

/** With the indentation and a first key of records, a record begins, also before the failure. */
export function beginsLikeRecord(line: NewLine): Ruling {
  return hasIndentation(line) && isAlike(line) ? true : 'silent';
}

/** A whole object with the indentation of records is a record before the failure too, where records are on one line each. */
export function holdsWholeRecord(line: NewLine): Ruling {
  const { broken, next } = line;
  return broken.mayGoBack && hasIndentation(line) && next < broken.failure && isWholeLine(line) ? true : 'silent';
}

/** After the failure an object begins a record with the indentation of records, or with one of their first keys. */
export function opensAfterFailure(line: NewLine): Ruling {
  const { bytes, next, broken } = line;
  return next >= broken.failure && bytes[next] === 0x7b && (hasIndentation(line) || isAlike(line)) ? true : 'silent';
}

/** What strict reading has passed belongs to the broken record: the rules after this one are weaker signs. */
export function standsBeforeFailure({ next, lineBreak, broken }: NewLine): Ruling {
  return next <= broken.failure && lineBreak < broken.failure ? false : 'silent';
}

/** A bracket that is further left than the records closes their array. */
export function closesArray({ bytes, next, broken, indentation }: NewLine): Ruling {
  return bytes[next] === 0x5d && broken.inArray && indentation < Math.max(broken.indentation, 1) ? true : 'silent';
}

/** Where records are on one line each, a line that no record goes on with is something else, unless it is further right. */
export function isOtherLine({ bytes, next, broken, indentation }: NewLine): Ruling {
  return broken.oneLine && indentation <= Math.max(broken.indentation, 0) && !continuesRecord(bytes[next]!) ? true : 'silent';
}

/** The mark that begins each record of a sequence is nowhere else. */
export function beginsSequenceItem({ bytes, next }: NewLine): Ruling {
  return bytes[next] === 0x1e;
}

/** Whether a line can only be the continuation of a record: it begins with a member or a closing bracket. */
export function continuesRecord(byte: number): boolean {
  return byte === 0x22 || byte === 0x2c || byte === 0x3a || byte === 0x7d || byte === 0x5d;
}

function hasIndentation({ indentation, broken }: NewLine): boolean {
  return indentation === broken.indentation;
}

function isAlike(line: NewLine): boolean {
  return signature(line) !== 'none';
}

function signature({ bytes, next, length, broken, final }: NewLine): ReturnType<typeof signatureAt> {
  return signatureAt(bytes, next, length, broken.openings, final);
}

/**
 * Whether a line that strict reading takes for a part of the broken record is a record of its own, whatever its first key:
 * the line before was cut where a value is due. The line holds just one whole object. In a list of the broken record such a line
 * ends in a comma, or one that closes the list follows; it does neither where records are on one line each.
 */
function isWholeLine({ bytes, next, length, broken }: NewLine): boolean {
  if (broken.inArray || !broken.eachOnOneLine || bytes[next] !== 0x7b) {
    return false;
  }
  let lineEnd = next;
  while (lineEnd < length && bytes[lineEnd] !== 0x0a && bytes[lineEnd] !== 0x0d) {
    lineEnd++;
  }
  const end = scanValue(bytes, next, lineEnd, new Scan());
  if (end < 0 || skipBlanks(bytes, end, lineEnd) !== lineEnd) {
    return false;
  }
  const after = skipBlanks(bytes, lineEnd, length);
  return broken.hasRecords || after === length || !continuesRecord(bytes[after]!);
}

/** Whether reading goes on at `next`, the first thing after a line break; undefined if more bytes are needed to say. */
export function isRecordStart(
  bytes: Uint8Array,
  lineBreak: number,
  next: number,
  length: number,
  broken: KnownRecord,
  final: boolean,
): boolean | undefined {
  const indentation = next - lineStart(bytes, next);
  return firstRuling(recordStartRules, { bytes, lineBreak, next, length, broken, final, indentation });
}

function lineStart(bytes: Uint8Array, index: number): number {
  let position = index;
  while (position > 0 && bytes[position - 1] !== 0x0a && bytes[position - 1] !== 0x0d) {
    position--;
  }
  return position;
}
