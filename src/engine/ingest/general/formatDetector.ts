import { formatByKeys, type ValueContent } from '../../../core/formats/recordFormat.ts';
import { finishHash, mixWord } from '../../columns/byteHash.ts';
import type { Keys } from '../values/keys.ts';
import type { RecordLayout } from '../values/recordLayout.ts';

type KnownFormat = ReturnType<typeof formatByKeys>;

interface Entry {
  /** By member: three times the number of its key, plus what its value is (`contents`). */
  readonly members: Uint32Array;
  readonly format: KnownFormat;
}

/** More lists of keys than these are not remembered: hostile logs have one for each record. */
const maxEntries = 1024;

const contents: readonly ValueContent[] = ['null', 'plain', 'nested'];

/** Remembers which format the records with a list of keys are of. */
export class FormatDetector {
  private readonly keys: Keys;
  private readonly entries = new Map<number, readonly Entry[]>();
  private count = 0;
  private members = new Uint32Array(64);

  constructor(keys: Keys) {
    this.keys = keys;
  }

  /** What each record with the keys of the one in `layout` is; undefined where its values must be looked at. */
  formatOf(bytes: Uint8Array, layout: RecordLayout): KnownFormat {
    const hash = this.read(bytes, layout);
    const same = this.entries.get(hash) ?? [];
    const known = same.find(({ members }) => this.isSame(members, layout.count));
    if (known !== undefined) {
      return known.format;
    }
    const format = formatByKeys(
      Array.from({ length: layout.count }, (_, index) => ({
        key: this.keys.text(layout.keys[index]!),
        content: contents[contentAt(bytes, layout.valueStart[index]!)]!,
      })),
    );
    if (this.count === maxEntries) {
      this.entries.clear();
      this.count = 0;
    }
    this.count++;
    this.entries.set(hash, [...(this.entries.get(hash) ?? []), { members: this.members.slice(0, layout.count), format }]);
    return format;
  }

  private read(bytes: Uint8Array, { count, keys, valueStart }: RecordLayout): number {
    if (this.members.length < count) {
      this.members = new Uint32Array(count * 2);
    }
    let hash = 0;
    for (let index = 0; index < count; index++) {
      const member = keys[index]! * contents.length + contentAt(bytes, valueStart[index]!);
      this.members[index] = member;
      hash = mixWord(hash, member);
    }
    return finishHash(hash, count);
  }

  private isSame(members: Uint32Array, count: number): boolean {
    if (members.length !== count) {
      return false;
    }
    for (let index = 0; index < count; index++) {
      if (members[index] !== this.members[index]) {
        return false;
      }
    }
    return true;
  }
}

/** What the value that begins here is, as the number of one of {@link contents}. */
function contentAt(bytes: Uint8Array, start: number): number {
  const first = bytes[start]!;
  if (first === 0x22) {
    // Only text that begins with a bracket, a blank or an escape may be JSON.
    const inner = bytes[start + 1]!;
    return inner === 0x7b || inner === 0x5b || inner <= 0x20 || inner === 0x5c || inner >= 0x80 ? 2 : 1;
  }
  return first === 0x6e ? 0 : first === 0x7b || first === 0x5b ? 2 : 1;
}
