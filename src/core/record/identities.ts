/**
 * Who did it. A record names **one** caller in several identities: the same person or service as an object of the
 * directory, as a certificate, as a member of a tenant.
 */
export interface IdentityType {
  readonly name: string;
  /** True for the four that the Attestation documentation names. */
  readonly documented: boolean;
}

export const identityTypes: readonly IdentityType[] = [
  identity('UPN', true),
  identity('PUID'),
  identity('ObjectID', true),
  identity('Certificate', true),
  identity('Claim'),
  identity('Username'),
  identity('KeyName'),
  identity('SubscriptionID'),
  identity('ApplicationID'),
  identity('TenantId', true),
  identity('AccessKeyName'),
  identity('TokenID'),
  identity('SasURL'),
  identity('System'),
  identity('Other'),
];

const byFoldedName: ReadonlyMap<string, IdentityType> = new Map(identityTypes.map((type) => [type.name.toLowerCase(), type]));

/** Looks a type up without regard to case; undefined for a type that nobody has documented. */
export function identityTypeOf(name: string): IdentityType | undefined {
  return byFoldedName.get(name.toLowerCase());
}

/** The order in which one identity is chosen to name the caller: the most telling and least shared first. */
export const labelOrder: readonly string[] = [
  'UPN',
  'Email',
  'Username',
  'ARN',
  'ApplicationID',
  'ObjectID',
  'Certificate',
  'Claim',
  'KeyName',
  'PUID',
  'UserID',
  'PrincipalID',
  'Service',
  'AccountID',
  'SubscriptionID',
  'TenantId',
];

const labelRanks: ReadonlyMap<string, number> = new Map(labelOrder.map((name, rank) => [name.toLowerCase(), rank]));

/** How well a type of identity names a caller: 0 is best; undefined for a type that does not. */
export function labelRank(type: string): number | undefined {
  return labelRanks.get(type.toLowerCase());
}

function identity(name: string, documented = false): IdentityType {
  return { name, documented };
}
