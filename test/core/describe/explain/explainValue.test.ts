import { describe, expect, test } from 'vitest';
import { described, explained } from '../described.ts';

/** Checks what explains the one field of a record that has only this field, or its last one. */
function check(json: string, ...expected: readonly string[]): void {
  expect(explained(described(`{${json}}`).at(-1))).toEqual(expected);
}

describe('operationName', () => {
  test('documented events', () => {
    check(
      '"operationName":"SetCurrentPolicy"',
      'Documented event: Set Current Policy',
      'Meaning: Sets the attestation policy for a given TEE type.',
    );
  });
  test('synonyms and spellings', () => {
    check(
      '"operationName":"SetPolicy"',
      'Documented event: Set Current Policy',
      'Meaning: Sets the attestation policy for a given TEE type.',
      'Other name for: SetCurrentPolicy',
    );
    check(
      '"operationName":"set current policy"',
      'Documented event: Set Current Policy',
      'Meaning: Sets the attestation policy for a given TEE type.',
      'Other spelling of: SetCurrentPolicy',
    );
  });
  test('what is inferred or reserved is said to be so', () => {
    check(
      '"operationName":"RehydrateTenantsAfterDisaster"',
      'Documented event: Rehydrate Tenants After Disaster',
      'Meaning: Re-seals all attestation tenants on this instance of the attestation service. Only admins of the Attestation service can do so.',
      'Note: This name is taken to mean the documented event, judging by the event’s title.',
      'Note: Only admins of the Attestation service can do this.',
    );
  });
  test('heartbeats and unknown operations', () => {
    check(
      '"operationName":"IFxAuditHeartBeatOperationIFx"',
      'Note: Written by the audit library itself to show that it is running. It has no categories, caller or targets.',
    );
    check(
      '"operationName":"toString"',
      'Note: None of the eight events that Azure Attestation documents. The list is open, so this is not an error.',
    );
  });
});

describe('resultType', () => {
  test.each([
    ['Success', 'Shown as: success'],
    ['Succeeded', 'Shown as: success', 'Other spelling of: Success'],
    ['client error', 'Shown as: client error', 'Other spelling of: ClientError'],
    ['Timeout', 'Shown as: failure', 'Note: A timeout counts as a kind of failure.'],
    ['constructor', 'Shown as: other', 'Note: Not among the known results. The list is open, so this is not an error.'],
  ])('%s', (result, ...expected) => {
    check(`"resultType":"${result}"`, ...expected);
  });

  const worse = 'Note: “resultSignature” has the status of an error: the worse of the two results counts.';
  test.each([
    ['Succeeded', '"400"', 'Shown as: client error', worse, 'Other spelling of: Success'],
    ['Success', '503', 'Shown as: failure', worse],
    [
      'x',
      '"500 Internal Server Error"',
      'Shown as: failure',
      worse,
      'Note: Not among the known results. The list is open, so this is not an error.',
    ],
    ['Success', '"200"', 'Shown as: success'],
    ['Failure', '"400"', 'Shown as: failure'],
    ['Success', 'null', 'Shown as: success'],
  ])('%s beside the status %s', (result, signature, ...expected) => {
    expect(explained(described(`{"resultSignature":${signature},"resultType":"${result}"}`)[0])).toEqual(expected);
  });
});

describe('resultDescription', () => {
  test.each([
    ['Policy signature did not verify'],
    ['{\\"code\\":\\"InvalidParameter\\"}', 'Note: The text is itself JSON.'],
    ['{no JSON}'],
  ])('%s', (text, ...expected) => {
    check(`"resultDescription":"${text}"`, ...expected);
  });
});

describe('absent and empty values', () => {
  test('null', () => check('"requestId":null', 'Note: Missing. null is the usual form of a missing value.'));
  test('empty text', () => check('"requestId":""', 'Note: Empty text. A missing value is usually written as null.'));
  test('empty array', () => check('"targetResources":[]', 'Note: Empty, which is usual for heartbeats only.'));
  test('a key that nothing documents', () => check('"__proto__":1', 'Note: This key is not documented. Additional keys are allowed.'));
});

describe('callerIpAddress', () => {
  test.each([
    ['192.0.2.7', 'Kind of address: IPv4'],
    ['192.0.2.7:443', 'Kind of address: IPv4', 'Address: 192.0.2.7', 'Port: 443'],
    ['2001:db8::7', 'Kind of address: IPv6'],
    ['[2001:db8::7]:443', 'Kind of address: IPv6', 'Address: 2001:db8::7', 'Port: 443'],
    ['::ffff:192.0.2.7', 'Kind of address: IPv4, mapped into IPv6', 'Address: 192.0.2.7'],
    ['[::ffff:192.0.2.7]:443', 'Kind of address: IPv4, mapped into IPv6', 'Address: 192.0.2.7', 'Port: 443'],
    ['192.0.2.700', 'Note: Not an IP address.'],
    ['localhost', 'Note: Not an IP address.'],
  ])('%s', (address, ...expected) => {
    check(`"callerIpAddress":"${address}"`, ...expected);
  });
});

describe('callerIdentities', () => {
  test('the best type names the caller; a tenant never does while there is another', () => {
    const fields = described(
      '{"callerIdentities":[{"callerIdentityType":"TenantId","callerIdentity":"t"},{"callerIdentityType":"upn","callerIdentity":"dana@contoso.com"},{"callerIdentityType":"ObjectID","callerIdentity":"o"}]}',
    );
    expect(fields.map(explained)).toEqual([
      [
        'Kind: Azure AD tenant of the caller; shared by all callers of that tenant',
        'Note: Shared by all callers of the tenant, so it does not identify one.',
      ],
      ['Kind: Azure AD user principal name, such as name@contoso.com', 'Note: This identity names the caller in lists and sentences.'],
      ['Kind: Object id of a user or service principal in Azure AD'],
    ]);
  });
  test('types that nobody has documented, and none at all', () => {
    check(
      '"callerIdentities":[{"callerIdentityType":"Passport","callerIdentity":"x"}]',
      'Note: Not among the known kinds of identity. The list is open, so this is not an error.',
    );
    check('"callerIdentities":[{"callerIdentity":"x"}]', 'Note: The record does not say what kind of identity this is.');
  });
});

