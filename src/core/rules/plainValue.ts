import { nodeString, type ValueNode } from '../json/valueTree.ts';

/**
 * A value as a validator of JSON Schema takes it. Objects have no prototype, so that no key of a log (`__proto__`,
 * `constructor`) means anything but itself; of equal keys the last counts.
 *
 * Each number stands as 0: JavaScript's own would be rounded, so the rules for numbers look at the source text and the
 * validator only sees that there is a number.
 */
export function plainValue(bytes: Uint8Array, node: ValueNode): unknown {
  switch (node.kind) {
    case 'object': {
      const object = Object.create(null) as Record<string, unknown>;
      for (const member of node.members) {
        object[member.key] = plainValue(bytes, member.value);
      }
      return object;
    }
    case 'array':
      return node.items.map((item) => plainValue(bytes, item));
    case 'string':
      return nodeString(bytes, node);
    case 'number':
      return 0;
    case 'boolean':
      return node.end - node.start === 'true'.length;
    case 'null':
      return null;
  }
}
