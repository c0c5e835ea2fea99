import { envelopeKey, isOwnKey } from './attestation/identifyingKeys.ts';
import { isUnknownFormat } from './attestation/unknownFormat.ts';
import { variantKeys } from './attestation/variants.ts';
import { generic } from './genericFormat.ts';
import type { CompiledEvidence } from './compiledEvidence.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import { enoughEvidence as enough } from './formatData.ts';
import type { FormatSet } from './formatSet.ts';
import { foldKey } from './pathSet.ts';

/** What there may be in a value: nothing, something, or something with values within. */
export type ValueContent = 'null' | 'plain' | 'nested';

/** A key of a record, and what its value is at most: a string that may be JSON text counts as `nested`. */
export interface KeyOfRecord {
  readonly key: string;
  readonly content: ValueContent;
}

/** A format that a record may be of: evidence that its keys give, and what may add to it. */
export interface Candidate {
  readonly format: CompiledFormat;
  readonly weight: number;
  readonly asked: readonly CompiledEvidence[];
}

/** What the keys of a record say of its format, whatever its values are. */
export type FormatByKeys =
  /** A record of Attestation is one in the documented form. */
  | { readonly kind: 'decided'; readonly format: CompiledFormat | 'attestation' }
  /** The candidate with the most evidence, if that is enough; else `otherwise`, or what `recordFormat.ts` finds. */
  | { readonly kind: 'asked'; readonly candidates: readonly Candidate[]; readonly otherwise: CompiledFormat | undefined }
  /** The whole record must be looked at. */
  | { readonly kind: 'open' };

const open: FormatByKeys = { kind: 'open' };
const askingKeys: ReadonlySet<string> = new Set(variantKeys);

/** What every record with these keys is: never another format than `recordFormat.ts` finds by a look at the whole record. */
export function formatByKeys(keys: readonly KeyOfRecord[], formats: FormatSet): FormatByKeys {
  const isAsking = keys.some(({ key }) => askingKeys.has(key));
  if (keys.some(({ key }) => isOwnKey(key))) {
    return isAsking ? open : { kind: 'decided', format: 'attestation' };
  }
  const filled = contentByKey(keys);
  // Of keys that are equal but for their case one may be null and another not.
  if (filled.size < keys.length || keys.some(({ key }) => key === envelopeKey)) {
    return open;
  }
  const candidates = candidatesOf(filled, formats);
  const isUnknown = !isAsking && isUnknownFormat(keys);
  if (candidates.length === 0) {
    return isAsking ? open : { kind: 'decided', format: isUnknown ? generic : 'attestation' };
  }
  const best = candidates.reduce((first, one) => (one.weight > first.weight ? one : first));
  const isCertain = candidates.every((one) => one === best || most(one) < best.weight);
  return best.weight >= enough && isCertain
    ? { kind: 'decided', format: best.format }
    : { kind: 'asked', candidates, otherwise: isUnknown ? generic : undefined };
}

/** The candidate that evidence decides for; undefined if there is not enough of it. */
export function chosenFormat(candidates: readonly Candidate[], holds: (evidence: CompiledEvidence) => boolean): CompiledFormat | undefined {
  let best: CompiledFormat | undefined;
  let weightOfBest = enough - 1;
  for (const { format, weight, asked } of candidates) {
    let sum = weight;
    for (const evidence of asked) {
      sum += holds(evidence) ? evidence.weight : 0;
    }
    if (sum > weightOfBest) {
      weightOfBest = sum;
      best = format;
    }
  }
  return best;
}

/** Evidence that keys alone do not give. */
export function isAsked({ isKeyAlone }: CompiledEvidence): boolean {
  return !isKeyAlone;
}

function contentByKey(keys: readonly KeyOfRecord[]): ReadonlyMap<string, ValueContent> {
  return new Map(keys.map(({ key, content }) => [foldKey(key), content]));
}

function candidatesOf(contents: ReadonlyMap<string, ValueContent>, { forms }: FormatSet): readonly Candidate[] {
  return forms.flatMap((format) => {
    const there = format.evidence.filter(({ key, isWithin }) => {
      const content = contents.get(key) ?? 'null';
      return isWithin ? content === 'nested' : content !== 'null';
    });
    const asked = there.filter(isAsked);
    const weight = there.reduce((sum, one) => sum + (isAsked(one) ? 0 : one.weight), 0);
    const candidate = { format, weight, asked };
    return most(candidate) >= enough ? [candidate] : [];
  });
}

function most({ weight, asked }: Candidate): number {
  return asked.reduce((sum, one) => sum + one.weight, weight);
}
