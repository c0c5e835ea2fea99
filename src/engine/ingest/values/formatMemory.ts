import { formatByKeys, type FormatByKeys, type ValueContent } from '../../../core/formats/formatByKeys.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { finishHash, mixWord } from '../../columns/byteHash.ts';

interface Entry {
  readonly members: Uint32Array;
  readonly verdict: FormatByKeys;
}

/** More lists of keys than these are not remembered: hostile logs have one for each record. */
const maxEntries = 1024;

const contents: readonly ValueContent[] = ['null', 'plain', 'nested'];

/** Remembers what the keys of records say of their format. */
export class FormatMemory {
  private readonly entries = new Map<number, readonly Entry[]>();
  private size = 0;
  /** The keys of the record at hand, each with what its value is. */
  private members = new Uint32Array(64);
  private count = 0;
  /** The keys so far are those of the record before. */
  private isSameSoFar = false;
  private last: Entry | undefined;
  private readonly formats: FormatSet;

  constructor(formats: FormatSet) {
    this.formats = formats;
  }

  /** Begins a record. */
  begin(): void {
    this.count = 0;
    this.isSameSoFar = this.last !== undefined;
  }

  /** Adds the key of this number, whose value begins at an index. */
  add(key: number, bytes: Uint8Array, start: number): void {
    if (this.count === this.members.length) {
      const wider = new Uint32Array(this.count * 2);
      wider.set(this.members);
      this.members = wider;
    }
    const member = key * contents.length + contents.indexOf(contentAt(bytes, start));
    this.isSameSoFar &&= this.last!.members[this.count] === member;
    this.members[this.count++] = member;
  }

  /** What the keys say that were added; `textOf` gives the text of a key's number. */
  verdict(textOf: (key: number) => string): FormatByKeys {
    if (this.last !== undefined && this.isSameSoFar && this.last.members.length === this.count) {
      return this.last.verdict;
    }
    this.last = this.entry(textOf);
    return this.last.verdict;
  }

  private entry(textOf: (key: number) => string): Entry {
    const hash = this.hash();
    const same = this.entries.get(hash) ?? [];
    const known = same.find(({ members }) => this.isSame(members));
    if (known !== undefined) {
      return known;
    }
    const members = this.members.slice(0, this.count);
    const verdict = formatByKeys(
      Array.from(members, (member) => ({
        key: textOf(Math.floor(member / contents.length)),
        content: contents[member % contents.length]!,
      })),
      this.formats,
    );
    if (this.size === maxEntries) {
      this.entries.clear();
      this.size = 0;
    }
    this.size++;
    const entry = { members, verdict };
    this.entries.set(hash, [...(this.entries.get(hash) ?? []), entry]);
    return entry;
  }

  private hash(): number {
    let hash = 0;
    for (let index = 0; index < this.count; index++) {
      hash = mixWord(hash, this.members[index]!);
    }
    return finishHash(hash, this.count);
  }

  private isSame(members: Uint32Array): boolean {
    if (members.length !== this.count) {
      return false;
    }
    for (let index = 0; index < members.length; index++) {
      if (members[index] !== this.members[index]) {
        return false;
      }
    }
    return true;
  }
}

/** What the value that begins here is at most. */
export function contentAt(bytes: Uint8Array, start: number): ValueContent {
  const first = bytes[start]!;
  if (first === 0x22) {
    // Only text that begins with a bracket, a blank or an escape may be JSON.
    const inner = bytes[start + 1]!;
    return inner === 0x7b || inner === 0x5b || inner <= 0x20 || inner === 0x5c || inner >= 0x80 ? 'nested' : 'plain';
  }
  return first === 0x6e ? 'null' : first === 0x7b || first === 0x5b ? 'nested' : 'plain';
}
