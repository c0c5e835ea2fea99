import { Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { isListKey, isNextLinkKey, isUsualKey } from '../formats/listKeys.ts';
import { lookOfList, type ListLook } from './listLook.ts';
import { deedSign, signOf, timeSign } from '../formats/recordSigns.ts';
import { readMember, type Span } from '../json/readMember.ts';
import { isRecordKey } from '../formats/attestation/identifyingKeys.ts';

/** A list of objects within a record: the keys that lead to it, and where the last of them is. */
export interface Inside extends Span {
  readonly path: readonly string[];
}

/** A list of objects in an object that has no key of an audit record. */
export interface OtherList {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  /** The last of them. */
  readonly keySpan: Span;
  readonly bracket: number;
  readonly look: ListLook;
  /** How many objects are around it beyond the innermost one. */
  readonly around: number;
  readonly nextLink: Span | undefined;
}

/** A list that is that of a wrapper; where `needsNoOther`, only if nothing is after the object. */
export type WrappedList = OtherList & { readonly needsNoOther: boolean };

/** So many members that are objects are looked into. */
const maxObjects = 16;

/**
 * The lists of objects in an object, and what the object itself says, while its members are passed. Whether such a list is
 * that of a wrapper is decided by two things, which must differ: its items look like records, and the object does not.
 *
 * - Of audit records (two of their keys) the object may name a time or a deed, but not both; after other records neither.
 * - Of events (a time, and what was done or by whom) the object must name neither, and no record may have been read. Under a
 *   key that is not usual for lists of records, nothing may follow the object: else it is one of many that have a history.
 * - A list that is in an object right in the object is taken on the same terms if the object names neither.
 */
export class OtherLists {
  private readonly bytes: Uint8Array;
  private readonly limit: number;
  private readonly lists: OtherList[] = [];
  private readonly objects: { readonly key: string; readonly brace: number; readonly nextLink: Span | undefined }[] = [];
  /** What the object says itself, see `recordSigns.ts`. */
  private signs = 0;
  private looksInto: { readonly lists: readonly OtherList[]; readonly signs: number } | undefined;

  constructor(bytes: Uint8Array, limit: number) {
    this.bytes = bytes;
    this.limit = limit;
  }

  /** Notes a list whose first item is an object. */
  note(key: string, keySpan: Span, bracket: number, nextLink: Span | undefined): ListLook {
    const look = lookOfList(this.bytes, bracket, this.limit);
    if (look !== 'none') {
      this.lists.push({ path: [key], keySpan, bracket, look, around: 0, nextLink });
    }
    return look;
  }

  /** A member has been passed, whose value ends at an index. */
  pass(key: string, value: number, end: number, nextLink: Span | undefined): void {
    const { bytes } = this;
    this.passOpen(key, value, nextLink);
    this.signs |= bytes[value] === 0x5b ? 0 : signOf(bytes, key, value, end);
  }

  /** As {@link pass}, of a member whose value is not whole in what is looked at. */
  passOpen(key: string, value: number, nextLink: Span | undefined): void {
    if (this.bytes[value] === 0x7b && this.objects.length < maxObjects) {
      this.objects.push({ key, brace: value, nextLink });
    }
  }

  /** The object says when something happened, and what or by whom. */
  get isEvent(): boolean {
    return (this.signs & deedSign) !== 0 && this.hasTime;
  }

  /** @param mayBe No record has been read outside of wrappers. */
  wrapped(mayBe: boolean): WrappedList | undefined {
    const saysNothing = (this.signs & (timeSign | deedSign)) === 0;
    if (!saysNothing && this.lists.length === 0) {
      return undefined;
    }
    const list = [...this.lists, ...(saysNothing ? this.inner.lists : [])].find(
      ({ look }) => (look === 'records' && (saysNothing || (mayBe && !this.isEvent))) || (look === 'events' && saysNothing && mayBe),
    );
    const key = list?.path.at(-1) ?? '';
    return list && { ...list, needsNoOther: list.look === 'events' && !isListKey(key) && !isUsualKey(key) };
  }

  /** The first list that is to be reported, as nobody reads its items as records though they may be some. */
  inside(): Inside | undefined {
    const hasOwnTime = (this.signs & timeSign) !== 0;
    // Nothing of most records need be looked at twice.
    const lists = hasOwnTime ? this.lists : [...this.lists, ...this.inner.lists];
    const list = lists.find(({ look }) => look !== 'objects') ?? (hasOwnTime || this.hasTime ? undefined : lists[0]);
    return list && { ...list.keySpan, path: list.path };
  }

  private get hasTime(): boolean {
    return ((this.signs | this.inner.signs) & timeSign) !== 0;
  }

  /** What is in the objects right in the object. Looked for only where it is asked for: most objects say enough themselves. */
  private get inner(): { readonly lists: readonly OtherList[]; readonly signs: number } {
    if (this.looksInto === undefined) {
      const lists: OtherList[] = [];
      const signs = this.objects.reduce((all, object) => all | this.lookInto(object, lists), 0);
      this.looksInto = { lists, signs };
    }
    return this.looksInto;
  }

  /** Adds the lists of an object that says nothing itself. Returns its signs. */
  private lookInto(object: (typeof this.objects)[number], lists: OtherList[]): number {
    const { bytes, limit } = this;
    const scan = new Scan();
    const found: OtherList[] = [];
    let { nextLink } = object;
    let signs = 0;
    let position = skipBlanks(bytes, object.brace + 1, limit);
    while (position < limit) {
      const member = readMember(bytes, position, limit, scan);
      if (typeof member === 'string' || isRecordKey(member.key)) {
        signs |= typeof member === 'string' ? 0 : deedSign;
        break;
      }
      const { key, keySpan, value } = member;
      if (bytes[value] === 0x5b) {
        const look = lookOfList(bytes, value, limit);
        found.push(...(look === 'none' ? [] : [{ path: [object.key, key], keySpan, bracket: value, look, around: 1, nextLink }]));
      }
      const end = scanValue(bytes, value, limit, scan);
      if (end < 0) {
        break;
      }
      nextLink = isNextLinkKey(key) && bytes[value] === 0x22 ? { start: value, end } : nextLink;
      signs |= bytes[value] === 0x5b ? 0 : signOf(bytes, key, value, end);
      position = skipBlanks(bytes, end, limit);
      if (bytes[position] !== 0x2c) {
        break;
      }
      position = skipBlanks(bytes, position + 1, limit);
    }
    lists.push(...((signs & (timeSign | deedSign)) === 0 ? found : []));
    return signs;
  }
}
