import { parseJsonText } from './parseJsonText.ts';
import { nodeString, type ValueNode } from './valueTree.ts';

/** A value with the bytes that it is of: those of the record, or of JSON text in it. */
interface PlacedNode {
  readonly bytes: Uint8Array;
  readonly node: ValueNode;
}

/**
 * The values at a path of keys joined by dots, through objects, the elements of arrays, and strings that are either as JSON
 * text, in no certain order: strings as they are, anything else as its source text, null as null, of an array each element.
 * As keys may hold dots themselves, every way to divide the path counts: `a.b` finds 1 and 2 in `{"a.b":1,"a":{"b":2}}`. Of a
 * key that appears twice in an object the last one counts, as for JSON.parse.
 */
export function textsAtPath(bytes: Uint8Array, root: ValueNode, path: string): readonly (string | null)[] {
  return nodesAtPath(bytes, root, path).flatMap((found) =>
    (found.node.kind === 'array' ? found.node.items : [found.node]).map((node) =>
      node.kind === 'null' ? null : nodeString(found.bytes, node),
    ),
  );
}

function nodesAtPath(bytes: Uint8Array, root: ValueNode, path: string): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  // Values to look into, each with the part of the path that is left. No value can be reached in two ways.
  const open: (PlacedNode & { readonly left: string })[] = [{ bytes, node: root, left: path }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { left } = next;
    const outer = opened(next);
    for (const node of outer.node.items) {
      open.push({ bytes: outer.bytes, node, left });
    }
    for (const [key, node] of membersOn(outer.node, left)) {
      if (key === left) {
        found.push({ bytes: outer.bytes, node });
      } else {
        open.push({ bytes: outer.bytes, node, left: left.slice(key.length + 1) });
      }
    }
  }
  return found;
}

/** What is in JSON text; any other value as it is. */
function opened(value: PlacedNode): PlacedNode {
  const text = value.node.kind === 'string' ? parseJsonText(nodeString(value.bytes, value.node)) : undefined;
  return text === undefined ? value : { bytes: text.bytes, node: text.root };
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
