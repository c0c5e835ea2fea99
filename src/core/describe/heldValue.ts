import { jsonTextPlaces } from '../json/jsonTextPlaces.ts';
import { parseJsonText } from '../json/parseJsonText.ts';
import { childrenOf, valueAt } from '../json/valueAt.ts';
import { nodeString, type ValueNode } from '../json/valueTree.ts';

/** A value of a record, or of JSON text in one of its strings. */
export interface HeldValue {
  /** Keys and indexes from the record down to the value, through JSON text as through objects. */
  readonly path: readonly (string | number)[];
  /** The same down to the value of the record itself that holds it: the string, if it is in JSON text. */
  readonly holder: readonly (string | number)[];
  /** The bytes that the node is of. */
  readonly bytes: Uint8Array;
  readonly node: ValueNode;
}

/** A value with the stretch of the record that stands for it, in bytes: the value, or the key in front of it. */
export interface PointedHeldValue extends HeldValue {
  readonly start: number;
  readonly end: number;
}

/** The values in an object or array, or in a string that is one as JSON text, in the order of the text. */
export function valuesIn({ path, holder, bytes, node }: HeldValue): readonly HeldValue[] {
  const text = node.kind === 'string' ? parseJsonText(nodeString(bytes, node)) : undefined;
  const isInText = text !== undefined || holder.length < path.length;
  const outer = { path, node: text?.root ?? node, parent: undefined };
  return childrenOf(outer).map((child) => ({
    path: child.path,
    holder: isInText ? holder : child.path,
    bytes: text?.bytes ?? bytes,
    node: child.node,
  }));
}

/** The innermost value at a byte offset of a record, in JSON text too; undefined between the record's members. */
export function heldValueAt(bytes: Uint8Array, root: ValueNode, offset: number): PointedHeldValue | undefined {
  const outer = valueAt(root, offset);
  let found: PointedHeldValue | undefined = outer && { ...outer, holder: outer.path, bytes };
  let next = found && innerValueAt(found, offset);
  let toRecord = (place: number): number => place;
  while (found !== undefined && next !== undefined) {
    const { value, at, places } = next;
    const outwards = toRecord;
    toRecord = (place) => outwards(places.outer(place));
    found = { ...value, holder: found.holder, start: toRecord(value.start), end: toRecord(value.end) };
    next = innerValueAt(value, at);
  }
  return found;
}

/** What is in a string at an offset of its bytes, by its own offsets; undefined where that is no JSON text, or between members. */
function innerValueAt({ path, bytes, node, start }: PointedHeldValue, offset: number) {
  if (node.kind !== 'string' || start !== node.start) {
    return undefined;
  }
  const text = parseJsonText(nodeString(bytes, node));
  const places = text && jsonTextPlaces(bytes, node);
  const at = places?.inner(offset);
  const inner = text === undefined || at === undefined ? undefined : valueAt(text.root, at);
  return text === undefined || places === undefined || at === undefined || inner === undefined
    ? undefined
    : { value: { ...inner, path: [...path, ...inner.path], holder: path, bytes: text.bytes }, at, places };
}
