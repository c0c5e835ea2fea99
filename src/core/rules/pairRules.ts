/**
 * Rules for the pairs of kind and value in a record's identities and targets. The kind is judged by itself, the
 * value by its kind.
 */
import { callerKeys, targetKeys } from '../formats/attestation/roleKeys.ts';
import { identityTypeOf } from '../record/identities.ts';
import { parseResourceId } from '../record/resourceId.ts';
import { targetTypeOf } from '../record/targets.ts';
import { clean, excerpt, verdict, type Verdict } from '../finding/verdict.ts';

/** On the type of an identity. */
export function identityTypeVerdicts(type: string): readonly Verdict[] {
  return kindVerdicts('value.unknownIdentityType', type, identityTypeOf(withoutBlanks(type))?.name);
}

/** On the type of a target. */
export function targetTypeVerdicts(type: string): readonly Verdict[] {
  return kindVerdicts('value.unknownTargetType', type, targetTypeOf(withoutBlanks(type))?.name);
}

const typesOfGuids: ReadonlySet<string> = new Set(['ObjectID', 'TenantId', 'ApplicationID', 'SubscriptionID']);

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** On an identity of this type; of an unknown type, only whether there is one. */
export function identityVerdicts(type: string, identity: string): readonly Verdict[] {
  if (identity === '') {
    return verdict('value.empty', callerKeys.value);
  }
  const known = identityTypeOf(withoutBlanks(type))?.name ?? '';
  const hasForm = known === 'UPN' ? identity.includes('@') : !typesOfGuids.has(known) || guid.test(identity);
  return hasForm ? clean : verdict('value.identityForm', known, identity);
}

/** On a target of this type. */
export function targetVerdicts(type: string, name: string): readonly Verdict[] {
  if (name === '') {
    return verdict('value.empty', targetKeys.value);
  }
  // The id of a subscription or a group names no resource.
  const isMalformed = targetTypeOf(withoutBlanks(type))?.name === 'ResourceId' && (parseResourceId(name)?.instance ?? null) === null;
  return isMalformed ? verdict('value.resourceForm', name) : clean;
}

/** One target of a record. */
export interface Target {
  readonly type: string;
  readonly name: string;
}

export interface RegionMismatch {
  /** Position of the target whose region differs. */
  readonly index: number;
  readonly verdict: Verdict;
}

/**
 * Finds the first resource region in which none of the record's service regions lies. Undefined where the regions agree or one side names none.
 */
export function regionMismatch(targets: readonly Target[]): RegionMismatch | undefined {
  const serviceRegions = targets.filter((target) => isRegion(target, 'ServiceRegion'));
  const seen = new Set(serviceRegions.map((target) => foldRegion(target.name)));
  const index = targets.findIndex((target) => isRegion(target, 'ResourceRegion') && !seen.has(foldRegion(target.name)));
  const serviceRegion = serviceRegions[0];
  const resourceRegion = targets[index];
  if (serviceRegion === undefined || resourceRegion === undefined) {
    return undefined;
  }
  return { index, verdict: { code: 'value.regionMismatch', args: [excerpt(serviceRegion.name), excerpt(resourceRegion.name)] } };
}

function isRegion(target: Target, type: string): boolean {
  return target.name !== '' && targetTypeOf(withoutBlanks(target.type))?.name === type;
}

/** `East US 2` and `eastus2` are the same region. */
function foldRegion(name: string): string {
  return withoutBlanks(name).toLowerCase();
}

function kindVerdicts(
  code: 'value.unknownIdentityType' | 'value.unknownTargetType',
  type: string,
  regular: string | undefined,
): readonly Verdict[] {
  if (regular === undefined) {
    return verdict(code, type);
  }
  return type === regular ? clean : verdict('value.spelling', type, regular);
}

/** The documentation writes some kinds with blanks, `Object ID`. */
function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
