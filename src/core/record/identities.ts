/**
 * Who did it. A record tells **one** caller in several identities: the same person or service as an object of the
 * directory, as a certificate, as a member of a tenant.
 */
export interface IdentityType {
  readonly name: string;
  /** What such an identity is. */
  readonly meaning: string;
  /** True for the four that the Attestation documentation names. */
  readonly documented: boolean;
}

export const identityTypes: readonly IdentityType[] = [
  identity('UPN', 'Azure AD user principal name, such as name@contoso.com', true),
  identity('PUID', 'Passport unique id of an account'),
  identity('ObjectID', 'Object id of a user or service principal in Azure AD', true),
  identity('Certificate', 'Certificate that the caller presented', true),
  identity('Claim', 'Claim of the caller’s token'),
  identity('Username', 'User name'),
  identity('KeyName', 'Name of the key that the caller used'),
  identity('SubscriptionID', 'Azure subscription on whose behalf the caller acted'),
  identity('ApplicationID', 'Id of the application in Azure AD'),
  identity('TenantId', 'Azure AD tenant of the caller; shared by all callers of that tenant', true),
  identity('AccessKeyName', 'Name of the access key that the caller used'),
  identity('TokenID', 'Id of the caller’s token'),
  identity('SasURL', 'Shared access signature; its signature is a secret'),
  identity('System', 'The service itself'),
  identity('Other', 'Another kind of identity'),
];

const byFoldedName: ReadonlyMap<string, IdentityType> = new Map(identityTypes.map((type) => [type.name.toLowerCase(), type]));

/** Looks a type up without regard to case; undefined for a type that nobody has documented. */
export function identityTypeOf(name: string): IdentityType | undefined {
  return byFoldedName.get(name.toLowerCase());
}

/** The order in which one identity is chosen to name the caller: the most telling and least shared first. */
const labelOrder: readonly string[] = [
  'UPN',
  'Username',
  'ApplicationID',
  'ObjectID',
  'Certificate',
  'Claim',
  'KeyName',
  'PUID',
  'SubscriptionID',
  'TenantId',
];

const labelRanks: ReadonlyMap<string, number> = new Map(labelOrder.map((name, rank) => [name.toLowerCase(), rank]));

/** How well a type of identity names a caller: 0 is best; undefined for a type that does not. */
export function labelRank(type: string): number | undefined {
  return labelRanks.get(type.toLowerCase());
}

function identity(name: string, meaning: string, documented = false): IdentityType {
  return { name, meaning, documented };
}
