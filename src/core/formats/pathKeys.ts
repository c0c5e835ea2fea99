import { foldKey, type PathKey, type PathNode } from './pathSet.ts';

/** The keys of a node that a key of a record is: itself, and others that are equal but for their case. */
export function pathKeysLike(node: PathNode, key: string): readonly PathKey[] {
  const folded = foldKey(key);
  return node.keys.filter((one) => one.folded === folded);
}
