import { parseValueTree, type ValueNode } from '../../json/valueTree.ts';
import { normalizeRecord } from './variants.ts';

/** A record in the documented form: as it stands, or rewritten where it comes from another writer. */
export interface EffectiveRecord {
  readonly bytes: Uint8Array;
  readonly root: ValueNode;
}

/** Takes the bytes of exactly one record. */
export function effectiveRecord(bytes: Uint8Array): EffectiveRecord {
  const root = parseValueTree(bytes, 0, bytes.length);
  return normalizeRecord(bytes, root) ?? { bytes, root };
}
