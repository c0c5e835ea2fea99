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
