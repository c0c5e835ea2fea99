import { memberOf, type ValueNode } from './valueTree.ts';

/** JSON pointers (RFC 6901) into a record. Where a key appears twice, a pointer means the last, as JSON.parse does. */
export function childPointer(pointer: string, key: string | number): string {
  // Most keys need no escapes, and pointers are made for every value that is checked.
  return typeof key === 'string' && (key.includes('~') || key.includes('/'))
    ? `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : `${pointer}/${key}`;
}

/** The value that a pointer means; where the pointer leads nowhere, the last value on its way. */
export function resolvePointer(root: ValueNode, pointer: string): ValueNode {
  let node = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const child = node.kind === 'array' ? node.items[Number(key)] : memberOf(node, key);
    if (child === undefined) {
      return node;
    }
    node = child;
  }
  return node;
}
