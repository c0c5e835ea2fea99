import { documentationOfName } from '../formats/attestation/fields.ts';
import { pascalCase } from '../formats/attestation/regularKey.ts';
import { callerKeys, keyOf, targetKeys, type ValueRole } from '../formats/attestation/roleKeys.ts';
import { memberOf, nodeString, type ValueNode } from '../json/valueTree.ts';
import { explainValue } from './explain/explainValue.ts';
import type { FieldDescription } from './fieldDescription.ts';
import { fieldFilter } from './fieldFilter.ts';
import { shownValue } from './shownValue.ts';
import { subjectOf, type Subject } from './subject.ts';
import { typeWords } from './typeWords.ts';
import { childrenOf, pointerOf, valueAt, type PlacedValue } from '../json/valueAt.ts';

/** A description, and the bytes that it is about: a value, or the key in front of one. */
export interface FieldAt {
  readonly field: FieldDescription;
  readonly start: number;
  readonly end: number;
}

/** Describes what is at a byte offset of a record; undefined between the record's members. */
export function describeFieldAt(bytes: Uint8Array, root: ValueNode, offset: number): FieldAt | undefined {
  const value = valueAt(root, offset);
  return value && { field: describeValue(bytes, root, value), start: value.start, end: value.end };
}

/** Describes one value of the record whose tree is `root`. */
export function describeValue(bytes: Uint8Array, root: ValueNode, value: PlacedValue): FieldDescription {
  const { path, node, parent } = value;
  const subject = subjectOf(path);
  const shown = shownValue(bytes, node);
  const type = subject.role !== undefined && ofPair.has(subject.role) && parent !== undefined ? pairType(bytes, parent) : null;
  return {
    ...documentedPart(value, subject, type),
    pointer: pointerOf(path),
    group: subject.group,
    source: shown.source,
    text: shown.text,
    sourceLength: shown.sourceLength,
    explanation: shown.whole
      ? explainValue({ subject, node, text: shown.text, bytes, root, type, identityTypes: () => identityTypesOf(bytes, root) })
      : [],
    filter: shown.whole && !shown.masked ? fieldFilter(path, subject, type, node, shown.text) : null,
  };
}

/** What is named by the type that is beside it. */
const ofPair: ReadonlySet<ValueRole> = new Set(['caller', 'target']);

/** What the documentation says of a value, or its own key and kind in place of that. */
function documentedPart(
  { path, node }: PlacedValue,
  subject: Subject,
  type: string | null,
): Pick<FieldDescription, 'name' | 'title' | 'type' | 'documentation' | 'inferred'> {
  const key = path.findLast((step): step is string => typeof step === 'string') ?? '';
  const name = type === null || type === '' ? key : type;
  const documentation = subject.name === undefined ? undefined : documentationOfName(subject.name);
  if (documentation === undefined) {
    return { name, title: key, type: node.kind, documentation: '', inferred: false };
  }
  const { title, description, isInferred = false } = documentation;
  const words = subject.element ? node.kind : typeWords(documentation, node.kind);
  return { name, title, type: words, documentation: description, inferred: isInferred };
}

/** The type that an identity or target gives itself, in either casing; null where it gives none. */
function pairType(bytes: Uint8Array, pair: ValueNode): string | null {
  const type = [callerKeys.type, pascalCase(callerKeys.type), targetKeys.type, pascalCase(targetKeys.type)]
    .map((key) => memberOf(pair, key))
    .find((node) => node !== undefined);
  return type?.kind === 'string' ? nodeString(bytes, type) : null;
}

function identityTypesOf(bytes: Uint8Array, root: ValueNode): readonly string[] {
  const identities = memberOf(root, keyOf.callers) ?? memberOf(root, pascalCase(keyOf.callers));
  const pairs =
    identities === undefined ? [] : [identities, ...childrenOf({ path: [], node: identities, parent: root }).map((child) => child.node)];
  return pairs.flatMap((pair) => pairType(bytes, pair) ?? []);
}
