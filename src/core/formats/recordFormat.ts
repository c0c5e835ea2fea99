import { isOwnKey } from './attestation/identifyingKeys.ts';
import { isUnknownFormat } from './attestation/unknownFormat.ts';
import { brokenPayload, normalizeRecord, variantKeys, type NormalizedRecord } from './attestation/variants.ts';
import type { ValueNode } from '../json/valueTree.ts';
import { builtInFormats, generic } from './builtInFormats.ts';
import type { CompiledEvidence } from './compiledEvidence.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import { enoughEvidence as enough } from './formatData.ts';
import { foldKey } from './pathSet.ts';
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
export function recordFormat(bytes: Uint8Array, root: ValueNode): RecordFormat {
  const normalized = normalizeRecord(bytes, root);
  if (root.members.some(({ key }) => isOwnKey(key)) || normalized?.kinds.some((kind) => kind !== 'pascalCase') === true) {
    return { kind: 'attestation', normalized };
  }
  const recognised = heaviest((format) => weigh(format.evidence, new TreeSource(format.paths, bytes, root)));
  if (recognised !== undefined) {
    return { kind: 'other', compiled: recognised };
  }
  const isUnknown = normalized === undefined && isUnknownFormat(root.members) && brokenPayload(bytes, root) === undefined;
  return isUnknown ? { kind: 'other', compiled: generic } : { kind: 'attestation', normalized };
}

/** What there may be in a value: nothing, something, or something with values within. */
export type ValueContent = 'null' | 'plain' | 'nested';

/** A key of a record, and what its value is at most: a string that may be JSON text counts as `nested`. */
export interface KeyOfRecord {
  readonly key: string;
  readonly content: ValueContent;
}

/**
 * What every record with these keys is, whatever else is in it: `undefined` where values must be looked at. A record of
 * Attestation is one in the form that it has.
 */
export function formatByKeys(keys: readonly KeyOfRecord[]): CompiledFormat | 'attestation' | undefined {
  if (keys.some(({ key }) => askingKeys.has(key))) {
    return undefined;
  }
  if (keys.some(({ key }) => isOwnKey(key))) {
    return 'attestation';
  }
  const all = new Set(keys.map(({ key }) => foldKey(key)));
  const filled = new Set(keys.flatMap(({ key, content }) => (content === 'null' ? [] : [foldKey(key)])));
  const nested = new Set(keys.flatMap(({ key, content }) => (content === 'nested' ? [foldKey(key)] : [])));
  // Of keys that are equal but for their case one may be null and another not.
  const isDoubtful = all.size < keys.length;
  const least = (format: CompiledFormat): number =>
    sum(format.evidence.filter(({ key, isKeyAlone }) => isKeyAlone && filled.has(key)).map(({ weight }) => weight));
  const most = (format: CompiledFormat): number =>
    sum(format.evidence.filter(({ key, isWithin }) => (isWithin ? nested : all).has(key)).map(({ weight }) => weight));
  const candidates = builtInFormats.filter((format) => most(format) >= enough);
  const [first] = candidates;
  if (first === undefined) {
    return isUnknownFormat(keys) ? generic : 'attestation';
  }
  return candidates.length === 1 && !isDoubtful && least(first) >= enough ? first : undefined;
}

const askingKeys: ReadonlySet<string> = new Set(variantKeys);

/** The first of the formats with the greatest weight, if that is enough. */
function heaviest(weightOf: (format: CompiledFormat) => number): CompiledFormat | undefined {
  let best: CompiledFormat | undefined;
  let most = enough - 1;
  for (const format of builtInFormats) {
    const weight = weightOf(format);
    if (weight > most) {
      most = weight;
      best = format;
    }
  }
  return best;
}

function weigh(evidence: readonly CompiledEvidence[], source: RoleSource): number {
  return sum(
    evidence.map(({ slot, weight, startsWith, endsWith }) => {
      if (startsWith === undefined && endsWith === undefined) {
        return source.values(slot).length > 0 ? weight : 0;
      }
      const text = textAt(source, slot)?.toLowerCase() ?? '';
      return text.startsWith((startsWith ?? '').toLowerCase()) && text.endsWith((endsWith ?? '').toLowerCase()) ? weight : 0;
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
