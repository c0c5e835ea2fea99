/**
 * When two identities that records name together belong to one caller. Wrong joins are worse than missing ones: they charge
 * somebody with what another has done.
 */

/** Values of one type that an identity shares records with. */
export interface Companions {
  readonly type: string;
  /** How many distinct values there are; counted no further than one above {@link maxCompanions}. */
  readonly distinct: number;
}

export type Refusal =
  /** Identities of this type name many callers at once, such as a tenant. */
  | { readonly reason: 'common' }
  /** It shares records with several identities of a type that names callers at least as well. */
  | { readonly reason: 'shared'; readonly by: string }
  /** One of the two has too many identities of the other’s type for all of them to be the same caller’s. */
  | { readonly reason: 'many'; readonly of: string };

/** Identities of one type that one caller may have, such as certificates that followed each other. */
export const maxCompanions = 3;

/**
 * Types by how well a value names one caller, the best first. Names come first, then keys that a directory gives to one caller whose
 * name may change, then names that others may bear too. Any other type comes last: certificates, tokens, claims.
 */
const tiers: readonly (readonly string[])[] = [
  ['upn', 'email', 'arn'],
  ['objectid', 'puid', 'userid', 'principalid', 'uid'],
  ['username', 'impersonateduser', 'applicationid', 'service', 'keyname', 'sessionissuer', 'system'],
];

/** The tier of keys of a directory. */
const keyTier = 1;

const tierOfType: ReadonlyMap<string, number> = new Map(tiers.flatMap((types, tier) => types.map((type) => [type, tier])));

/** Types whose values name organisations and groups, however few members of them a log may show. */
const commonTypes: ReadonlySet<string> = new Set(['tenantid', 'subscriptionid', 'accountid', 'group', 'displayname']);

/** Whether values of a type name organisations or groups, and so no one caller. */
export function isCommonType(type: string): boolean {
  return commonTypes.has(type.toLowerCase());
}

/** How well identities of a type name one caller: 0 is best. */
export function namingTier(type: string): number {
  return tierOfType.get(type.toLowerCase()) ?? tiers.length;
}

/** Why an identity joins no others, whichever these are; undefined where it may. */
export function refusalOf(type: string, companions: readonly Companions[]): Refusal | undefined {
  if (isCommonType(type)) {
    return { reason: 'common' };
  }
  const tier = namingTier(type);
  const by = companions.find((others) => isNoBetter(tier, others.type) && others.distinct > (tier === keyTier ? maxCompanions : 1));
  return by && { reason: 'shared', by: by.type };
}

/** Why an identity is not joined with one of a type of its companions; undefined where it is. */
export function refusalAmong(companions: readonly Companions[], type: string): Refusal | undefined {
  const folded = type.toLowerCase();
  const isMany = companions.some((others) => others.type.toLowerCase() === folded && others.distinct > maxCompanions);
  return isMany ? { reason: 'many', of: type } : undefined;
}

/** Whether values of a tier name callers no better than those of another type, of which organisations say nothing. */
function isNoBetter(tier: number, other: string): boolean {
  return !isCommonType(other) && namingTier(other) <= tier;
}
