import { incomplete, Scan, scanString, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { keyText } from '../json/keyText.ts';
import { isListKey, isNextLinkKey, isPageKey } from '../formats/listKeys.ts';
import { OtherLists, type Inside, type OtherList } from './otherLists.ts';
import { findRecordKey, searchedLength } from './recordKeys.ts';
import { hasName, withName, type ListNames } from './listNames.ts';
import { readMember, type Member, type Span } from '../json/readMember.ts';
import { isRecordKey } from '../formats/attestation/identifyingKeys.ts';

/**
 * Recognises an object that wraps records in a list, `{"records": [ … ]}`, before any of them is read: such an object may
 * be as large as the file, so it cannot be scanned as a whole first.
 */
export type WrapperSearch =
  /** So many bytes were looked at in vain. */
  | ({ readonly kind: 'wrapper'; readonly inVain: number } & FoundList)
  /** Bytes that were looked at in vain are to be scanned once more. `inside` is the key of a list that is to be reported. */
  | { readonly kind: 'record'; readonly inVain: number; readonly inside: Inside | undefined }
  | { readonly kind: 'incomplete' };

/** The list of a wrapper, and what is before it. */
export interface FoundList {
  /** Index of its opening bracket. */
  readonly list: number;
  /** How many objects are around it beyond the innermost one: 1 for `{"hits": {"hits": [ … ]}}`. */
  readonly around: number;
  readonly nextLink: Span | undefined;
  /** The keys of lists up to its own. */
  readonly names: ListNames | undefined;
  /** The last of these keys that was there before. */
  readonly repeated: Span | undefined;
}

/** What is before an object, as far as it has been read. */
export type Before = 'nothing' | 'wrappers' | 'records';

interface Found extends FoundList {
  readonly isEmpty: boolean;
}

/** More blanks after an object than this say that nothing follows it. */
const maxBlanks = 64 * 1024;

/**
 * Looks at the object that begins at `start`, after records, after wrappers alone, or after nothing.
 *
 * A key of a record settles that it is one, and so does a list that begins with a record that it is none. Where neither
 * is there, the object is no wrapper unless records may still are in one, as none has been read outside of wrappers. Then a list of objects is enough, or an empty one, and otherwise an empty list in an object that has no
 * keys but those of a page. Beside a list under a known key, one under another key counts too, and alone if its items
 * look like records and the object around them does not: see {@link OtherLists}.
 *
 * @param ownKeys Keys of records of some format, and of no object around records.
 */
export function findWrapper(
  bytes: Uint8Array,
  start: number,
  length: number,
  before: Before,
  final: boolean,
  ownKeys: ReadonlySet<string>,
): WrapperSearch {
  const first = settlingKey(bytes, start, Math.min(length, start + searchedLength), before, ownKeys);
  return first === -1
    ? new WrapperHead(bytes, start, length, before, final, ownKeys).search()
    : { kind: 'record', inVain: first - start, inside: undefined };
}

const keyScan = new Scan();

/**
 * Index of the first key of the object at `start` if that settles that the object is a record; else -1. Where records begin with
 * other keys each time, this is asked of each of them.
 */
function settlingKey(bytes: Uint8Array, start: number, limit: number, before: Before, ownKeys: ReadonlySet<string>): number {
  const key = skipBlanks(bytes, start + 1, limit);
  if (key >= limit || bytes[key] !== 0x22) {
    return -1;
  }
  keyScan.escaped = false;
  const end = scanString(bytes, key, limit, keyScan);
  const colon = end < 0 || keyScan.escaped ? limit : skipBlanks(bytes, end, limit);
  const isWhole = colon < limit && bytes[colon] === 0x3a && skipBlanks(bytes, colon + 1, limit) < limit;
  return isWhole && settles(keyText(bytes, key + 1, end - 1), before, ownKeys) ? key : -1;
}

/** Whether an object with this key is a record: after records, also by a key that those of some format have. */
function settles(key: string, before: Before, ownKeys: ReadonlySet<string>): boolean {
  return isRecordKey(key) || (before === 'records' && ownKeys.has(key));
}

class WrapperHead {
  private readonly bytes: Uint8Array;
  private readonly start: number;
  private readonly length: number;
  private readonly limit: number;
  private readonly before: Before;
  private readonly final: boolean;
  private readonly ownKeys: ReadonlySet<string>;
  private readonly scan = new Scan();
  private readonly others: OtherLists;
  private found: Found | undefined;
  private ofRecords: Found | undefined;
  private nextLink: Span | undefined;
  private isPage = true;
  private names: ListNames | undefined;
  private hasNamed = false;
  private repeated: Span | undefined;
  /** How the members end; undefined while they go on. */
  private ends: 'soundly' | 'early' | 'badly' | undefined;
  private position: number;

  constructor(bytes: Uint8Array, start: number, length: number, before: Before, final: boolean, ownKeys: ReadonlySet<string>) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
    this.limit = Math.min(length, start + searchedLength);
    this.before = before;
    this.final = final;
    this.ownKeys = ownKeys;
    this.others = new OtherLists(bytes, this.limit);
    this.position = skipBlanks(bytes, start + 1, this.limit);
  }

  search(): WrapperSearch {
    const { bytes, limit, scan } = this;
    while (this.position < limit && this.ends === undefined) {
      const member = readMember(bytes, this.position, limit, scan);
      if (typeof member === 'string') {
        this.ends = member === 'incomplete' ? 'early' : 'badly';
        break;
      }
      if (settles(member.key, this.before, this.ownKeys)) {
        return { kind: 'record', inVain: this.position - this.start, inside: undefined };
      }
      const wrapper = this.readKey(member);
      if (wrapper !== undefined) {
        return wrapper;
      }
      this.passValue(member);
    }
    this.ends ??= 'early';
    return this.ends === 'early' && limit < this.start + searchedLength && !this.final ? { kind: 'incomplete' } : this.conclude();
  }

  /** Notes what a key says, and the list after it. Returns the wrapper if that settles that it is one. */
  private readKey(member: Member): WrapperSearch | undefined {
    const { bytes, limit, scan } = this;
    const isNamed = this.noteName(member);
    const first = bytes[member.value] === 0x5b ? skipBlanks(bytes, member.value + 1, limit) : limit;
    if (first >= limit || (bytes[first] !== 0x5d && bytes[first] !== 0x7b)) {
      return undefined;
    }
    const isEmpty = bytes[first] === 0x5d;
    const recordKey = isEmpty ? -1 : findRecordKey(bytes, first, limit, scan);
    const counts = isEmpty ? isNamed : this.countsByItems(member, isNamed, recordKey !== -1);
    if (!counts) {
      return undefined;
    }
    this.noteList(member, isEmpty, recordKey !== -1);
    this.hasNamed ||= isNamed;
    return isNamed ? this.settledWrapper(Math.max(recordKey, first)) : undefined;
  }

  /** Notes a key, and whether it was there before as that of a list. Whether it is a known key of lists. */
  private noteName({ key, keySpan }: Member): boolean {
    this.isPage &&= isPageKey(key);
    const isNamed = isListKey(key);
    if (isNamed) {
      this.repeated = hasName(this.names, key) ? keySpan : this.repeated;
      this.names = withName(this.names, key);
    }
    return isNamed;
  }

  /** Whether a list of objects may be that of a wrapper. */
  private countsByItems({ key, keySpan, value }: Member, isNamed: boolean, holdsRecord: boolean): boolean {
    // Items after one that settles what the list is are not looked at: wrappers may be in each other.
    const isSettled = isNamed && holdsRecord;
    return isSettled || this.others.note(key, keySpan, value, this.nextLink) === 'records' || isNamed;
  }

  /** Notes a list that may be that of a wrapper. */
  private noteList({ key, value }: Member, isEmpty: boolean, holdsRecord: boolean): void {
    this.names = withName(this.names, key);
    const list = { list: value, around: 0, isEmpty, nextLink: this.nextLink, names: this.names, repeated: this.repeated };
    // Of other objects the first list is read: those after follow it.
    this.found = this.found === undefined || (this.found.isEmpty && !isEmpty) ? list : this.found;
    if (holdsRecord) {
      this.ofRecords ??= list;
    }
  }

  /** The wrapper, if a list in it holds records. So far was looked, up to an index. */
  private settledWrapper(reached: number): WrapperSearch | undefined {
    const list = this.before === 'records' ? this.ofRecords : this.found;
    if (this.ofRecords === undefined || list === undefined) {
      return undefined;
    }
    return { kind: 'wrapper', ...list, inVain: reached - list.list };
  }

  private passValue({ key, value }: Member): void {
    const { bytes, limit, scan } = this;
    const end = scanValue(bytes, value, limit, scan);
    if (end < 0) {
      this.others.passOpen(key, value, this.nextLink);
      this.ends = end === incomplete ? 'early' : 'badly';
      return;
    }
    this.others.pass(key, value, end, this.nextLink);
    if (isNextLinkKey(key) && bytes[value] === 0x22) {
      this.nextLink = { start: value, end };
    }
    this.position = skipBlanks(bytes, end, limit);
    if (this.position < limit && bytes[this.position] !== 0x2c) {
      this.ends = bytes[this.position] === 0x7d ? 'soundly' : 'badly';
      return;
    }
    this.position = skipBlanks(bytes, this.position + 1, limit);
  }

  /** What the object is by all of its members that were looked at: the first that says something decides. */
  private conclude(): WrapperSearch {
    const { ends, limit, start, scan } = this;
    // What is sound, or goes on beyond the limit, is read further as it was scanned.
    const inVain = (ends === 'badly' ? scan.failure : limit) - start;
    const wrapper = this.wrapperOfNamedList(inVain) ?? this.wrapperOfOtherList(inVain);
    return wrapper ?? { kind: 'record', inVain, inside: ends === 'badly' ? undefined : this.others.inside() };
  }

  /** It is a wrapper by a list under a known key. */
  private wrapperOfNamedList(inVain: number): WrapperSearch | undefined {
    const { found } = this;
    if (found === undefined || !this.hasNamed || !this.isWrapper(found)) {
      return undefined;
    }
    return { kind: 'wrapper', ...found, inVain: this.inVainUnlessSound(inVain) };
  }

  /** It is a wrapper by a list under another key, unless that needs to be alone and something follows the object. */
  private wrapperOfOtherList(inVain: number): WrapperSearch | undefined {
    const { before, others } = this;
    const other = others.wrapped(before !== 'records');
    if (other === undefined) {
      return undefined;
    }
    if (other.needsNoOther) {
      const follows = before === 'nothing' ? this.isFollowed() : true;
      if (follows !== false) {
        return follows === undefined ? { kind: 'incomplete' } : { kind: 'record', inVain, inside: others.inside() };
      }
    }
    // In a list of records many may be in each other.
    const lookedAt = before === 'records' || this.isCut ? inVain : this.inVainUnlessSound(inVain);
    return { kind: 'wrapper', ...foundOther(other), repeated: undefined, inVain: lookedAt };
  }

  private get isCut(): boolean {
    return this.limit === this.start + searchedLength;
  }

  private inVainUnlessSound(inVain: number): number {
    return this.ends === 'soundly' || this.isCut ? 0 : inVain;
  }

  /** Whether an object with a list under a known key is a wrapper. One that reports an event itself is none. */
  private isWrapper(found: Found): boolean {
    const isPageOfNothing = found.isEmpty && this.isPage && this.ends === 'soundly';
    return this.before === 'records' ? isPageOfNothing : found.isEmpty || !this.others.isEvent;
  }

  /** Whether anything is after the object; undefined if more bytes are needed to say. */
  private isFollowed(): boolean | undefined {
    if (this.ends !== 'soundly') {
      return false;
    }
    const limit = Math.min(this.length, this.position + 1 + maxBlanks);
    const next = skipBlanks(this.bytes, this.position + 1, limit);
    return next < limit ? true : limit < this.position + 1 + maxBlanks && !this.final ? undefined : false;
  }
}

function foundOther({ bracket, around, nextLink, path }: OtherList): Pick<FoundList, 'list' | 'around' | 'nextLink' | 'names'> {
  return { list: bracket, around, nextLink, names: withName(undefined, path.at(-1)!) };
}
