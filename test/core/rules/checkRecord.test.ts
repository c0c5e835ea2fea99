import { describe, expect, it } from 'vitest';
import { findingSeverities } from '../../../src/core/finding/codes.ts';
import { findingsOf, recordText, unmark } from './records.ts';

/** Each finding as `code pointer args…`, at the marked places in the order of the text. */
function checkText(marked: string, expected: readonly string[]): void {
  const { bytes, places } = unmark(marked);
  const findings = findingsOf(bytes);
  expect(findings.map(({ code, pointer, args }) => [code, pointer, ...args].join(' ').trimEnd())).toEqual(expected);
  expect(findings.map(({ start, end }) => ({ start, end }))).toEqual(places);
}

function check(values: Readonly<Record<string, string | null>>, ...expected: readonly string[]): void {
  checkText(recordText(values), expected);
}

const identity = (type: string, value: string) => `[{"callerIdentityType":${type},"callerIdentity":${value}}]`;
const target = (type: string, value: string) => `{"targetResourceType":${type},"targetResourceName":${value}}`;
const guid = '"0F8FAD5B-d9cb-469f-a165-70867728950e"';

/** Targets that name a service region and resource regions. */
function regions(...names: readonly string[]): string {
  return `[${names.map((name, index) => target(index === 0 ? '"ServiceRegion"' : '"ResourceRegion"', name)).join(',')}]`;
}

describe('a record as it should be', () => {
  it('has no findings', () => check({}));

  it('may have keys that nobody documents', () => check({ more: '{"operationName":1,"deep":[[[{}]]]}', Zürich: '"„"' }));

  it('may be a heartbeat without categories, identities and targets', () => {
    check({ operationName: '"IFxAuditHeartBeatOperationIFx"', auditEventCategory: '[]', callerIdentities: '[]', targetResources: '[]' });
  });

  it('may be without what is not required', () => {
    checkText(
      '{"operationName":"SetPolicy","resultType":"x","auditEventCategory":[],"callerIdentities":[1],"targetResources":[{}]}'
        .replace('"SetPolicy"', '«"SetPolicy"»')
        .replace('"x"', '«"x"»')
        .replace('[1]', '[«1»]')
        .replace('{}', '««{}»»'),
      [
        'value.spelling /operationName SetPolicy SetCurrentPolicy',
        'value.unknownResult /resultType x',
        'schema.type /callerIdentities/0 callerIdentities[] object number',
        'schema.required /targetResources/0 targetResourceType',
        'schema.required /targetResources/0 targetResourceName',
      ],
    );
  });

  it('is the documented sample but for information', () => {
    const identities = [
      { callerIdentityType: 'ObjectID', callerIdentity: '<some object ID>' },
      { callerIdentityType: 'TenantId', callerIdentity: '<some tenant ID>' },
    ];
    const names = {
      Environment: 'PublicCloud',
      ServiceRegion: 'EastUS2',
      ServiceRole: 'AttestationRpType',
      ServiceRoleInstance: '<some service role instance>',
      ResourceId:
        '/subscriptions/<some subscription ID>/resourceGroups/<some resource group name>/providers/Microsoft.Attestation/attestationProviders/<some instance name>',
      ResourceRegion: 'EastUS2',
    };
    const targets = Object.entries(names).map(([targetResourceType, targetResourceName]) => ({ targetResourceType, targetResourceName }));
    const zeros = '00000000-0000-0000-0000-000000000000';
    const text = recordText({
      callerIpAddress: 'null',
      callerIdentities: JSON.stringify(identities),
      targetResources: JSON.stringify(targets),
      env_cv: `"##${zeros}_${zeros}_${zeros}"`,
    });
    const findings = findingsOf(new TextEncoder().encode(text));
    expect(findings.map(({ code }) => code)).toEqual(['value.identityForm', 'value.identityForm']);
    expect(findings.filter(({ code }) => findingSeverities[code] !== 'information')).toEqual([]);
  });
});

