/**
 * Outcomes. The result of a record is an open list: four groups hold whatever is known of it, and everything else is "other",
 * never an error.
 */
export type ResultGroup = 'success' | 'clientError' | 'failure' | 'other';

/** In the order in which they are stacked and listed. */
export const resultGroups: readonly ResultGroup[] = ['success', 'clientError', 'failure', 'other'];

interface KnownResult {
  readonly group: ResultGroup;
  /** The regular spelling; the key is another one if they differ. */
  readonly canonical: string;
}

const results: ReadonlyMap<string, KnownResult> = new Map<string, KnownResult>([
  ['success', { group: 'success', canonical: 'Success' }],
  ['succeeded', { group: 'success', canonical: 'Success' }],
  ['clienterror', { group: 'clientError', canonical: 'ClientError' }],
  ['failure', { group: 'failure', canonical: 'Failure' }],
  ['fail', { group: 'failure', canonical: 'Failure' }],
  ['failed', { group: 'failure', canonical: 'Failure' }],
  ['timeout', { group: 'failure', canonical: 'Timeout' }],
  ['partialsuccess', { group: 'other', canonical: 'PartialSuccess' }],
  ['partiallysucceeded', { group: 'other', canonical: 'PartialSuccess' }],
  ['unknown', { group: 'other', canonical: 'Unknown' }],
]);

/** The regular spellings of the results that have words of their own: those of which more is known than that they are “other”. */
export const knownResults: readonly string[] = [
  ...new Set([...results.values()].flatMap(({ group, canonical }) => (group === 'other' ? [] : [canonical]))),
];

/** The groups of the documented results, by these in lower case and without blanks. */
export const groupsByResult: Readonly<Record<string, ResultGroup>> = Object.fromEntries(
  [...results].map(([name, { group }]) => [name, group]),
);

/** Looks a result up without regard to case and blanks; undefined if nobody has documented it. */
export function knownResult(result: string): KnownResult | undefined {
  return results.get(result.replace(/\s/g, '').toLowerCase());
}

export function resultGroupOf(result: string | null): ResultGroup {
  return (result === null ? undefined : knownResult(result)?.group) ?? 'other';
}

/** The groups that an HTTP status can make of an outcome. */
export type SignatureGroup = Extract<ResultGroup, 'clientError' | 'failure'>;

/**
 * What the signature says of the outcome, which the newer Attestation logs have beside the result: an HTTP status as a
 * text or a number. Undefined for a status that is no error, and for whatever else is there.
 */
export function signatureGroupOf(signature: string): SignatureGroup | undefined {
  const [, hundreds] = /^\s*([45])\d\d(?!\d)/.exec(signature) ?? [];
  return hundreds === undefined ? undefined : hundreds === '4' ? 'clientError' : 'failure';
}

/** From what is least to be looked at to what is most. */
export const resultsFromBest: readonly ResultGroup[] = ['success', 'other', 'clientError', 'failure'];

/** The worst of several groups; `other` of none. */
export function worstGroup(groups: readonly ResultGroup[]): ResultGroup {
  return (
    groups.reduce<ResultGroup | undefined>(
      (worst, group) => (worst === undefined || resultsFromBest.indexOf(group) > resultsFromBest.indexOf(worst) ? group : worst),
      undefined,
    ) ?? 'other'
  );
}

/** The worse of the two: those logs say "Succeeded" together with the status 400. */
export function groupWithSignature(group: ResultGroup, signature: SignatureGroup | undefined): ResultGroup {
  return signature !== undefined && resultsFromBest.indexOf(signature) > resultsFromBest.indexOf(group) ? signature : group;
}
