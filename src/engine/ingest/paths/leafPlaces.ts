import { pathKeysLike } from '../../../core/formats/pathKeys.ts';
import type { PathNode } from '../../../core/formats/pathSet.ts';
import { parseValueTree, type ValueNode } from '../../../core/json/valueTree.ts';
import { mayBeJsonText } from './jsonTexts.ts';

/** A scalar of a record, or an object or array without values. Offsets are those of the record. */
export interface Leaf {
  readonly start: number;
  readonly end: number;
  /** The paths that end here. */
  readonly slots: readonly number[];
  /** Paths go on from here. */
  readonly leadsOn: boolean;
  /** It is a member of the record itself. */
  readonly isOutermost: boolean;
}

/** A value at the end of a path. */
export interface PathEnd {
  readonly slot: number;
  readonly start: number;
  readonly end: number;
}

export interface LeafPlaces {
  /** In the order of the text. */
  readonly leaves: readonly Leaf[];
  /** In the order in which {@link PathScanner} finds them. */
  readonly ends: readonly PathEnd[];
}

/**
 * Where the values of a record are, and which paths lead to them: of one that {@link PathScanner} has taken. Undefined where paths
 * go on in a string that may be JSON text, which has no places in the record.
 */
export function leafPlaces(record: Uint8Array, paths: PathNode): LeafPlaces | undefined {
  const leaves: Leaf[] = [];
  const ends: PathEnd[] = [];
  let isPlain = true;
  const visit = (node: ValueNode, at: readonly PathNode[], depth: number): void => {
    const nodes = node.kind === 'array' ? at : at.flatMap(ownItems);
    node.members.forEach(({ key, value }) => {
      const inner = nodes.flatMap((one) => pathKeysLike(one, key).map((like) => like.node));
      visit(value, inner, depth + 1);
    });
    node.items.forEach((item) => {
      const inner = nodes.flatMap(({ items }) => (items === undefined ? [] : [items]));
      visit(item, inner, depth + 1);
    });
    const slots = nodes.flatMap(({ slot }) => (slot === -1 ? [] : [slot]));
    if (node.members.length === 0 && node.items.length === 0 && depth > 0) {
      const leadsOn = nodes.some(({ keys, items }) => keys.length > 0 || items !== undefined);
      isPlain &&= !leadsOn || node.kind !== 'string' || !mayBeJsonText(record, node.start);
      leaves.push({ start: node.start, end: node.end, slots, leadsOn, isOutermost: depth === 1 });
    }
    if (node.kind !== 'null') {
      slots.forEach((slot) => ends.push({ slot, start: node.start, end: node.end }));
    }
  };
  visit(parseValueTree(record, 0, record.length), [paths], 0);
  return isPlain ? { leaves, ends } : undefined;
}

/** A node, and those of its items: a value that is no array is its own item. */
function ownItems(node: PathNode): readonly PathNode[] {
  return node.items === undefined ? [node] : [node, ...ownItems(node.items)];
}
