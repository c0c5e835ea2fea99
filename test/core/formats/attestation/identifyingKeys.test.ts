import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
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

it('are listed in one file only', () => {
  const lists = globSync('src/**/*.ts').filter((path) => {
    const text = readFileSync(path, 'utf8');
    return /'operationName',\s*'callerIdentities'/i.test(text);
  });
  expect(lists.map((path) => path.replaceAll('\\', '/'))).toEqual(['src/core/formats/attestation/identifyingKeys.ts']);
});
