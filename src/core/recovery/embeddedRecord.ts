import { auditSchemaName, identifyingKeysLowerCase } from '../formats/attestation/identifyingKeys.ts';
import { keyOf } from '../formats/attestation/roleKeys.ts';
import { beginsObject, escapedLength, isFailingKey, isNested, isPayload, isResult } from './braceContext.ts';
import { Scan, scanString, skipBlanks } from '../json/jsonScanner.ts';
import { signatureAt, maxKeyLength, startsWith } from './recordSignature.ts';
import { ObjectStack } from './objectStack.ts';
import { keysOfParts } from './recordPart.ts';
import { encodeText, sourceText } from '../json/utf8.ts';

/** What a search has come to: the index of a record's brace, or one of these. */
export const nothingYet = -1;
export const needsMore = -2;

/** Where a search goes, and what decides within it. */
export interface SearchedStretch {
  /** Index of its first byte, which begins no record. */
  readonly start: number;
  /** Index of the byte at which strict reading failed: before it, strings are what they seem to be. */
  readonly failure: number;
  /** First keys, with their quotes, of records of this log. */
  readonly openings: readonly Uint8Array[];
  /** Whether objects before the failure may be records. */
  readonly mayGoBack: boolean;
}

const quotedSchemaName = encodeText(`"${auditSchemaName}"`);
const wholeSchemaName = identifyingKeysLowerCase.length;

/** Parts of records, as those in `keysOfParts`, are objects that begin with one of these keys and are the value of another writer's result. */
const keysOfResults: ReadonlySet<string> = new Set([keyOf.result, keyOf.description].map((key) => key.toLowerCase()));

/** The lengths of keys that say something, so that others need not be made text. */
const knownLengths: ReadonlySet<number> = new Set(
  [...identifyingKeysLowerCase, keyOf.schemaName, ...keysOfParts, ...keysOfResults].map(({ length }) => length),
);

/** What is known of an object that is open. */
const expectsKey = 2;
const mayBeRecord = 4;
const isFirst = 8;
const isAlike = 16;
/** The bits from here on are the identifying keys that were seen. */
const seenShift = 8;

/**
 * Finds the records inside of a broken one. An object is one by its first key, if only records begin with it. Whatever
 * its first key, it is one if it shows two keys of an audit record at its own top level, or the name of the schema; one such
 * key is enough if the first is alike to that of other records. One pass with a stack finds the first to show that.
 */
export class EmbeddedRecord {
  private readonly bytes: Uint8Array;
  private readonly length: number;
  private readonly stretch: SearchedStretch;
  private readonly final: boolean;
  private readonly scan = new Scan();
  private readonly open = new ObjectStack();
  private inString = false;
  private position: number;

  constructor(bytes: Uint8Array, length: number, stretch: SearchedStretch, final: boolean) {
    this.bytes = bytes;
    this.length = length;
    this.stretch = stretch;
    this.final = final;
    this.position = stretch.start;
  }

  /** Goes on to an index, inclusive. */
  search(last: number): number {
    const { bytes } = this;
    while (this.position <= last) {
      const byte = bytes[this.position]!;
      // Few bytes mean something.
      if (byte === 0x7b || byte === 0x22) {
        const found = byte === 0x7b ? this.openObject() : this.quote();
        if (found !== nothingYet) {
          return found;
        }
      } else if (byte === 0x5c || byte < 0x20) {
        this.goOnInString(byte);
      } else if (!this.inString && (byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7d)) {
        this.punctuation(byte);
      }
      this.position++;
    }
    return nothingYet;
  }

  private punctuation(byte: number): void {
    const { open } = this;
    switch (byte) {
      case 0x5b:
        open.openList(this.position);
        break;
      case 0x7d:
        open.closeObject();
        break;
      case 0x5d:
        open.closeList();
        break;
      default:
        if (open.top !== -1) {
          open.setMarks(open.top, open.marksOf(open.top) | expectsKey);
        }
    }
  }

  private goOnInString(byte: number): void {
    if (this.inString && byte === 0x5c) {
      this.position += escapedLength(this.bytes, this.position) - 1;
    } else if (byte === 0x0a || byte === 0x0d) {
      this.inString = false;
    }
  }

