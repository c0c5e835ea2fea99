import type { Random } from '../random.ts';

/** Somebody who takes part in an invented log of another format. */
export interface Person {
  readonly name: string;
  readonly upn: string;
  readonly objectId: string;
  readonly address: string;
}

export interface Company {
  readonly people: readonly Person[];
  readonly tenant: string;
  readonly subscription: string;
}

const names = ['Ana', 'Ben', 'Chidi', 'Dora', 'Emre'] as const;
const addresses = ['192.0.2.11', '198.51.100.24', '203.0.113.77', '2001:db8:17::24', '192.0.2.55'] as const;

export function createCompany(random: Random): Company {
  return {
    people: names.map((name, index) => ({
      name,
      upn: `${name.toLowerCase()}@contoso.example`,
      objectId: random.guid(),
      address: addresses[index]!,
    })),
    tenant: random.guid(),
    subscription: random.guid(),
  };
}
