import { beginsMember, escapedLength, isFailingKey, isNested, isPayload, isResult } from './braceContext.ts';
import { Scan, scanString, skipBlanks } from './jsonScanner.ts';
import { likenessAt, longestKey, startsWith } from './likeness.ts';
import { encodeText, sourceText } from './utf8.ts';

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

/** Lower case, as writers differ in casing. With two of them an object is an audit record. */
const tellingKeys: readonly string[] = ['operationname', 'calleridentities', 'targetresources', 'auditeventcategory'];
const auditSchemaName = encodeText('"#Ifx.AuditSchema"');
const wholeSchemaName = tellingKeys.length;

/** Objects that begin so are parts of records, whatever follows where their closing bracket is missing. */
const keysOfParts: ReadonlySet<string> = new Set([
  'calleridentitytype',
  'calleridentity',
  'calleridentityvalue',
  'targetresourcetype',
  'targetresourcename',
]);

/** So are objects that begin with one of these keys and are the value of `Result`. */
const keysOfResults: ReadonlySet<string> = new Set(['resulttype', 'resultdescription']);

const isObject = 1;
const expectsKey = 2;
const mayBeRecord = 4;
const isFirst = 8;
const isAlike = 16;
/** The bits from here on are the telling keys that were seen. */
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
  private readonly starts: number[] = [];
  private readonly marks: number[] = [];
  private lists = 0;
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
      const found = this.take(bytes[this.position]!);
      if (found !== nothingYet) {
        return found;
      }
      this.position++;
    }
    return nothingYet;
  }

  private take(byte: number): number {
    if (this.inString && byte !== 0x7b) {
      this.goOnInString(byte);
      return nothingYet;
    }
    switch (byte) {
      case 0x7b:
        return this.openObject();
      case 0x5b:
        this.lists++;
        this.push(0);
        return nothingYet;
      case 0x7d:
        this.closeObject();
        return nothingYet;
      case 0x5d:
        this.closeList();
        return nothingYet;
      case 0x2c:
        this.mark(expectsKey);
        return nothingYet;
      case 0x22:
        return this.beginString();
      default:
        return nothingYet;
    }
  }

  private goOnInString(byte: number): void {
    if (byte === 0x5c) {
      this.position += escapedLength(this.bytes, this.position) - 1;
    } else if (byte === 0x22 || byte === 0x0a || byte === 0x0d) {
      this.inString = false;
    }
  }

  private push(marks: number): void {
    this.starts.push(this.position);
    this.marks.push(marks);
  }

  private pop(): void {
    this.starts.pop();
    this.lists -= this.marks.pop() === 0 ? 1 : 0;
  }

  /** What an object has shown; lists show nothing. */
  private mark(bit: number): void {
    const top = this.marks.length - 1;
    const marks = this.marks[top] ?? 0;
    if ((marks & isObject) !== 0) {
      this.marks[top] = marks | bit;
    }
  }

  private openObject(): number {
    const { bytes, length, position, final, stretch } = this;
    const isLate = position >= stretch.failure || isFailingKey(bytes, position, stretch.failure);
    const mayBe = position > stretch.start && (isLate || stretch.mayGoBack) && !isPayload(bytes, position, stretch.start);
    const found = mayBe && (isLate || !this.inString) ? this.judgeFirstKey(isLate) : nothingYet;
    if (found !== nothingYet) {
      return found;
    }
    if (this.inString) {
      const begins = isLate && beginsMember(bytes, position, length, final);
      if (begins === undefined) {
        return needsMore;
      }
      if (!begins) {
        return nothingYet;
      }
      // The string was cut: the quotation mark behind the brace would have ended it.
      this.inString = false;
    }
    this.push(isObject | expectsKey | isFirst | (mayBe ? mayBeRecord : 0));
    return nothingYet;
  }

  /** A key with which only records begin is enough. Weaker ones count behind the failure, where an item may begin. */
  private judgeFirstKey(isLate: boolean): number {
    const { bytes, length, position, final, stretch } = this;
    const likeness = likenessAt(bytes, position, length, stretch.openings, final);
    if (likeness === 'unknown') {
      return needsMore;
    }
    const isEnough = likeness === 'documented' || (likeness !== 'none' && isLate && !isNested(bytes, position, stretch.start));
    return isEnough ? position : nothingYet;
  }

  private closeObject(): void {
    // Brackets of lists within it are missing.
    while (this.marks.at(-1) === 0) {
      this.pop();
    }
    this.pop();
  }

  private closeList(): void {
    // In a list that is open, braces of its objects are missing; else the bracket is one too many.
    while (this.lists > 0 && this.marks.at(-1) !== 0) {
      this.pop();
    }
    if (this.lists > 0) {
      this.pop();
    }
  }

  private beginString(): number {
    const top = this.marks.length - 1;
    const marks = this.marks[top] ?? 0;
    this.inString = true;
    if ((marks & expectsKey) === 0) {
      return nothingYet;
    }
    this.marks[top] = marks & ~(expectsKey | isFirst);
    return (marks & mayBeRecord) === 0 ? nothingYet : this.readKey(top, (marks & isFirst) !== 0);
  }

  private readKey(top: number, first: boolean): number {
    const { bytes, length, position, final, scan } = this;
    const limit = Math.min(length, position + longestKey);
    const end = scanString(bytes, position, limit, scan);
    const colon = end > 0 ? skipBlanks(bytes, end, length) : limit;
    const value = bytes[colon] === 0x3a && colon < length ? skipBlanks(bytes, colon + 1, length) : colon;
    const isCut = end < 0 ? limit === length : colon === length || (value > colon && value + auditSchemaName.length > length);
    if (isCut && !final) {
      return needsMore;
    }
    if (end < 0 || value === colon) {
      return nothingYet;
    }
    const key = keyText(bytes, position, end);
    if (first) {
      this.readFirstKey(top, key, end);
    }
    const told = key === 'env_name' && startsWith(bytes, value, auditSchemaName) ? wholeSchemaName : tellingKeys.indexOf(key);
    if (told !== -1) {
      this.marks[top]! |= 1 << (seenShift + told);
    }
    return tells(this.marks[top]!) ? this.starts[top]! : nothingYet;
  }

  private readFirstKey(top: number, key: string, end: number): void {
    const { bytes, position, stretch } = this;
    const isPart = keysOfParts.has(key) || (keysOfResults.has(key) && isResult(bytes, this.starts[top]!, stretch.start));
    const alike = stretch.openings.some((opening) => opening.length === end - position && startsWith(bytes, position, opening));
    this.marks[top] = (this.marks[top]! & (isPart ? ~mayBeRecord : -1)) | (alike ? isAlike : 0);
  }
}

function tells(marks: number): boolean {
  const seen = marks >> seenShift;
  const isAudit = seen >> wholeSchemaName !== 0 || (seen & (seen - 1)) !== 0 || (seen !== 0 && (marks & isAlike) !== 0);
  return isAudit && (marks & mayBeRecord) !== 0;
}

function keyText(bytes: Uint8Array, start: number, end: number): string {
  const text = sourceText(bytes, start, end);
  return (text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1)).toLowerCase();
}
