import { childPointer } from '../../core/json/jsonPointer.ts';
import { nodeString, type ValueNode } from '../../core/json/valueTree.ts';

/** A regular expression or a reference of a JSON Schema, and where it is. */
export interface SchemaPart {
  readonly kind: 'pattern' | 'reference';
  readonly text: string;
  readonly pointer: string;
  /** Offset of its first byte. */
  readonly start: number;
}

/** Keywords of which the values are no schemas. */
const plain: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples']);

/** Keywords of which the values are schemas by names of the user's. */
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies']);

/** The regular expressions and references of a JSON Schema, in no particular order. */
export function schemaParts(bytes: Uint8Array, root: ValueNode): readonly SchemaPart[] {
  const parts: SchemaPart[] = [];
  // The tree has no more than some hundred levels.
  const visit = (node: ValueNode, pointer: string, isMap: boolean): void => {
    node.items.forEach((item, index) => visit(item, childPointer(pointer, index), false));
    for (const { key, keyStart, value } of node.members) {
      const at = childPointer(pointer, key);
      if (isMap) {
        if (pointer.endsWith('/patternProperties')) {
          parts.push({ kind: 'pattern', text: key, pointer: at, start: keyStart });
        }
        visit(value, at, false);
      } else if (value.kind === 'string' && (key === 'pattern' || key === '$ref' || key === '$dynamicRef' || key === '$recursiveRef')) {
        const kind = key === 'pattern' ? 'pattern' : 'reference';
        parts.push({ kind, text: nodeString(bytes, value), pointer: at, start: value.start });
      } else if (!plain.has(key)) {
        visit(value, at, maps.has(key));
      }
    }
  };
  visit(root, '', false);
  return parts;
}