  private openObject(): number {
    const { bytes, length, position, final, stretch } = this;
    if (skipBlanks(bytes, position + 1, length) === length && !final) {
      return needsMore;
    }
    const isLate = position >= stretch.failure || isFailingKey(bytes, position, stretch.failure);
    const mayBe = this.mayBeRecord(isLate);
    const found = mayBe && (isLate || !this.inString) ? this.judgeFirstKey(isLate) : nothingYet;
    if (found !== nothingYet) {
      return found;
    }
    const begins = !this.inString || (isLate && beginsObject(bytes, position, length, final));
    if (begins === undefined) {
      return needsMore;
    }
    if (begins) {
      // If in a string, that was cut: the quotation mark after the brace would have ended it.
      this.inString = false;
      this.open.openObject(position, expectsKey | isFirst | (mayBe ? mayBeRecord : 0));
    }
    return nothingYet;
  }

  /** Whether the object that begins at the current place may be a record, by where it is. */
  private mayBeRecord(isLate: boolean): boolean {
    const { bytes, length, position, stretch } = this;
    // What is broken at its first byte is no record, but a brace too many.
    const mayBegin = position > stretch.start && (isLate || stretch.mayGoBack);
    return mayBegin && bytes[skipBlanks(bytes, position + 1, length)] === 0x22 && !isPayload(bytes, position, stretch.start);
  }

  /** A key with which only records begin is enough. Weaker ones count after the failure, where an item may begin. */
  private judgeFirstKey(isLate: boolean): number {
    const { bytes, length, position, final, stretch } = this;
    const signature = signatureAt(bytes, position, length, stretch.openings, final);
    if (signature === 'unknown') {
      return needsMore;
    }
    const isEnough = signature === 'documented' || (signature !== 'none' && isLate && !isNested(bytes, position, stretch.start));
    return isEnough ? position : nothingYet;
  }

  private quote(): number {
    this.inString = !this.inString;
    const { open } = this;
    const { top } = open;
    const marks = top === -1 ? 0 : open.marksOf(top);
    if (!this.inString || (marks & expectsKey) === 0) {
      return nothingYet;
    }
    open.setMarks(top, marks & ~(expectsKey | isFirst));
    return (marks & mayBeRecord) === 0 ? nothingYet : this.readKey(top, (marks & isFirst) !== 0);
  }

  private readKey(top: number, first: boolean): number {
    const { bytes, length, position, scan, open } = this;
    scan.reset();
    const end = scanString(bytes, position, Math.min(length, position + maxKeyLength), scan);
    const value = this.valueAfter(end);
    if (value < 0) {
      return value;
    }
    const key = scan.escaped || knownLengths.has(end - position - 2) ? keyText(bytes, position, end) : '';
    if (first) {
      this.readFirstKey(top, key, end);
    }
    const reported =
      key === keyOf.schemaName && startsWith(bytes, value, quotedSchemaName) ? wholeSchemaName : identifyingKeysLowerCase.indexOf(key);
    if (reported !== -1) {
      open.setMarks(top, open.marksOf(top) | (1 << (seenShift + reported)));
    }
    return identifiesRecord(open.marksOf(top)) ? open.startOf(top) : nothingYet;
  }

  /** Index of the value after a key that ends at an index, or is not whole (negative); `nothingYet` if it is no key. */
  private valueAfter(keyEnd: number): number {
    const { bytes, length, position, final } = this;
    const atEnd = final ? nothingYet : needsMore;
    if (keyEnd < 0) {
      return position + maxKeyLength >= length ? atEnd : nothingYet;
    }
    const colon = skipBlanks(bytes, keyEnd, length);
    if (colon === length) {
      return atEnd;
    }
    if (bytes[colon] !== 0x3a) {
      return nothingYet;
    }
    const value = skipBlanks(bytes, colon + 1, length);
    return value + quotedSchemaName.length > length && !final ? needsMore : value;
  }

  private readFirstKey(top: number, key: string, end: number): void {
    const { bytes, position, stretch, open } = this;
    const isPart = keysOfParts.has(key) || (keysOfResults.has(key) && isResult(bytes, open.startOf(top), stretch.start));
    const alike = stretch.openings.some((opening) => opening.length === end - position && startsWith(bytes, position, opening));
    open.setMarks(top, (open.marksOf(top) & (isPart ? ~mayBeRecord : -1)) | (alike ? isAlike : 0));
  }
}

function identifiesRecord(marks: number): boolean {
  const seen = marks >> seenShift;
  const isAudit = seen >> wholeSchemaName !== 0 || (seen & (seen - 1)) !== 0 || (seen !== 0 && (marks & isAlike) !== 0);
  return isAudit && (marks & mayBeRecord) !== 0;
}

function keyText(bytes: Uint8Array, start: number, end: number): string {
  const text = sourceText(bytes, start, end);
  return (text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1)).toLowerCase();
}
