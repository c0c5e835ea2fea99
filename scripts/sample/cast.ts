import type { Random } from './random.ts';

/** Who and what takes part. All names are invented; addresses are of the ranges that are reserved for documentation. */
export type Pair = readonly [type: string, value: string];

export interface Caller {
  /** Number of the organisation whose instances it acts on; undefined for the service's own admins. */
  readonly organisation: number | undefined;
  readonly identities: readonly Pair[];
  /** An identity that only some of its records tell. */
  readonly sometimes: Pair | undefined;
  readonly displayName: string | null;
  readonly addresses: readonly (string | null)[];
  readonly weight: number;
}

export interface Instance {
  readonly name: string;
  readonly region: string;
  readonly resourceId: string;
}

export interface Cast {
  readonly callers: readonly Caller[];
  readonly admin: Caller;
  readonly instances: readonly Instance[];
  /** The first of the instances that are made and torn down by tests. */
  readonly firstTest: number;
}

const organisations = ['contoso', 'fabrikam', 'northwind'] as const;
export const regions = ['EastUS2', 'WestEurope', 'UKSouth'] as const;

/** Names of the lasting instances, of which the first are used most; more of them are numbered. */
const uses = ['', 'prod', 'eu', 'dr'] as const;

export function createCast(instanceCount: number, random: Random): Cast {
  const tenants = organisations.map(() => random.guid());
  const subscriptions = organisations.map(() => [random.guid(), random.guid()] as const);
  const firstTest = instanceCount - Math.floor(instanceCount / 4);
  const instances = Array.from({ length: instanceCount }, (_, index) => {
    const organisation = index % organisations.length;
    const number = Math.floor(index / organisations.length);
    const use = index >= firstTest ? `test${index - firstTest + 1}` : (uses[number] ?? String(number));
    const name = `${organisations[organisation]!}${use}`;
    const subscription = subscriptions[organisation]![number % 2]!;
    const group = number % 2 === 0 ? 'rg-attestation' : 'rg-confidential';
    const resourceId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/${name}`;
    return { name, region: regions[(index + number) % regions.length]!, resourceId };
  });
  return { callers: createCallers(tenants, random), admin, instances, firstTest };
}

function createCallers(tenants: readonly string[], random: Random): readonly Caller[] {
  const tenant = (organisation: number): Pair => ['TenantId', tenants[organisation]!];
  const object = (): Pair => ['ObjectID', random.guid()];
  const person = (organisation: number, name: string, weight: number, addresses: Caller['addresses']): Caller => ({
    organisation,
    identities: [['UPN', `${name.toLowerCase()}@${organisations[organisation]!}.com`], object(), tenant(organisation)],
    sometimes: undefined,
    displayName: name,
    addresses,
    weight,
  });
  const service = (
    organisation: number,
    first: Pair,
    sometimes: Pair | undefined,
    weight: number,
    addresses: Caller['addresses'],
  ): Caller => ({
    organisation,
    identities: [first, tenant(organisation)],
    sometimes,
    displayName: null,
    addresses,
    weight,
  });
  return [
    service(0, object(), ['Certificate', 'CN=deploy.contoso.com'], 30, ['192.0.2.17', '192.0.2.18:50214', null]),
    service(0, ['UPN', 'svc-deploy@contoso.com'], undefined, 22, [null, '::ffff:192.0.2.30']),
    person(0, 'Dana', 9, ['198.51.100.24', '2001:db8:17::24']),
    service(0, ['Certificate', 'CN=ops.contoso.com'], undefined, 6, ['192.0.2.40']),
    service(1, object(), undefined, 14, ['203.0.113.8', null]),
    person(1, 'Lee', 7, ['203.0.113.77']),
    service(1, ['Certificate', 'CN=attestation-ci.fabrikam.com'], undefined, 5, ['[2001:db8:29::1]:443']),
    service(2, object(), undefined, 8, [null]),
    person(2, 'Robin', 3, ['198.51.100.201']),
    { organisation: 2, identities: [tenant(2)], sometimes: undefined, displayName: null, addresses: [null], weight: 3 },
  ];
}

/** Whoever keeps the service itself running: known by a certificate alone. */
const admin: Caller = {
  organisation: undefined,
  identities: [['Certificate', 'CN=attestation-service-admin']],
  sometimes: undefined,
  displayName: null,
  addresses: [null],
  weight: 0,
};