describe('the schema', () => {
  it.each(['operationName', 'resultType', 'auditEventCategory', 'callerIdentities', 'targetResources'])('requires %s', (key) => {
    checkText(`«${recordText({ [key]: null })}»`, [`schema.required  ${key}`]);
  });

  it('tells each missing key', () => {
    checkText(
      '«««««{ }»»»»»',
      ['operationName', 'resultType', 'auditEventCategory', 'callerIdentities', 'targetResources'].map((key) => `schema.required  ${key}`),
    );
  });

  it.each([
    ['a result that is a number', { resultType: '«1»' }, 'schema.type /resultType resultType string number'],
    ['an operation that is null', { operationName: '«null»' }, 'schema.type /operationName operationName string null'],
    ['an empty operation', { operationName: '«""»' }, 'schema.value /operationName operationName minLength 1'],
    ['an empty result', { resultType: '«""»' }, 'schema.value /resultType resultType minLength 1'],
    ['a time that is a number', { env_time: '«1606155809942»' }, 'schema.type /env_time env_time string number'],
    ['a version that is null', { env_ver: '«null»' }, 'schema.type /env_ver env_ver string,number null'],
    ['a name that is true', { env_name: '«true»' }, 'schema.type /env_name env_name string boolean'],
    ['a sequence number as text', { env_seqNum: '«"1277"»' }, 'schema.type /env_seqNum env_seqNum integer,null string'],
    ['flags as an array', { env_flags: '«[1]»' }, 'schema.type /env_flags env_flags integer,null array'],
    [
      'one category alone',
      { auditEventCategory: '«"Nobody knows it"»' },
      'schema.type /auditEventCategory auditEventCategory array string',
    ],
    [
      'a category that is a number',
      { auditEventCategory: '["Other",«7»]' },
      'schema.type /auditEventCategory/1 auditEventCategory[] string number',
    ],
    [
      'one identity alone',
      { callerIdentities: '«{"callerIdentityType":1}»' },
      'schema.type /callerIdentities callerIdentities array object',
    ],
    ['targets that are null', { targetResources: '«null»' }, 'schema.type /targetResources targetResources array null'],
    [
      'an identity that is null',
      { callerIdentities: identity('"Claim"', '«null»') },
      'schema.type /callerIdentities/0/callerIdentity callerIdentity string null',
    ],
    [
      'a target without a name',
      { targetResources: '[«{"targetResourceType":"ServiceRole"}»]' },
      'schema.required /targetResources/0 targetResourceName',
    ],
  ])('refuses %s', (_, values, expected) => check(values, expected));

  it('looks at the last of equal keys', () => {
    checkText(
      recordText()
        .replace('{', '{"resultType":1,')
        .replace(/"resultType":"/, '«"resultType"»:"'),
      ['syntax.duplicateKey /resultType resultType'],
    );
  });

  it('never takes a key of the log for one of JavaScript', () => {
    check(
      {
        ['__proto__']: '{"resultType":1}',
        constructor: '{"prototype":null}',
        hasOwnProperty: '1',
        callerIdentities: '[«{"__proto__":{"callerIdentity":"a@b"},"callerIdentityType":"UPN"}»]',
      },
      'schema.required /callerIdentities/0 callerIdentity',
    );
  });
});

describe('numbers', () => {
  it.each([['0'], ['-0'], ['1000.0'], ['1e3'], ['18446744073709551615'], ['1844674407370955161.5e1'], ['9007199254740993'], ['null']])(
    'takes %s for a sequence number',
    (text) => check({ env_seqNum: text }),
  );

  it.each([
    ['18446744073709551616', 'schema.value /env_seqNum env_seqNum maximum 18446744073709551615'],
    ['1e400', 'schema.value /env_seqNum env_seqNum maximum 18446744073709551615'],
    ['1e999999999999', 'schema.value /env_seqNum env_seqNum maximum 18446744073709551615'],
    ['-1', 'schema.value /env_seqNum env_seqNum minimum 0'],
    ['-1.5', 'schema.type /env_seqNum env_seqNum integer,null fraction'],
    ['1e-400', 'schema.type /env_seqNum env_seqNum integer,null fraction'],
    ['12345678901234567890.5', 'schema.type /env_seqNum env_seqNum integer,null fraction'],
  ])('does not take %s', (text, expected) => check({ env_seqNum: `«${text}»` }, expected));

  it.each([
    ['flags beyond 2^53', { env_flags: '«9007199254740993»' }, 'value.number /env_flags 9007199254740993'],
    ['flags of 64 bits', { env_flags: '«18446744073709551615»' }, 'value.number /env_flags 18446744073709551615'],
    ['flags of 64 bits with a sign', { env_flags: '«-9223372036854775807»' }, 'value.number /env_flags -9223372036854775807'],
    ['flags with a fraction, once', { env_flags: '«9007199254740993.5»' }, 'schema.type /env_flags env_flags integer,null fraction'],
    ['a number in place of text, once', { nCloud: '«9007199254740993»' }, 'schema.type /nCloud nCloud string,null number'],
    ['a sampling rate above 100', { env_popSample: '«100.00000000000000000001»' }, 'schema.value /env_popSample env_popSample maximum 100'],
    ['a sampling rate below 0', { env_popSample: '«-1e-30»' }, 'schema.value /env_popSample env_popSample minimum 0'],
    ['a number near zero', { env_popSample: '«1e-400»' }, 'value.number /env_popSample 1e-400'],
    ['a number under a key that nobody documents', { more: '«-9007199254740993»' }, 'value.number /more -9007199254740993'],
    ['a number deep within', { more: '[0,{"a/b":{"~":[«1E+999»]}}]' }, 'value.number /more/1/a~1b/~0/0 1E+999'],
    ['another number as version', { env_ver: '«2.10000001»' }, 'value.version /env_ver env_ver 2.10000001 2.1'],
  ])('tells %s', (_, values, expected) => check(values, expected));

  it('says both that a number is too large and that JavaScript cannot hold it', () => {
    check(
      { env_flags: '««18446744073709551617»»' },
      'value.number /env_flags 18446744073709551617',
      'schema.value /env_flags env_flags maximum 18446744073709551615',
    );
    check(
      { env_flags: '««-9223372036854775809»»' },
      'value.number /env_flags -9223372036854775809',
      'schema.value /env_flags env_flags minimum -9223372036854775808',
    );
    check({ env_popSample: '««1e400»»' }, 'value.number /env_popSample 1e400', 'schema.value /env_popSample env_popSample maximum 100');
  });

  it.each([
    ['9007199254740993'],
    ['9007199254740992.5'],
    ['1152921504606846977'],
    ['1152921504606847000'],
    ['1e23'],
    ['1e400'],
    ['2e-324'],
  ])('says that JavaScript does not hold %s', (text) => check({ more: `«${text}»` }, `value.number /more ${text}`));

  it.each([['2.1'], ['2.10'], ['21e-1']])('takes the version %s', (text) => check({ env_ver: text, env_cloud_ver: '1.0' }));

  it.each([
    ['9007199254740991'],
    ['9007199254740992'],
    ['-9007199254740994.0'],
    ['1152921504606846976'],
    ['18446744073709551616'],
    ['1e22'],
    ['0.1234567890123456789'],
    ['5e-324'],
    ['0e999'],
    ['-0.0'],
  ])('holds %s', (text) => check({ more: text }));
});

describe('keys that stand twice', () => {
  it('are told at their second and each further place, with the first', () => {
    const { bytes, places } = unmark(
      recordText().replace('"resultType":', '«"resultType"»:"Failure",«"resultType"»:1,«"result\\u0054ype"»:'),
    );
    const [first, ...further] = places;
    expect(further).toHaveLength(2);
    expect(findingsOf(bytes)).toEqual(
      further.map((place) => ({ code: 'syntax.duplicateKey', pointer: '/resultType', ...place, args: ['resultType'], related: first })),
    );
  });

  it('are found at any depth', () => {
    check(
      {
        callerIdentities: '[{"callerIdentityType":"UPN","callerIdentity":"","callerIdentity":"a@b"}]'.replace(
          ',"callerIdentity":"a',
          ',«"callerIdentity"»:"a',
        ),
        more: '{"a":1,«"a"»:{"b":0,«"b"»:1,«"b"»:2}}',
      },
      'syntax.duplicateKey /callerIdentities/0/callerIdentity callerIdentity',
      'syntax.duplicateKey /more/a a',
      'syntax.duplicateKey /more/a/b b',
      'syntax.duplicateKey /more/a/b b',
    );
  });

  it('do not hide those that the earlier ones hold', () => {
    check(
      { more: '{"a":{"b":1e400,«"b"»:[{"c":0,«"c"»:0}]},«"a"»:1}' },
      'syntax.duplicateKey /more/a/b b',
      'syntax.duplicateKey /more/a/b/0/c c',
      'syntax.duplicateKey /more/a a',
    );
  });
});

describe('operations, results and categories', () => {
  it.each([
    ['operationName', 'CreateInstance', undefined],
    ['operationName', 'Set Current Policy', 'SetCurrentPolicy'],
    ['operationName', 'deletepolicy', 'ResetAttestationPolicy'],
    ['operationName', 'ifxauditheartbeatoperationifx', 'IFxAuditHeartBeatOperationIFx'],
    ['resultType', 'Timeout', undefined],
    ['resultType', 'Client Error', 'ClientError'],
    ['resultType', 'Succeeded', 'Success'],
    ['resultType', 'PartialSuccess', undefined],
  ])('knows %s %s', (key, text, regular) => {
    const expected = regular === undefined ? [] : [`value.spelling /${key} ${text} ${regular}`];
    check({ [key]: regular === undefined ? `"${text}"` : `«"${text}"»` }, ...expected);
  });

  it.each([
    ['an operation', { operationName: '«"DropTables"»' }, 'value.unknownOperation /operationName DropTables'],
    ['an operation named like a property', { operationName: '«"constructor"»' }, 'value.unknownOperation /operationName constructor'],
    ['a result', { resultType: '«"Nope"»' }, 'value.unknownResult /resultType Nope'],
    ['a category', { auditEventCategory: '["EUII","Euii",«"Nope"»]' }, 'value.unknownCategory /auditEventCategory/2 Nope'],
    [
      'the spelling of a category',
      { auditEventCategory: '[«"policy management"»]' },
      'value.spelling /auditEventCategory/0 policy management PolicyManagement',
    ],
  ])('does not know %s', (_, values, expected) => check(values, expected));

  it('highlights what only admins of the service can do', () => {
    check({ operationName: '«"RehydrateTenantsAfterDisaster"»' }, 'value.adminOnly /operationName RehydrateTenantsAfterDisaster');
    check(
      { operationName: '««"Rehydrate Tenants After Disaster"»»' },
      'value.adminOnly /operationName Rehydrate Tenants After Disaster',
      'value.spelling /operationName Rehydrate Tenants After Disaster RehydrateTenantsAfterDisaster',
    );
  });

  it('cuts long text in arguments, and hides secrets', () => {
    const [finding] = findingsOf(new TextEncoder().encode(recordText({ resultType: JSON.stringify('😀'.repeat(5000)) })));
    expect(finding?.args[0]).toHaveLength(200);
    expect(finding?.args[0]?.isWellFormed()).toBe(true);
    check({ callerIpAddress: '«"https://x?sig=abc&se=1"»' }, 'value.addressForm /callerIpAddress https://x?sig=…&se=1');
  });
});

describe('time, version and address', () => {
  it.each([
    ['no time', { env_time: '«"yesterday"»' }, 'value.time /env_time yesterday'],
    ['empty text for time', { env_time: '«""»' }, 'value.time /env_time'],
    ['30 February', { env_time: '«"2020-02-30T00:00:00Z"»' }, 'value.time /env_time 2020-02-30T00:00:00Z'],
    ['no time of PowerShell', { env_time: '«"\\/Date(yesterday)\\/"»' }, 'value.time /env_time /Date(yesterday)/'],
    ['a second 60 within a day', { env_time: '«"2020-11-23T18:23:60Z"»' }, 'value.time /env_time 2020-11-23T18:23:60Z'],
    ['a time without zone', { env_time: '«"2020-11-23 18:23:29"»' }, 'value.timeZone /env_time 2020-11-23 18:23:29'],
    ['another event name', { env_name: '«"#ifx.auditschema"»' }, 'value.version /env_name env_name #ifx.auditschema #Ifx.AuditSchema'],
    ['another version', { env_ver: '«"4.0"»' }, 'value.version /env_ver env_ver 4.0 2.1'],
    ['no address', { callerIpAddress: '«"<some address>"»' }, 'value.addressForm /callerIpAddress <some address>'],
    ['an address with a leading zero', { callerIpAddress: '«"01.2.3.4"»' }, 'value.addressForm /callerIpAddress 01.2.3.4'],
    ['an empty address', { callerIpAddress: '«""»' }, 'value.empty /callerIpAddress callerIpAddress null'],
    ['an empty epoch', { env_epoch: '«""»' }, 'value.empty /env_epoch env_epoch null'],
  ])('tells %s', (_, values, expected) => check(values, expected));

  it.each([['2020-11-23T18:23:29+01:00'], ['2016-12-31T23:59:60Z'], ['0001-01-01T00:00:00.123456789Z'], ['\\/Date(1606155809942)\\/']])(
    'takes the time %s',
    (text) => {
      check({ env_time: `"${text}"` });
    },
  );
});

describe('identities and targets', () => {
  it.each([
    [
      'an unknown identity type',
      { callerIdentities: identity('«"Cookie"»', '"x"') },
      'value.unknownIdentityType /callerIdentities/0/callerIdentityType Cookie',
    ],
    [
      'another spelling of an identity type',
      { callerIdentities: identity('«"Object Id"»', guid) },
      'value.spelling /callerIdentities/0/callerIdentityType Object Id ObjectID',
    ],
    [
      'an object id that is no GUID',
      { callerIdentities: identity('"ObjectID"', '«"<id>"»') },
      'value.identityForm /callerIdentities/0/callerIdentity ObjectID <id>',
    ],
    [
      'a UPN without @',
      { callerIdentities: identity('"UPN"', '«"ann"»') },
      'value.identityForm /callerIdentities/0/callerIdentity UPN ann',
    ],
    [
      'an empty identity',
      { callerIdentities: identity('"TenantId"', '«""»') },
      'value.empty /callerIdentities/0/callerIdentity callerIdentity',
    ],
    ['no identities', { callerIdentities: '«[]»' }, 'value.empty /callerIdentities callerIdentities'],
    ['no targets', { targetResources: '«[ ]»' }, 'value.empty /targetResources targetResources'],
    [
      'an unknown target type',
      { targetResources: `[${target('«"Planet"»', '"Mars"')}]` },
      'value.unknownTargetType /targetResources/0/targetResourceType Planet',
    ],
    [
      'another spelling of a target type',
      { targetResources: `[${target('«"serviceRole"»', '"x"')}]` },
      'value.spelling /targetResources/0/targetResourceType serviceRole ServiceRole',
    ],
    [
      'a resource id without its form',
      { targetResources: `[${target('"ResourceId"', '«"contoso"»')}]` },
      'value.resourceForm /targetResources/0/targetResourceName contoso',
    ],
    [
      'the id of a subscription',
      { targetResources: `[${target('"ResourceId"', '«"/subscriptions/a"»')}]` },
      'value.resourceForm /targetResources/0/targetResourceName /subscriptions/a',
    ],
    [
      'the id of a resource group',
      { targetResources: `[${target('"ResourceId"', '«"/subscriptions/a/resourceGroups/b"»')}]` },
      'value.resourceForm /targetResources/0/targetResourceName /subscriptions/a/resourceGroups/b',
    ],
    [
      'an empty target',
      { targetResources: `[${target('"ResourceId"', '«""»')}]` },
      'value.empty /targetResources/0/targetResourceName targetResourceName',
    ],
  ])('tells %s', (_, values, expected) => check(values, expected));

  it.each(['ObjectID', 'TenantId', 'ApplicationID', 'SubscriptionID'])('wants a GUID for %s', (type) => {
    check({ callerIdentities: identity(`"${type}"`, guid) });
    check({ callerIdentities: identity(`"${type}"`, '«"{}"»') }, `value.identityForm /callerIdentities/0/callerIdentity ${type} {}`);
  });

  it('compares regions without regard to case and blanks', () => {
    check({ targetResources: regions('"East US 2"', '"eastus2"') });
    check({ targetResources: regions('"EastUS2"') });
    check(
      { targetResources: regions('"EastUS2"', '"EastUS2"', '«"WestEurope"»', '"NorthEurope"') },
      'value.regionMismatch /targetResources/2/targetResourceName EastUS2 WestEurope',
    );
  });
});

describe('content that is no record', () => {
  it.each(['[]', '"x"', '1 ', 'null', 'true'])('says that %s is no object', (text) =>
    checkText(`«${text.trim()}»${text.slice(text.trim().length)}`, ['syntax.notAnObject']),
  );

  it('reads nesting of a million levels', () => {
    const deep = 1_000_000;
    for (const key of ['more', 'resultType', 'callerIdentities']) {
      const text = recordText({ [key]: `${'[{"a":'.repeat(deep / 2)}0${'}]'.repeat(deep / 2)}` });
      expect(findingsOf(new TextEncoder().encode(text)).length).toBeLessThan(4);
    }
  });
});

/** Puts bad bytes into a record and checks that they are reported once, with their number. */
function checkBytes(bad: readonly number[], count: number): void {
  const [before = '', after = ''] = recordText({ callerDisplayName: '"ä€😀¤"' }).split('¤');
  const encoder = new TextEncoder();
  const head = encoder.encode(before);
  const bytes = Uint8Array.of(...head, ...bad, ...encoder.encode(after));
  expect(findingsOf(bytes)).toEqual([
    { code: 'syntax.encoding', pointer: '/callerDisplayName', start: head.length, end: head.length + 1, args: [String(count)] },
  ]);
}

describe('bytes that are not UTF-8', () => {
  it.each([
    ['a lone byte', [0xff], 1],
    ['Latin-1', [0xe4, 0x62, 0xf6], 2],
    ['a character cut short', [0xe2, 0x82], 2],
    ['an overlong form', [0xc0, 0xaf], 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 3],
  ])('are told once, with their number: %s', (_, bad, count) => checkBytes(bad, count));

  it('may stand in a key', () => {
    const [before = '', after = ''] = recordText({ 'a¤b': '1' }).split('¤');
    const encoder = new TextEncoder();
    const bytes = Uint8Array.of(...encoder.encode(before), 0x80, ...encoder.encode(after));
    expect(findingsOf(bytes).map(({ code, pointer }) => [code, pointer])).toEqual([['syntax.encoding', '/a\ufffdb']]);
  });
});
