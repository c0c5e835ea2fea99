import fc from 'fast-check';

/**
 * Sound records that a writer may write in its own way each time: characters as escapes, keys in any order or left out,
 * blanks, values that nest, pairs with further keys. What is to be said of them are facts of level information at most.
 */
export type Variation = 'escapes' | 'nesting' | 'order' | 'selection' | 'blanks' | 'pairs' | 'numbers' | 'spelling' | 'keys' | 'unicode';

export const variations: readonly Variation[] = [
  'escapes',
  'nesting',
  'order',
  'selection',
  'blanks',
  'pairs',
  'numbers',
  'spelling',
  'keys',
  'unicode',
];

/** Pseudo-random numbers, so that a log of thousands of records comes from one number of fast-check's. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const required = new Set(['operationName', 'resultType', 'auditEventCategory', 'callerIdentities', 'targetResources']);
const operations = ['SetCurrentPolicy', 'CreateInstance', 'AddPolicyCertificate'];
const names = ['DOM\\user', 'Dana "D" ', 'a/b', 'C:\\x\t', '😀', 'ö+'];

/** One record as text; the same numbers give the same text. */
export function variedRecord(number: number, varied: ReadonlySet<Variation>, random: (below: number) => number): string {
  const has = (variation: Variation): boolean => varied.has(variation);
  const name = has('unicode') ? 'Jörg 😀 ' : has('escapes') ? names[random(names.length)]! : 'User ';
  const pairs = (typeKey: string, valueKey: string, all: readonly (readonly [string, string])[]): readonly unknown[] =>
    all.map(([type, value]) => {
      const further = has('pairs') && random(3) === 0 ? { further: random(9), again: [random(5)] } : {};
      return has('pairs') && random(2) === 0
        ? { [valueKey]: value, ...further, [typeKey]: type }
        : { [typeKey]: type, [valueKey]: value, ...further };
    });
  const region = ['EastUS2', 'WestEurope'][random(2)]!;
  const members: [string, unknown][] = [
    ['operationName', operations[random(operations.length)]],
    ['resultType', has('spelling') && random(2) === 0 ? 'success' : 'Success'],
    ['resultDescription', random(4) === 0 ? `${name}said "no"\n${random(50)}` : null],
    ['auditEventCategory', has('nesting') && random(2) === 0 ? ['UserManagement', 'Authentication'] : ['ApplicationManagement']],
    ['requestId', `r/${number}`],
    ['callerIpAddress', `203.0.113.${random(200)}`],
    ['callerDisplayName', `${name}${random(50)}`],
    [
      'callerIdentities',
      pairs('callerIdentityType', 'callerIdentity', [
        ['UPN', `${name}${random(20)}@contoso.com`],
        ['ApplicationID', '1a2b3c4d-52f0-4c1e-9d11-0e6f3b9a7c55'],
      ]),
    ],
    [
      'targetResources',
      pairs('targetResourceType', 'targetResourceName', [
        ['Environment', 'PublicCloud'],
        ['ServiceRegion', region],
        [
          'ResourceId',
          `/subscriptions/s${random(3)}/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/${name.replaceAll('/', '')}${random(30)}`,
        ],
        ['ResourceRegion', region],
      ]),
    ],
    ['env_ver', '2.1'],
    ['env_name', '#Ifx.AuditSchema'],
    ['env_time', `2020-11-23T18:23:${String(number % 60).padStart(2, '0')}.1234567+00:00`],
    ['env_epoch', `E/${random(3)}`],
    ['env_seqNum', number],
    ['env_cv', null],
    ['env_os', random(2) === 0 ? 'Windows' : null],
    ['env_cloud_role', 'AttestationRpType'],
    ['env_cloud_location', null],
  ];
  if (has('nesting')) {
    members.push(['properties', nested(random, 0)], ['deep', { a: nested(random, 1), 'b"': [nested(random, 1)] }]);
  }
  if (has('keys')) {
    members.push(...Array.from({ length: 12 }, (_, index): [string, unknown] => [`extra ${random(2)} ${index}`, random(9)]));
  }
  let chosen = has('selection') ? members.filter(([key, value]) => required.has(key) || value !== null || random(2) === 0) : members;
  chosen = has('order') ? shuffled(chosen, random) : chosen;
  let text = write(Object.fromEntries(chosen), has, random);
  if (has('numbers')) {
    text = text.replace(/("env_seqNum": *)(\d+)/, (_, key: string) => `${key}${9_007_199_254_740_993n + BigInt(number)}`);
    text = text.replace(/\}$/, `,"took":0.${String(random(1_000_000)).padStart(20, '3')},"size":${random(100)}e3}`);
  }
  return text;
}

function shuffled<Item>(items: readonly Item[], random: (below: number) => number): Item[] {
  const all = [...items];
  for (let index = all.length - 1; index > 0; index--) {
    const other = random(index + 1);
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return all;
}

function nested(random: (below: number) => number, depth: number): unknown {
  const kind = random(depth > 3 ? 4 : 6);
  switch (kind) {
    case 0:
      return random(1000);
    case 1:
      return `v/${random(50)}"`;
    case 2:
      return random(2) === 0 ? null : true;
    case 3:
      return -random(100) / 8;
    case 4:
      return Array.from({ length: random(4) }, () => nested(random, depth + 1));
    default:
      return Object.fromEntries(Array.from({ length: random(5) }, () => [`k${random(9)}`, nested(random, depth + 1)]));
  }
}

/** JSON as a writer may set it: some characters as escapes, blanks after some colons and commas. */
function write(value: unknown, has: (variation: Variation) => boolean, random: (below: number) => number): string {
  const blank = (): string => (has('blanks') ? ['', ' ', '', '\t'][random(4)]! : '');
  const text = (content: string): string => {
    const plain = JSON.stringify(content);
    return has('escapes') ? plain.replaceAll(/[/+öT]|env_/g, (part) => (random(3) === 0 ? escapedForm(part, random) : part)) : plain;
  };
  const any = (one: unknown): string => {
    if (typeof one === 'string') {
      return text(one);
    }
    if (Array.isArray(one)) {
      return `[${one.map((item) => blank() + any(item) + blank()).join(',')}]`;
    }
    if (typeof one === 'object' && one !== null) {
      return `{${Object.entries(one)
        .map(([key, item]) => `${blank()}${text(key)}${blank()}:${blank()}${any(item)}`)
        .join(',')}${blank()}}`;
    }
    return JSON.stringify(one);
  };
  return any(value);
}

function escapedForm(part: string, random: (below: number) => number): string {
  const first = part.charCodeAt(0).toString(16).padStart(4, '0');
  return part === '/' && random(2) === 0 ? '\\/' : `\\u${random(2) === 0 ? first : first.toUpperCase()}${part.slice(1)}`;
}

/** Short logs of such records, all with the same variations. */
export const variedLogs: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.subarray([...variations]), fc.integer(), fc.integer({ min: 1, max: 30 }))
  .map(([chosen, seed, count]) => {
    const random = randomNumbers(seed);
    const varied = new Set(chosen);
    return Array.from({ length: count }, (_, number) => variedRecord(number, varied, random));
  });
