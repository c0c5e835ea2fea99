import { expect, it } from 'vitest';
import { aboutFormat } from '../../../src/core/formats/aboutFormat.ts';
import { attestationFormat } from '../../../src/core/formats/attestation/attestationFormat.ts';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { compileFormat } from '../../../src/core/formats/compiledFormat.ts';
import { formatData, genericData } from '../../../src/core/formats/formatData.ts';
import { suitedColumns } from '../../../src/core/formats/suitedColumns.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { doorFormat } from './doorFormat.ts';

it.each([
  ['attestation', []],
  ['generic', []],
  ['cloudTrail', ['eventSource', 'target.Region']],
  ['kubernetesAudit', ['target.Namespace', 'target.Resource']],
  ['gcpAudit', ['target.Project', 'target.Location']],
  ['azureActivityEvent', ['resourceGroup', 'category']],
  ['azureResourceLog', ['resourceGroup', 'category']],
  ['azureLogAnalytics', ['resourceGroup', 'category']],
  ['entraAudit', ['category']],
  ['entraSignIn', ['target.Application', 'category']],
  ['m365Audit', ['target.Site', 'target.Workload']],
])('of %s are its own or follow from its targets', (id, columns) => {
  expect(aboutFormat(builtInFormats, id).columns).toEqual(columns);
});

it.each([attestationFormat, genericData, ...formatData].map((format) => [format.id] as const))(
  'of %s are fields that filters know',
  (id) => {
    const { columns } = aboutFormat(builtInFormats, id);
    expect(columns.filter((field) => resolveField(field) === undefined)).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
  },
);

/** Of a format of a user's own with these parts. */
function columnsOf(parts: Partial<Parameters<typeof compileFormat>[0]>): readonly string[] {
  const format = { ...doorFormat, ...parts };
  return suitedColumns(format, compileFormat(format).hierarchies);
}

const door = { type: 'Door', path: 'door.name' };
const floor = { type: 'Floor', path: 'door.floor' };
const site = { type: 'Site', path: 'door.site' };

it('of a format of one’s own are those that it names, even none', () => {
  expect(columnsOf({ columns: ['badge.number', 'ip'], targets: [door, site] })).toEqual(['badge.number', 'ip']);
  expect(columnsOf({ columns: [], targets: [door, site], category: ['kind'] })).toEqual([]);
});

it('are else what its targets are within, without the first target, which has a column anyway', () => {
  const levels = [site, floor, door];
  expect(columnsOf({ targets: [door, floor, site], hierarchies: [{ levels }] })).toEqual(['target.Site', 'target.Floor']);
  expect(columnsOf({ targets: [door, floor], hierarchies: [{ levels: [floor, door] }] })).toEqual(['target.Floor']);
  for (const [rule, columns] of [
    ['resourceId', ['resourceGroup']],
    ['arn', ['target.Account', 'target.Region']],
    ['resourceName', ['target.Project', 'target.Location']],
  ] as const) {
    expect(columnsOf({ targets: [door], hierarchies: [{ path: 'door.name', rule }] })).toEqual(columns);
  }
});

it('are else the further types of its targets, and the category where there is room', () => {
  expect(columnsOf({ targets: [door, floor, site], category: ['kind'] })).toEqual(['target.Floor', 'target.Site']);
  expect(columnsOf({ targets: [door, door, site], category: ['kind'] })).toEqual(['target.Site', 'category']);
  expect(columnsOf({ targets: [door], category: ['kind'] })).toEqual(['category']);
  expect(columnsOf({ targets: [door, { each: 'others', value: ['name'], type: { path: 'type', otherwise: 'Thing' } }] })).toEqual([]);
  expect(columnsOf({})).toEqual([]);
});
