import { parseValueTree, type ValueNode } from '../json/valueTree.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import type { FormatSet } from './formatSet.ts';
import { recordFormat } from './recordFormat.ts';

/** A record taken apart: one of Attestation in the documented form, any other as it stands, with its format. */
export interface ParsedRecord {
  readonly bytes: Uint8Array;
  readonly root: ValueNode;
  /** Undefined for a record of Attestation. */
  readonly other: CompiledFormat | undefined;
}

/** Takes the bytes of exactly one record. */
export function parseRecord(bytes: Uint8Array, formats: FormatSet): ParsedRecord {
  const root = parseValueTree(bytes, 0, bytes.length);
  const format = recordFormat(bytes, root, formats);
  if (format.kind === 'other') {
    return { bytes, root, other: format.compiled };
  }
  return { ...(format.normalized ?? { bytes, root }), other: undefined };
}
