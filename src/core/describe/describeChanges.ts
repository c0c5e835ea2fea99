import type { CompiledChange } from '../formats/compiledChange.ts';
import type { ParsedRecord } from '../formats/parsedRecord.ts';
import { textAt } from '../formats/roles.ts';
import { TreeSource } from '../formats/treeSource.ts';
import { parseValueTree } from '../json/valueTree.ts';
import { maskSecrets } from '../record/maskSecrets.ts';
import { plainText } from './plainText.ts';
import { shownValue } from './shownValue.ts';

/** A value before or after a change. */
export interface ChangedValue {
  /** Decoded, cut after `shownLength` UTF-16 units; secrets are masked. */
  readonly text: string;
  readonly isCut: boolean;
}

/** One change that a record reports; null where it does not say what was there. */
export interface Change {
  readonly name: string;
  readonly before: ChangedValue | null;
  readonly after: ChangedValue | null;
}

/** Longest name of what was changed, in UTF-16 units. */
const maxNameLength = 200;

/** The changes that a record reports, in its order, at most so many; `total` says how many there are. */
export function describeChanges(record: ParsedRecord, limit: number): { readonly changes: readonly Change[]; readonly total: number } {
  const sources = record.other?.changes ?? [];
  const items = sources.flatMap((compiled) => itemsOf(record, compiled));
  return { changes: items.slice(0, limit).map(({ compiled, item }) => changeOf(compiled, item)), total: items.length };
}

interface Item {
  readonly compiled: CompiledChange;
  readonly item: TreeSource;
}

/** Items that name nothing are no changes. */
function itemsOf({ bytes, root }: ParsedRecord, compiled: CompiledChange): readonly Item[] {
  return new TreeSource(compiled.paths, bytes, root)
    .values(compiled.items)
    .map((found) => new TreeSource(compiled.within, found.bytes, parseValueTree(found.bytes, found.start, found.end), found.isOwn))
    .filter((item) => nameOf(compiled, item) !== '')
    .map((item) => ({ compiled, item }));
}

function changeOf(compiled: CompiledChange, item: TreeSource): Change {
  return {
    name: plainText(maskSecrets(nameOf(compiled, item)), maxNameLength),
    before: valueOf(compiled.before, item),
    after: valueOf(compiled.after, item),
  };
}

function nameOf({ name }: CompiledChange, item: TreeSource): string {
  return name.map((slot) => textAt(item, slot) ?? '').find((text) => text !== '') ?? '';
}

function valueOf(slots: readonly number[], item: TreeSource): ChangedValue | null {
  const [found] = slots.flatMap((slot) => item.values(slot));
  if (found === undefined) {
    return null;
  }
  const { text, whole } = shownValue(found.bytes, parseValueTree(found.bytes, found.start, found.end));
  return { text, isCut: !whole };
}
