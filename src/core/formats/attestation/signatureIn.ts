import { signatureGroupOf, type SignatureGroup } from '../../record/results.ts';
import { memberOf, nodeString, type ValueNode } from '../../json/valueTree.ts';
import { keyOf } from './roleKeys.ts';

/** What the status beside the result says of a record's outcome: see {@link signatureGroupOf}. */
export function signatureIn(bytes: Uint8Array, root: ValueNode): SignatureGroup | undefined {
  const node = memberOf(root, keyOf.signature);
  return node && signatureGroupOf(nodeString(bytes, node));
}
