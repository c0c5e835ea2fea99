import { nodeString, parseValueTree } from '../json/valueTree.ts';
import type { ChangedValue } from './describeChanges.ts';
import { valuesIn, type HeldValue } from './heldValue.ts';
import { pathText } from './pathText.ts';
import { shownValue } from './shownValue.ts';

/** A field of two records. */
export interface ComparedField {
  /** Its path, such as `resources[0].ARN`; further fields of the same path are numbered: `a (2)`. */
  readonly name: string;
  /** Null where the record has no such field. */
  readonly first: ChangedValue | null;
  readonly second: ChangedValue | null;
  /** Whether both have it with the same value of the same kind, all of it: what is shown may be cut, and secrets are masked. */
  readonly isEqual: boolean;
}

/** Objects and arrays within each other farther than this are compared as one value. */
const maxDepth = 12;

/**
 * Compares two records value by value, also in JSON text within their strings. The order is that of the first record, with what only
 * the second has after what it follows there.
 *
 * @param first The bytes of exactly one record.
 */
export function compareRecords(first: Uint8Array, second: Uint8Array): readonly ComparedField[] {
  const [left, right] = [leavesByName(first), leavesByName(second)];
  const added = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const name of right.keys()) {
    if (left.has(name)) {
      last = name;
    } else {
      added.set(last, [...(added.get(last) ?? []), name]);
    }
  }
  const names = [...(added.get(undefined) ?? []), ...[...left.keys()].flatMap((name) => [name, ...(added.get(name) ?? [])])];
  return names.map((name) => comparedField(name, left.get(name), right.get(name)));
}

function comparedField(name: string, first: HeldValue | undefined, second: HeldValue | undefined): ComparedField {
  const isSameKind = first?.node.kind === second?.node.kind;
  const isEqual = first !== undefined && second !== undefined && isSameKind && textOf(first) === textOf(second);
  // A number and a string of the same digits are told apart by their quotes.
  const isQuoted = first !== undefined && second !== undefined && !isSameKind;
  return { name, first: shown(first, isQuoted), second: shown(second, isQuoted), isEqual };
}

function shown(value: HeldValue | undefined, isQuoted: boolean): ChangedValue | null {
  if (value === undefined) {
    return null;
  }
  const { text, source, whole } = shownValue(value.bytes, value.node);
  return { text: isQuoted ? source : text, isCut: !whole };
}

function textOf({ bytes, node }: HeldValue): string {
  return nodeString(bytes, node);
}

function leavesByName(bytes: Uint8Array): ReadonlyMap<string, HeldValue> {
  const leaves = new Map<string, HeldValue>();
  const times = new Map<string, number>();
  const root = { path: [], holder: [], bytes, node: parseValueTree(bytes, 0, bytes.length) };
  for (const leaf of leavesOf(root)) {
    const name = pathText(leaf.path);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    leaves.set(time === 1 ? name : `${name} (${time})`, leaf);
  }
  return leaves;
}

/** An object or array without anything in it is a value by itself. */
function leavesOf(value: HeldValue): readonly HeldValue[] {
  const children = value.path.length < maxDepth ? valuesIn(value) : [];
  return children.length === 0 && value.path.length > 0 ? [value] : children.flatMap(leavesOf);
}
