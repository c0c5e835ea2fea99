import { expect, test } from 'vitest';
import { nameRules } from '../../../../src/core/formats/definition/nameRules.ts';

test.each<[text: string, name: string | undefined]>([
  ['arn:aws:iam::111122223333:root', 'root'],
  ['arn:aws:iam::111122223333:user/mia', 'mia'],
  ['arn:aws:iam::111122223333:user/sales/emea/mia', 'mia'],
  ['arn:aws:sts::111122223333:assumed-role/Deployer/deploy', 'Deployer/deploy'],
  ['arn:aws:sts::111122223333:federated-user/noor', 'noor'],
  ['arn:aws-cn:iam::111122223333:role/runner', 'runner'],
  ['arn:aws:sts::111122223333:assumed-role/', undefined],
  ['lambda.amazonaws.com', undefined],
  ['', undefined],
])('the name in %j is %j', (text, name) => {
  expect(nameRules.arnName(text)).toBe(name);
});

test.each<[text: string, attestationType: string | undefined]>([
  ['https://contoso.weu.attest.azure.net/policies/SgxEnclave?api-version=2022-08-01', 'SgxEnclave'],
  ['https://contoso.weu.attest.azure.net/policies/TdxVm:reset?api-version=2022-08-01', 'TdxVm'],
  ['https://contoso.weu.attest.azure.net/policies/Tpm', 'Tpm'],
  ['https://contoso.weu.attest.azure.net/certificates:add?api-version=2022-08-01', undefined],
  ['https://contoso.blob.core.windows.net/box/policies/SgxEnclave/old.json', undefined],
  ['https://contoso.weu.attest.azure.net/?next=/policies/Tpm', undefined],
  ['/policies/SgxEnclave', undefined],
  ['', undefined],
])('the attestation type in %j is %j', (text, attestationType) => {
  expect(nameRules.policyOfUri(text)).toBe(attestationType);
});
