import type { ValueNode } from '../json/valueTree.ts';
import { documentedKeys } from '../formats/attestation/fields.ts';
import { resultObjectKey } from '../formats/attestation/regularKey.ts';
import type { FieldGroup } from '../formats/definition/formatDocumentation.ts';
import { describeValue } from './describeField.ts';
import type { FieldDescription } from './fieldDescription.ts';
import { subjectOf } from './subject.ts';
import { childrenOf, type PlacedValue } from '../json/valueAt.ts';

/** In the order in which a record is read: what happened, who, on what; then where it is in the log. */
export const groupOrder: readonly FieldGroup[] = ['operation', 'caller', 'target', 'sequence', 'schema', 'cloud', 'other'];

/**
 * Describes all fields of a record, group by group and in documented order, keys that nothing documents last. Categories,
 * identities and targets come one by one, each identity and target under its type; an empty array comes as itself.
 */
export function describeRecordFields(bytes: Uint8Array, root: ValueNode): readonly FieldDescription[] {
  const leaves = childrenOf({ path: [], node: root, parent: undefined }).flatMap(entriesOf);
  const ranked = leaves.map((leaf) => ({ leaf, rank: rankOf(leaf) }));
  // Sorting is stable: within a field the order of the text stays.
  ranked.sort((left, right) => left.rank - right.rank);
  return ranked.map(({ leaf }) => describeValue(bytes, root, leaf));
}

/** The values under which a key is listed: itself, or what its array or object holds. */
function entriesOf(value: PlacedValue): readonly PlacedValue[] {
  const { role } = subjectOf(value.path);
  const isList = role === 'category' || role === 'callers' || role === 'targets';
  const isResult = value.path[0] === resultObjectKey && value.node.kind === 'object';
  const children = isList || isResult ? childrenOf(value) : [];
  if (children.length === 0) {
    return [value];
  }
  // PowerShell writes an array of one identity as that identity: then its members are right below the key.
  return isList && value.node.kind === 'object'
    ? pairEntries(value)
    : children.flatMap((child) => (role === 'category' ? [child] : pairEntries(child)));
}

/** Of an identity or a target its value, which its type names, and whatever else it holds; itself if it is no such pair. */
function pairEntries(pair: PlacedValue): readonly PlacedValue[] {
  const entries = childrenOf(pair).filter((child) => {
    const { role } = subjectOf(child.path);
    return role !== 'callerType' && role !== 'targetType';
  });
  const hasValue = entries.some(({ path }) => {
    const { role } = subjectOf(path);
    return role === 'caller' || role === 'target';
  });
  return hasValue ? entries : [pair];
}

const ranks: ReadonlyMap<string, number> = new Map(documentedKeys.map((key, rank) => [key, rank]));

function rankOf({ path }: PlacedValue): number {
  const { name, group } = subjectOf(path);
  const rank = name === undefined ? undefined : ranks.get(name);
  const key = subjectOf(path.slice(0, 1)).name;
  return groupOrder.indexOf(group) * 100 + (rank ?? ranks.get(key ?? '') ?? 99);
}
