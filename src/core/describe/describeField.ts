import { memberOf, nodeString, type ValueNode } from '../json/valueTree.ts';
import { documentationOf } from './documentation.ts';
import { explainValue } from './explain/explainValue.ts';
import type { FieldDescription } from './fieldDescription.ts';
import { fieldFilter } from './fieldFilter.ts';
import { shownValue } from './shownValue.ts';
import { subjectOf } from './subject.ts';
import { childrenOf, pointerOf, valueAt, type PlacedValue } from '../json/valueAt.ts';

/** A description, and the bytes that it is about: a value, or the key in front of one. */
export interface FieldAt {
  readonly field: FieldDescription;
  readonly start: number;
  readonly end: number;
}

/** Describes what stands at a byte offset of a record; undefined between the record's members. */
export function describeFieldAt(bytes: Uint8Array, root: ValueNode, offset: number): FieldAt | undefined {
  const value = valueAt(root, offset);
  return value && { field: describeValue(bytes, root, value), start: value.start, end: value.end };
}

/** Describes one value of the record whose tree is `root`. */
export function describeValue(bytes: Uint8Array, root: ValueNode, value: PlacedValue): FieldDescription {
  const { path, node, parent } = value;
  const subject = subjectOf(path);
  const shown = shownValue(bytes, node);
  const key = path.findLast((step): step is string => typeof step === 'string') ?? '';
  const ofPair = subject.name === 'callerIdentity' || subject.name === 'targetResourceName';
  const type = ofPair && parent !== undefined ? pairType(bytes, parent) : null;
  const documentation = subject.name === undefined ? undefined : documentationOf(subject.name);
  return {
    pointer: pointerOf(path),
    name: type === null || type === '' ? key : type,
    title: documentation?.title ?? key,
    type: subject.element || documentation === undefined ? node.kind : documentation.type,
    documentation: documentation?.text ?? '',
    group: subject.group,
    source: shown.source,
    text: shown.text,
    sourceLength: shown.sourceLength,
    explanation: shown.whole
      ? explainValue({ subject, node, text: shown.text, bytes, root, type, identityTypes: () => identityTypesOf(bytes, root) })
      : [],
    filter: shown.whole && !shown.masked ? fieldFilter(path, subject, type, node, shown.text) : null,
    inferred: documentation?.inferred ?? false,
  };
}

/** The type that an identity or target gives itself, in either casing; null where it gives none. */
function pairType(bytes: Uint8Array, pair: ValueNode): string | null {
  const type = ['callerIdentityType', 'CallerIdentityType', 'targetResourceType', 'TargetResourceType']
    .map((key) => memberOf(pair, key))
    .find((node) => node !== undefined);
  return type?.kind === 'string' ? nodeString(bytes, type) : null;
}

function identityTypesOf(bytes: Uint8Array, root: ValueNode): readonly string[] {
  const identities = memberOf(root, 'callerIdentities') ?? memberOf(root, 'CallerIdentities');
  const pairs =
    identities === undefined ? [] : [identities, ...childrenOf({ path: [], node: identities, parent: root }).map((child) => child.node)];
  return pairs.flatMap((pair) => pairType(bytes, pair) ?? []);
}
