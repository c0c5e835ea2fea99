import type { CompiledFormat, CompiledText } from '../formats/compiledFormat.ts';
import type { FieldGroup } from '../formats/attestation/fields.ts';
import { TreeSource } from '../formats/treeSource.ts';
import { childrenOf, pointerOf, valueAt, type PlacedValue } from '../json/valueAt.ts';
import type { ValueNode } from '../json/valueTree.ts';
import type { FieldAt } from './describeField.ts';
import type { FieldDescription } from './fieldDescription.ts';
import { fieldFilter } from './fieldFilter.ts';
import { shownValue } from './shownValue.ts';

/** Objects and arrays within each other farther than this are shown as one value. */
const maxDepth = 6;
/** So many fields are shown one by one; what follows is shown by its outermost key. */
const maxFields = 500;

const groupOrder: readonly FieldGroup[] = ['operation', 'caller', 'target', 'other'];

/**
 * Describes the fields of a record whose format is data, in the groups of the roles that their values play, in the order of the
 * text within a group. Objects and arrays come value by value, each under its path: `userIdentity.arn`, `resources[0].ARN`.
 */
export function describeOtherFields(bytes: Uint8Array, root: ValueNode, compiled: CompiledFormat): readonly FieldDescription[] {
  const groups = groupsOf(bytes, root, compiled);
  let left = maxFields;
  const fields = childrenOf({ path: [], node: root, parent: undefined }).flatMap((child) => {
    const leaves = left > 0 ? leavesOf(child) : [child];
    left -= leaves.length;
    return leaves.map((leaf) => describe(bytes, leaf, groups.get(leaf.node.start) ?? 'other'));
  });
  return groupOrder.flatMap((group) => fields.filter((field) => field.group === group));
}

/** Describes what is at a byte offset of such a record; undefined between its members. */
export function describeOtherFieldAt(bytes: Uint8Array, root: ValueNode, compiled: CompiledFormat, offset: number): FieldAt | undefined {
  const value = valueAt(root, offset);
  const group = value && (groupsOf(bytes, root, compiled).get(value.node.start) ?? 'other');
  return value && group && { field: describe(bytes, value, group), start: value.start, end: value.end };
}

function leavesOf(value: PlacedValue): readonly PlacedValue[] {
  const children = value.path.length < maxDepth ? childrenOf(value) : [];
  return children.length === 0 ? [value] : children.flatMap(leavesOf);
}

function describe(bytes: Uint8Array, { path, node }: PlacedValue, group: FieldGroup): FieldDescription {
  const shown = shownValue(bytes, node);
  const name = path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
  const subject = { name: undefined, element: false, group };
  return {
    name,
    title: name,
    type: node.kind,
    documentation: '',
    inferred: false,
    pointer: pointerOf(path),
    group,
    source: shown.source,
    text: shown.text,
    sourceLength: shown.sourceLength,
    explanation: [],
    filter: shown.whole && !shown.masked ? fieldFilter(path, subject, null, node, shown.text) : null,
  };
}

/** The groups of the values that play a role, by where they begin. */
function groupsOf(bytes: Uint8Array, root: ValueNode, compiled: CompiledFormat): ReadonlyMap<number, FieldGroup> {
  const source = new TreeSource(compiled.paths, bytes, root);
  const groups = new Map<number, FieldGroup>();
  const note = (slots: readonly number[], group: FieldGroup): void => {
    for (const { start, isOwn } of slots.flatMap((slot) => source.values(slot))) {
      if (isOwn && !groups.has(start)) {
        groups.set(start, group);
      }
    }
  };
  const { operation, result, description, category, request, address, displayName, callers, targets, time, outcome } = compiled;
  note([...time, ...[operation, result, description, category, request].flatMap(slotsOf), ...outcome.map(({ slot }) => slot)], 'operation');
  note([...[address, displayName].flatMap(slotsOf), ...callers.flatMap((one) => ('slot' in one ? [one.slot] : []))], 'caller');
  note(
    targets.flatMap((one) => ('slot' in one ? [one.slot] : [])),
    'target',
  );
  return groups;
}

function slotsOf(texts: readonly CompiledText[]): readonly number[] {
  return texts.flatMap((text) => ('slot' in text ? [text.slot] : text.join.map(({ slot }) => slot)));
}
