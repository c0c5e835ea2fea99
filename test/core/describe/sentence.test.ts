import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { describeRecord, type RecordFacts } from '../../../src/core/describe/sentence.ts';
import { auditEvents } from '../../../src/core/formats/attestation/events.ts';
import { knownResults } from '../../../src/core/record/results.ts';
import { sentencesEnglish } from '../../../src/protocol/english/sentences.ts';
import type { LeftOut } from '../../../src/protocol/say.ts';
import { codesOf, words } from './words.ts';

const facts: RecordFacts = {
  operation: 'SetCurrentPolicy',
  result: 'Success',
  reason: null,
  caller: { type: 'ObjectID', value: '1a2b3c4d-0000-4000-8000-000000000001' },
  instance: 'contoso',
  region: 'EastUS2',
};

function check(change: Partial<RecordFacts>, expected: string): void {
  expect(words(describeRecord({ ...facts, ...change }))).toBe(expected);
}

describe('events, done and tried', () => {
  const table: readonly (readonly [operation: string, done: string, tried: string])[] = [
    ['CreateInstance', 'created the instance contoso', 'tried to create the instance contoso'],
    ['DestroyInstance', 'destroyed the instance contoso', 'tried to destroy the instance contoso'],
    ['AddPolicyCertificate', 'added a policy certificate on contoso', 'tried to add a policy certificate on contoso'],
    ['RemovePolicyCertificate', 'removed a policy certificate on contoso', 'tried to remove a policy certificate on contoso'],
    ['SetCurrentPolicy', 'set the attestation policy on contoso', 'tried to set the attestation policy on contoso'],
    ['ResetAttestationPolicy', 'reset the attestation policy on contoso', 'tried to reset the attestation policy on contoso'],
    ['PrepareToUpdatePolicy', 'prepared a policy update on contoso', 'tried to prepare a policy update on contoso'],
    [
      'RehydrateTenantsAfterDisaster',
      're-sealed all tenants after a disaster on contoso',
      'tried to re-seal all tenants after a disaster on contoso',
    ],
    ['ListSecrets', 'ran ListSecrets on contoso', 'tried to run ListSecrets on contoso'],
  ];
  test.each(table)('%s', (operation, done, tried) => {
    check({ operation }, `ObjectID 1a2b3c4d…0001 ${done} in EastUS2: success`);
    check({ operation, result: 'Failure' }, `ObjectID 1a2b3c4d…0001 ${tried} in EastUS2: failure`);
  });
  test('synonyms, case and blanks do not matter', () => {
    check({ operation: 'delete policy' }, 'ObjectID 1a2b3c4d…0001 reset the attestation policy on contoso in EastUS2: success');
  });
  test('no operation', () => {
    check({ operation: null }, 'ObjectID 1a2b3c4d…0001 ran an operation that the record does not name on contoso in EastUS2: success');
    check(
      { operation: ' ', result: null },
      'ObjectID 1a2b3c4d…0001 tried to run an operation that the record does not name on contoso in EastUS2: no result given',
    );
  });
});

describe('outcomes', () => {
  test.each([
    ['Succeeded', 'set the attestation policy on contoso in EastUS2: success'],
    ['Client Error', 'tried to set the attestation policy on contoso in EastUS2: client error'],
    ['Fail', 'tried to set the attestation policy on contoso in EastUS2: failure'],
    ['timeout', 'tried to set the attestation policy on contoso in EastUS2: timeout'],
    ['PartialSuccess', 'tried to set the attestation policy on contoso in EastUS2: PartialSuccess'],
    ['Pending', 'tried to set the attestation policy on contoso in EastUS2: Pending'],
    [null, 'tried to set the attestation policy on contoso in EastUS2: no result given'],
    ['', 'tried to set the attestation policy on contoso in EastUS2: no result given'],
  ])('%j', (result, expected) => {
    check({ result }, `ObjectID 1a2b3c4d…0001 ${expected}`);
  });
});

describe('places', () => {
  test.each([
    ['SetCurrentPolicy', 'contoso', null, 'set the attestation policy on contoso'],
    ['SetCurrentPolicy', null, 'EastUS2', 'set the attestation policy in EastUS2'],
    ['SetCurrentPolicy', null, null, 'set the attestation policy'],
    ['CreateInstance', 'contoso', null, 'created the instance contoso'],
    ['CreateInstance', null, 'EastUS2', 'created an instance in EastUS2'],
    ['DestroyInstance', null, null, 'destroyed an instance'],
  ])('%s on %j in %j', (operation, instance, region, expected) => {
    check({ operation, instance, region }, `ObjectID 1a2b3c4d…0001 ${expected}: success`);
  });
});

describe('callers', () => {
  test.each([
    ['ObjectID', '<some object ID>', 'ObjectID <some object ID>'],
    ['UPN', 'dana@contoso.com', 'dana@contoso.com'],
    ['Username', 'ops-admin', 'ops-admin'],
    ['displayName', 'Dana', 'Dana'],
    ['Certificate', 'CN=ops', 'Certificate CN=ops'],
    ['TenantId', '72F98800-0000-4000-8000-000000000002', 'TenantId 72F98800…0002'],
    ['SasURL', 'https://contoso.example/?sv=1&sig=s3cret%3D&se=2', 'SasURL https://contoso.example/?sv=1&sig=…&se=2'],
    [null, 'unknown caller', 'An unknown caller'],
    ['UPN', '', 'An unknown caller'],
    ['Claim', `${'x'.repeat(250)}${'y'.repeat(250)}`, `Claim ${'x'.repeat(40)}…${'y'.repeat(40)}`],
    ['Claim', `${'x'.repeat(39)}😀${'y'.repeat(39)}😀${'z'.repeat(39)}`, `Claim ${'x'.repeat(39)}…${'z'.repeat(39)}`],
    ['Claim', 'a\u202eb\nc', 'Claim a\ufffdb\ufffdc'],
  ])('%s %j', (type, value, expected) => {
    check({ caller: { type, value } }, `${expected} set the attestation policy on contoso in EastUS2: success`);
  });
});

