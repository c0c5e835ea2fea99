import { expect, it } from 'vitest';
import {
  auditSchemaName,
  envelopeKey,
  identifyingKeys,
  isRecordKey,
  pascalCaseIdentifyingKeys,
  sharedKeys,
} from '../../../../src/core/formats/attestation/identifyingKeys.ts';

it.each(['operationName', 'OperationName', 'AuditEventCategory', 'payload', 'env_time', 'resultType'])('%s is a key of records', (key) =>
  expect(isRecordKey(key)).toBe(true),
);

it.each(['records', 'value', 'nextLink', 'operationname', 'ENV_TIME', ''])('“%s” is none', (key) => expect(isRecordKey(key)).toBe(false));

it('identify by no key that objects inside records have', () => {
  expect(identifyingKeys.filter((key) => sharedKeys.has(key))).toEqual([]);
  expect(pascalCaseIdentifyingKeys).toEqual(['OperationName', 'CallerIdentities', 'TargetResources', 'AuditEventCategory']);
});

it('are the evidence of the format, and the schema’s name is', () => {
  expect(identifyingKeys).toEqual(['operationName', 'callerIdentities', 'targetResources', 'auditEventCategory']);
  expect([auditSchemaName, envelopeKey]).toEqual(['#Ifx.AuditSchema', 'payload']);
});
