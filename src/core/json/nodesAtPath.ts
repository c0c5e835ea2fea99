import type { ValueNode } from './valueTree.ts';

/**
 * Finds the values at a path of keys joined by dots, through objects and the elements of arrays, in no certain order. As
 * keys may hold dots themselves, every way to divide the path counts: `a.b` finds 1 and 2 in `{"a.b":1,"a":{"b":2}}`. Of a
 * key that appears twice in an object the last one counts, as for JSON.parse.
 */
export function nodesAtPath(root: ValueNode, path: string): readonly ValueNode[] {
  const found: ValueNode[] = [];
  // Values to look into, each with the part of the path that is left. No value can be reached in two ways.
  const open: [node: ValueNode, path: string][] = [[root, path]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, left] = next;
    for (const item of node.items) {
      open.push([item, left]);
    }
    for (const [key, value] of membersOn(node, left)) {
      if (key === left) {
        found.push(value);
      } else {
        open.push([value, left.slice(key.length + 1)]);
      }
    }
  }
  return found;
}

/** The members of an object whose keys begin a path, or are all of it. */
function membersOn(node: ValueNode, path: string): ReadonlyMap<string, ValueNode> {
  const byKey = new Map<string, ValueNode>();
  for (const { key, value } of node.members) {
    if (path.startsWith(key) && (path.length === key.length || path[key.length] === '.')) {
      byKey.set(key, value);
    }
  }
  return byKey;
}