describe('targetResources', () => {
  test('a resource id is taken apart', () => {
    check(
      '"targetResources":[{"targetResourceType":"ResourceId","targetResourceName":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/contoso"}]',
      'Kind: Azure resource id of the attestation instance',
      'Subscription: s',
      'Resource group: rg',
      'Resource provider: Microsoft.Attestation',
      'Resource type: attestationProviders',
      'Attestation instance: contoso',
    );
  });
  test('what is no resource id, what is unknown, what has no type', () => {
    check(
      '"targetResources":[{"targetResourceType":"ResourceId","targetResourceName":"contoso"}]',
      'Kind: Azure resource id of the attestation instance',
      'Note: Not an Azure resource ID.',
    );
    check(
      '"targetResources":[{"targetResourceType":"Planet","targetResourceName":"Earth"}]',
      'Note: Not among the documented kinds of target. The list is open, so this is not an error.',
    );
    check('"targetResources":[{"targetResourceName":"Earth"}]', 'Note: The record does not say what kind of target this is.');
  });
});

describe('auditEventCategory', () => {
  test.each([
    ['EUII', 'Note: A known category. It does not say what kind of event this is: a policy change is filed under ApplicationManagement.'],
    ['Weather', 'Note: Not among the known categories. The list is open, so this is not an error.'],
  ])('%s', (category, expected) => {
    check(`"auditEventCategory":["${category}"]`, expected);
  });
});

describe('env_time', () => {
  test.each([
    ['2020-11-23T18:23:29.9427158Z', 'UTC: 2020-11-23T18:23:29.9427158Z', '.NET ticks (100 ns): 637417526099427158'],
    [
      '2020-11-23 18:23:29',
      'UTC: 2020-11-23T18:23:29.0000000Z',
      '.NET ticks (100 ns): 637417526090000000',
      'Note: No time zone; read as UTC.',
    ],
    [
      '2020-11-23T19:23:29.123456789+01:00',
      'UTC: 2020-11-23T18:23:29.1234567Z',
      '.NET ticks (100 ns): 637417526091234567',
      'Note: Written with an offset from UTC, which is taken into account.',
      'Note: Digits beyond the seventh are below the precision of the logs (100 ns) and are ignored.',
    ],
    [
      '2016-12-31T23:59:60Z',
      'UTC: 2017-01-01T00:00:00.0000000Z',
      '.NET ticks (100 ns): 636188256000000000',
      'Note: A leap second; shown and sorted as the first second of the next minute.',
    ],
    ['2020-02-30T00:00:00Z', 'Note: Not a valid time. The record is in the list but not on the timeline.'],
  ])('%s', (time, ...expected) => {
    check(`"env_time":"${time}"`, ...expected);
  });
  test('the line that tells the time carries the exact moment', () => {
    const [time] = described('{"env_time":"2020-11-23T18:23:29.9427158Z"}');
    expect(time?.explanation.map((line) => line.ticks)).toEqual(['637417526099427158', undefined]);
  });
});

describe('the rest of Part A', () => {
  test.each([
    ['"env_epoch":"MKZ6G","env_seqNum":1277', 'Counted within the epoch: MKZ6G'],
    [
      '"env_seqNum":18446744073709551615',
      'Note: The record has no epoch, so the number cannot be compared with others.',
      'Note: Beyond 2^53: shown and compared exactly, digit by digit.',
    ],
    ['"env_popSample":0.0', 'Note: 0.0 is normal for audit records.'],
    ['"env_popSample":12.5', 'Sampling rate: 12.5 %'],
    ['"env_flags":257', 'Persistence: Normal', 'Latency: Normal'],
    ['"env_flags":1049090', 'Persistence: Critical', 'Latency: RealTime', 'Marks: HASH_PII'],
    [
      '"env_flags":-1',
      'Persistence: 255 (not documented)',
      'Latency: 255 (not documented)',
      'Marks: MARK_PII, HASH_PII, DROP_PII, SCRUB_IP',
      'Undocumented bits: 0xffffffffff870000',
    ],
    ['"env_flags":1e400'],
    ['"env_cv":"##00000000-0000-0000-0000-000000000000"', 'Note: All zeros means “none”: it links this record to no other.'],
    ['"env_cv":"##12"', 'Note: No public grammar exists for this form; only equal values can be compared.'],
    [
      '"env_cv":"PmvzQKgYek6Sdk/T5sWaqw.1.2"',
      'Note: A correlation vector: records of one operation share its first part.',
      'Shared by the whole operation: PmvzQKgYek6Sdk/T5sWaqw',
      'Counters: 1.2',
    ],
    ['"env_ver":"2.1"', 'Note: The expected value.'],
    ['"env_ver":2.1', 'Note: The expected value.'],
    ['"env_ver":"4.0"', 'Note: The expected value is 2.1.'],
    ['"env_cloud_ver":1.0', 'Note: The expected value.'],
    ['"env_name":"x"', 'Note: The expected value is #Ifx.AuditSchema.'],
    ['"ifxAuditFormat":"Xml"', 'Note: The expected value is Json.'],
    ['"nCloud":true'],
  ])('%s', (json, ...expected) => {
    check(json, ...expected);
  });
});
