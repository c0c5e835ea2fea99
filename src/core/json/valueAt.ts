import type { ValueNode } from './valueTree.ts';

/** A value within its record. */
export interface PlacedValue {
  /** Keys and indexes from the record down to the value. */
  readonly path: readonly (string | number)[];
  readonly node: ValueNode;
  /** The object or array that holds it; undefined for the record itself. */
  readonly parent: ValueNode | undefined;
}

/** The value at an offset, and the stretch of text that the offset stands for: the value, or the key if it is in the key. */
export interface PointedValue extends PlacedValue {
  /** Byte offsets, in the bytes that the tree was read from. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the innermost value whose key or text holds a byte offset. Between the keys and values of the record itself
 * there is nothing that could be reported: undefined.
 */
export function valueAt(root: ValueNode, offset: number): PointedValue | undefined {
  let found: PointedValue | undefined;
  let next: PointedValue | undefined = { path: [], node: root, parent: undefined, start: root.start, end: root.end };
  while (next !== undefined && next.start <= offset && offset < next.end) {
    found = next;
    next = childAt(found, offset);
  }
  return found === undefined || found.path.length === 0 ? undefined : found;
}

function childAt({ path, node }: PlacedValue, offset: number): PointedValue | undefined {
  const member = node.members[lastFrom(node.members, offset, ({ keyStart }) => keyStart)];
  if (member !== undefined && offset < member.value.end) {
    const { key, keyStart, keyEnd, value } = member;
    const range = offset < keyEnd ? { start: keyStart, end: keyEnd } : { start: value.start, end: value.end };
    return { path: [...path, key], node: value, parent: node, ...range };
  }
  const index = lastFrom(node.items, offset, ({ start }) => start);
  const item = node.items[index];
  return item && offset < item.end ? { path: [...path, index], node: item, parent: node, start: item.start, end: item.end } : undefined;
}

/** Index of the last part that begins at an offset or before it, or -1. A record may have a million: it is found by halving. */
function lastFrom<T>(parts: readonly T[], offset: number, startOf: (part: T) => number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(parts[middle]!) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** The children of an object or array, in the order of the text. */
export function childrenOf({ path, node }: PlacedValue): readonly PlacedValue[] {
  return [
    ...node.members.map(({ key, value }) => ({ path: [...path, key], node: value, parent: node })),
    ...node.items.map((item, index) => ({ path: [...path, index], node: item, parent: node })),
  ];
}

/** A path as a JSON pointer (RFC 6901). */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