test('an outcome that counts as worse than its result is told so', () => {
  const tried = 'ObjectID 1a2b3c4d…0001 tried to set the attestation policy on contoso in EastUS2';
  check({ result: 'Succeeded', group: 'clientError' }, `${tried}: client error`);
  check({ result: null, group: 'failure' }, `${tried}: failure`);
  check({ result: 'Timeout', group: 'failure' }, `${tried}: timeout`);
});

describe('the reason that the record gives', () => {
  const tried = 'ObjectID 1a2b3c4d…0001 tried to set the attestation policy on contoso in EastUS2';
  test.each<[title: string, change: Partial<RecordFacts>, expected: string]>([
    ['is after a failure', { result: 'Timeout', reason: 'No answer.' }, `${tried}: timeout, “No answer.”`],
    ['is after a client error', { result: 'ClientError', reason: 'Bad signature' }, `${tried}: client error, “Bad signature”`],
    ['is cut at its end', { result: 'Failure', reason: 'x'.repeat(81) }, `${tried}: failure, “${'x'.repeat(80)}…”`],
    ['hides secrets', { result: 'Failure', reason: 'at ?sig=s3cret%3D&se=2' }, `${tried}: failure, “at ?sig=…&se=2”`],
    ['is not repeated', { result: 'Failure', reason: 'failure' }, `${tried}: failure`],
    ['is none where there is none', { result: 'Failure', reason: ' ' }, `${tried}: failure`],
    ['does not belong to a result that is no failure', { result: 'Pending', reason: 'Queued' }, `${tried}: Pending`],
    ['does not belong to a success', { reason: 'OK' }, `${tried.replace('tried to set', 'set')}: success`],
  ])('%s', (_, change, expected) => {
    check(change, expected);
  });
});

test('heartbeats have neither caller nor target', () => {
  check({ operation: 'IFxAuditHeartBeatOperationIFx' }, 'Heartbeat of the audit library: success');
  check({ operation: 'IFxAuditHeartBeatOperationIFx', result: null }, 'Heartbeat of the audit library');
});

test('names and texts are whole where they are asked for so', () => {
  const long = 'a'.repeat(100);
  const caller = '1a2b3c4d-0000-4000-8000-000000000001';
  check(
    { extent: 'whole', operation: long, instance: long, region: long, result: 'Failure', reason: long },
    `ObjectID ${caller} tried to run ${long} on ${long} in ${long}: failure, “${long}”`,
  );
  check(
    { extent: 'whole', caller: { type: 'UPN', value: `${long}\n@b` } },
    `${long}\ufffd@b set the attestation policy on contoso in EastUS2: success`,
  );
});

describe('beside columns that say the rest', () => {
  const rooms: readonly (readonly LeftOut[])[] = [['noCaller'], ['noTarget'], ['noCaller', 'noTarget']];
  test.each<[change: Partial<RecordFacts>, beside: readonly string[]]>([
    [
      {},
      [
        'set the attestation policy on contoso in EastUS2',
        'ObjectID 1a2b3c4d…0001 set the attestation policy in EastUS2: success',
        'set the attestation policy in EastUS2',
      ],
    ],
    [
      { region: null, result: 'Failure', reason: 'why' },
      [
        'tried to set the attestation policy on contoso: failure, “why”',
        'ObjectID 1a2b3c4d…0001 tried to set the attestation policy: failure, “why”',
        'tried to set the attestation policy: failure, “why”',
      ],
    ],
    [
      { operation: 'CreateInstance' },
      [
        'created the instance contoso in EastUS2',
        'ObjectID 1a2b3c4d…0001 created the instance in EastUS2: success',
        'created the instance in EastUS2',
      ],
    ],
    [{ operation: 'IFxAuditHeartBeatOperationIFx' }, rooms.map(() => 'Heartbeat of the audit library: success')],
  ])('%j', (change, beside) => {
    expect(rooms.map((leftOut) => words(describeRecord({ ...facts, ...change }), leftOut))).toEqual(beside);
  });
});

test('every sentence has its words, and stays one bounded line, whatever the log says', () => {
  const text = fc.option(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...auditEvents.map((event) => event.operation), ...knownResults),
    ),
  );
  const caller = fc.record({ type: text, value: text.map((value) => value ?? '') });
  fc.assert(
    fc.property(fc.record({ operation: text, result: text, reason: text, caller, instance: text, region: text }), (anyFacts) => {
      const sentence = describeRecord(anyFacts);
      expect(codesOf(sentence).filter((code) => sentencesEnglish[code] === undefined)).toEqual([]);
      expect(words(sentence)).toMatch(/^[^\p{Cc}\u2028\u2029\u202e]{1,800}$/u);
    }),
  );
});
