import type { JsonObject, Scene } from './formatSample.ts';
import type { Person } from './people.ts';

export const account = '111122223333';
/** Another account, from which roles are assumed. */
export const partner = '444455556666';

/** Who acts, in each of the kinds of `userIdentity` that the documentation describes. */
export function identityOf({ company: { people }, random, time }: Scene): JsonObject {
  const person = random.pick(people);
  const kind = random.pickWeighted([
    ['AssumedRole', 50],
    ['IAMUser', 25],
    ['Root', 4],
    ['IdentityCenterUser', 6],
    ['AWSAccount', 5],
  ] as const);
  switch (kind) {
    case 'AssumedRole':
      return assumedRole(person, time);
    case 'IAMUser':
      return iamUser(person);
    case 'Root':
      return {
        type: 'Root',
        principalId: account,
        arn: `arn:aws:iam::${account}:root`,
        accountId: account,
        accessKeyId: 'ASIAEXAMPLEROOT00001',
      };
    case 'IdentityCenterUser':
      return {
        type: 'IdentityCenterUser',
        accountId: account,
        onBehalfOf: { userId: person.objectId, identityStoreArn: `arn:aws:identitystore::${account}:identitystore/d-0000000001` },
        credentialId: '0000EXAMPLE',
      };
    case 'AWSAccount':
      return { type: 'AWSAccount', principalId: `AIDAEXAMPLE:${person.name}`, accountId: partner };
  }
}

export function iamUser({ name }: Person): JsonObject {
  return {
    type: 'IAMUser',
    principalId: `AIDAEXAMPLE${name.toUpperCase()}`,
    arn: `arn:aws:iam::${account}:user/${name.toLowerCase()}`,
    accountId: account,
    accessKeyId: `AKIAEXAMPLE${name.toUpperCase()}`,
    userName: name.toLowerCase(),
  };
}

function assumedRole({ name, upn }: Person, time: string): JsonObject {
  const role = name < 'C' ? 'Administrator' : 'Deployer';
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE${role.toUpperCase()}:${upn}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${upn}`,
    accountId: account,
    accessKeyId: `ASIAEXAMPLE${name.toUpperCase()}`,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: `AROAEXAMPLE${role.toUpperCase()}`,
        arn: `arn:aws:iam::${account}:role/${role}`,
        accountId: account,
        userName: role,
      },
      webIdFederationData: {},
      attributes: { creationDate: `${time.slice(0, 11)}06:00:00Z`, mfaAuthenticated: 'false' },
    },
  };
}
