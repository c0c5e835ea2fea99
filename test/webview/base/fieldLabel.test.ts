import { expect, it } from 'vitest';
import type { FoundFormats } from '../../../src/protocol/answers/formats.ts';
import { fieldLabel } from '../../../webview/base/fieldLabel.ts';
import { fieldLabels } from '../../../webview/base/fieldLabels.ts';

const formats = { titles: [{ field: 'door.badge', title: 'Badge' }] } as unknown as FoundFormats;

it.each([
  ['resultGroup', 'Result'],
  ['target.Region', 'Region'],
  ['door.badge', 'Badge'],
  ['key.door.name', 'door.name'],
  ['door.name', 'door.name'],
  ['target.', 'target.'],
])('the field %s is called %s', (field, label) => {
  expect(fieldLabel(field, formats)).toBe(label);
});

it('fields of one title have their names beside it', () => {
  const labels = fieldLabels(['region', 'target.Region', 'operation'], formats);
  expect([...labels.values()]).toEqual(['Region (region)', 'Region (target.Region)', 'Operation']);
});
