import { describe, expect, it } from 'vitest';
import { CompanionCounts } from '../../../src/core/record/companionCounts.ts';
import { type Identity, identityKey, IdentityJoin } from '../../../src/core/record/identityJoin.ts';

/** `UPN:ann ObjectID:1` */
function identities(text: string): readonly Identity[] {
  return text.split(' ').flatMap((part) => (part === '' ? [] : [{ type: part.split(':')[0] ?? '', value: part.split(':')[1] ?? '' }]));
}

function nameOf({ type, value }: { readonly type: string; readonly value: string | null }): string {
  return `${type}:${value ?? '*'}`;
}

/** A log, as how many records name each list of identities. */
type Log = readonly (readonly [records: number, identities: string])[];

/** Joins as the engine does, over lists that are few. Also gives all that was asked of the log. */
function joinOf(log: Log, start: string, apart = '') {
  const [first = { type: '', value: '' }] = identities(start);
  const join = new IdentityJoin(first, identities(apart));
  const asked: string[] = [];
  while (join.wanted.length > 0) {
    asked.push(...join.wanted.map(nameOf));
    join.learn(new Map(join.wanted.map((identity) => [identityKey(identity), companionsOf(log, identity)])));
  }
  return { join, asked };
}

function companionsOf(log: Log, identity: Identity) {
  const texts: string[] = [];
  const counts = new CompanionCounts(identity.type, (id) => texts[id] ?? '');
  for (const [records, text] of log) {
    const all = identities(text);
    if (all.some((one) => identityKey(one) === identityKey(identity))) {
      const others = all.filter((one) => identityKey(one) !== identityKey(identity));
      counts.add(
        others.map(({ type, value }) => ({ type, value: texts.push(value) - 1 })),
        records,
      );
    }
  }
  return counts.companions;
}

function check(log: Log, start: string, expected: readonly string[], apart = ''): void {
  const { join } = joinOf(log, start, apart);
  expect(
    join.joined.map((one) => `${nameOf(one)}${one.seenWith === null ? '' : ` with ${nameOf(one.seenWith)} in ${one.records}`}`),
  ).toEqual(expected);
}

const chain: Log = [
  [30, 'UPN:ann ObjectID:1'],
  [7, 'UPN:ann ObjectID:1 TenantId:t'],
  [5, 'ObjectID:1 Certificate:c'],
  [2, 'Certificate:c'],
  [9, 'UPN:bob ObjectID:2 TenantId:t'],
];

describe('the identities of one caller', () => {
  it('are those that were seen together, over any number of steps, each with its reason', () => {
    check(chain, 'UPN:ann', ['UPN:ann', 'ObjectID:1 with UPN:ann in 37', 'Certificate:c with ObjectID:1 in 5']);
    check(chain, 'Certificate:c', ['UPN:ann with ObjectID:1 in 37', 'ObjectID:1 with Certificate:c in 5', 'Certificate:c']);
  });

  it('are found whatever the case of types and values', () => {
    check(
      [
        [3, 'upn:Ann ObjectID:1'],
        [2, 'UPN:ann objectid:1 Certificate:c'],
      ],
      'UPN:ANN',
      ['UPN:ANN', 'ObjectID:1 with UPN:ANN in 5', 'Certificate:c with UPN:ANN in 2'],
    );
  });

  it('are never joined by what names many, even where a log shows one of them alone', () => {
    check(
      [
        [3, 'UPN:ann TenantId:t'],
        [1, 'UPN:bob TenantId:t'],
      ],
      'UPN:ann',
      ['UPN:ann'],
    );
    check([[3, 'UPN:ann TenantId:t']], 'UPN:ann', ['UPN:ann']);
    check([[3, 'UPN:ann TenantId:t']], 'TenantId:t', ['TenantId:t']);
  });

  it('are never joined by what several share, not by a way around it either', () => {
    const portal: Log = [
      [3, 'UPN:ann ObjectID:1 ApplicationID:portal'],
      [4, 'UPN:bob ObjectID:2 ApplicationID:portal'],
      [5, 'ObjectID:1 ApplicationID:portal'],
    ];
    check(portal, 'UPN:ann', ['UPN:ann', 'ObjectID:1 with UPN:ann in 3']);
    check(portal, 'ApplicationID:portal', ['ApplicationID:portal']);
  });

  it('are not those of which there are too many', () => {
    const tokens = Array.from({ length: 50 }, (_, token) => [1, `UPN:ann TokenID:${token}`] as const);
    check(tokens, 'UPN:ann', ['UPN:ann']);
    check(tokens, 'TokenID:7', ['TokenID:7']);
    check(tokens.slice(0, 2), 'UPN:ann', ['UPN:ann', 'TokenID:0 with UPN:ann in 1', 'TokenID:1 with UPN:ann in 1']);
  });

  it('are without those that the user has split off, and what only these lead to', () => {
    check(chain, 'UPN:ann', ['UPN:ann'], 'objectid:1');
    check(chain, 'UPN:ann', ['UPN:ann', 'ObjectID:1 with UPN:ann in 37'], 'Certificate:c');
  });

  it('are at most thirty', () => {
    const long = Array.from({ length: 100 }, (_, index) => [1, `ObjectID:${index} ObjectID:${index + 1}`] as const);
    expect(joinOf(long, 'ObjectID:0').join.joined).toHaveLength(30);
  });

  it('never hold what gives access', () => {
    check([[3, 'UPN:ann Other:password=secret']], 'UPN:ann', ['UPN:ann']);
  });
});

describe('what is not joined', () => {
  it.each<[Log, string, readonly string[]]>([
    [chain, 'UPN:ann', ['TenantId:t with UPN:ann in 7: common']],
    [
      [
        [3, 'UPN:ann Certificate:c'],
        [1, 'UPN:bob Certificate:c'],
      ],
      'UPN:ann',
      ['Certificate:c with UPN:ann in 3: shared'],
    ],
    [[1, 2, 3, 4].map((token) => [2, `UPN:ann TokenID:${token}`] as const), 'UPN:ann', ['TokenID:* with UPN:ann in 8: many']],
    [[1, 2, 3, 4].map((user) => [2, `Email:ann UPN:${user}`] as const), 'Email:ann', ['Email:ann: shared']],
  ])('%j from %s: %j', (log, start, expected) => {
    const { refused } = joinOf(log, start).join;
    expect(
      refused.map(
        (one) => `${nameOf(one)}${one.seenWith === null ? '' : ` with ${nameOf(one.seenWith)} in ${one.records}`}: ${one.reason}`,
      ),
    ).toEqual(expected);
  });

  it('costs nothing where its type says enough: the companions of a tenant are never asked for', () => {
    expect(joinOf(chain, 'UPN:ann').asked).toEqual(['UPN:ann', 'ObjectID:1', 'Certificate:c']);
  });
});
