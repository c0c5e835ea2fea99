import { isOwnKey } from './attestation/identifyingKeys.ts';
import { isUnknownFormat } from './attestation/unknownFormat.ts';
import { brokenPayload, normalizeRecord, type NormalizedRecord } from './attestation/variants.ts';
import type { ValueNode } from '../json/valueTree.ts';
import { generic } from './genericFormat.ts';
import type { CompiledEvidence } from './compiledEvidence.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import { enoughEvidence as enough } from './formatData.ts';
import type { FormatSet } from './formatSet.ts';
import { textAt } from './roles.ts';
import type { RoleSource } from './roleSource.ts';
import { TreeSource } from './treeSource.ts';

/** What a record is: Attestation's, as it is or in the documented form, or one of another format. */
export type RecordFormat =
  | { readonly kind: 'attestation'; readonly normalized: NormalizedRecord | undefined }
  | { readonly kind: 'other'; readonly compiled: CompiledFormat };

/**
 * Recognises the format of the record whose tree is `root`, by its keys and a few constants. A key that only Attestation's
 * records have decides; else the format with the most evidence; else what is left of Attestation's keys; else it is generic.
 */
export function recordFormat(bytes: Uint8Array, root: ValueNode, formats: FormatSet): RecordFormat {
  const normalized = normalizeRecord(bytes, root);
  if (root.members.some(({ key }) => isOwnKey(key)) || normalized?.kinds.includes('payload') === true) {
    return { kind: 'attestation', normalized };
  }
  const recognised = heaviest(formats, (format) => weigh(format.evidence, new TreeSource(format.paths, bytes, root)));
  if (recognised !== undefined) {
    return { kind: 'other', compiled: recognised };
  }
  const isUnknown = normalized === undefined && isUnknownFormat(root.members) && brokenPayload(bytes, root) === undefined;
  return isUnknown ? { kind: 'other', compiled: generic } : { kind: 'attestation', normalized };
}

/** The first of the formats with the greatest weight, if that is enough. */
function heaviest({ forms }: FormatSet, weightOf: (format: CompiledFormat) => number): CompiledFormat | undefined {
  let best: CompiledFormat | undefined;
  let most = enough - 1;
  for (const format of forms) {
    const weight = weightOf(format);
    if (weight > most) {
      most = weight;
      best = format;
    }
  }
  return best;
}

function weigh(evidence: readonly CompiledEvidence[], source: RoleSource): number {
  return evidence.reduce((sum, one) => sum + (holds(one, source, one.slot) ? one.weight : 0), 0);
}

/** Whether a record holds what a piece of evidence asks for; `slot` is the number of its path in the source. */
export function holds({ startsWith, endsWith }: CompiledEvidence, source: RoleSource, slot: number): boolean {
  if (startsWith === undefined && endsWith === undefined) {
    return source.values(slot).length > 0;
  }
  const text = textAt(source, slot)?.toLowerCase() ?? '';
  return text.startsWith((startsWith ?? '').toLowerCase()) && text.endsWith((endsWith ?? '').toLowerCase());
}
