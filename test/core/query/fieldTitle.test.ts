import { expect, it } from 'vitest';
import { DocumentedNames } from '../../../src/core/formats/documentedNames.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { fieldTitle } from '../../../src/core/query/fieldTitle.ts';
import { doorFormat } from '../formats/doorFormat.ts';

it.each([
  ['category', 'Category'],
  ['resultGroup', 'Result'],
  ['resourceGroup', 'Resource group'],
  ['RESOURCEGROUP', 'Resource group'],
  ['ip', 'Address'],
  ['seq', 'Sequence number'],
  ['source', 'File'],
  ['target.Namespace', 'Namespace'],
  ['target.ServiceRoleInstance', 'Service role instance'],
  ['target.APIGroup', 'API group'],
  ['target.RequestURI', 'Request URI'],
  ['target.2ndDoor', '2nd door'],
  ['target.', ''],
  ['caller.UPN', 'UPN'],
  ['caller.ObjectID', 'Object ID'],
  ['env_cloud_role', 'Cloud role'],
  ['userIdentity.type', 'Identity type'],
  ['key.badge.number', 'badge.number'],
  ['key.<b>', '<b>'],
])('of %s is %j', (name, title) => {
  expect(fieldTitle(resolveField(name)!)).toBe(title);
});

it('is the one in the documentation of a format of one’s own', () => {
  const fields = [{ path: 'badge.number', title: 'Badge', description: 'Printed on it.' }];
  const documented = new DocumentedNames([{ ...doorFormat, fields }]);
  expect(fieldTitle(resolveField('badge.number', documented)!, documented)).toBe('Badge');
});
