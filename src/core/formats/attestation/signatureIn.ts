import { signatureGroupOf, type SignatureGroup } from '../../record/results.ts';
import { memberOf, nodeString, type ValueNode } from '../../json/valueTree.ts';

/** What `resultSignature` says of a record's outcome: see {@link signatureGroupOf}. */
export function signatureIn(bytes: Uint8Array, root: ValueNode): SignatureGroup | undefined {
  const node = memberOf(root, 'resultSignature');
  return node && signatureGroupOf(nodeString(bytes, node));
}
