import { expect, it } from 'vitest';
import type { TargetNode } from '../../../src/protocol/answers/profile.ts';
import { firstLevel, kindsFor, matrixFields, targetLevels } from '../../../webview/drilldown/matrixSides.ts';

function node(level: string, name: string, ...children: readonly TargetNode[]): TargetNode {
  const groups = { success: 1, clientError: 0, failure: 0, other: 0 };
  return { step: { level, name }, count: 1, groups, children, childrenTotal: children.length };
}

const instances = [node('instance', 'one'), node('instance', 'two')];
const azure = [node('subscription', 's', node('resourceGroup', 'rg', ...instances))];
const region = [node('Environment', 'Cloud', node('ServiceRegion', 'east'), node('ServiceRegion', 'west'))];
const caller = { kind: 'caller', type: 'UPN', value: 'ann@x' } as const;
const target = { kind: 'target', path: [{ level: 'instance', name: 'one' }] } as const;

it('levels that tell targets apart come before those with one name', () => {
  expect(targetLevels({ resources: azure, places: region })).toEqual([
    'instance',
    'ServiceRegion',
    'subscription',
    'resourceGroup',
    'Environment',
  ]);
  expect(targetLevels({ resources: [], places: [] })).toEqual([]);
});

it.each([
  ['the instance', { resources: azure, places: region }, 'instance'],
  [
    'else the innermost of several names',
    { resources: [node('Account', 'a', node('Region', 'x'), node('Region', 'y'))], places: region },
    'Region',
  ],
  ['else that of places', { resources: [], places: [node('Namespace', 'n', node('Name', 'x'), node('Name', 'y'))] }, 'Name'],
  ['else the innermost of all', { resources: [node('Account', 'a', node('Region', 'x', node('Service', 's')))], places: [] }, 'Service'],
  ['else what there is', { resources: [], places: [node('Namespace', 'n')] }, 'Namespace'],
  ['else none', { resources: [], places: [] }, ''],
])('%s is shown first', (_, profile, level) => {
  expect(firstLevel(profile)).toBe(level);
});

it('a caller has a matrix of its operations and targets, several callers also those of callers, and a target begins with them', () => {
  expect(kindsFor({ callersTotal: 1 }, caller, ['instance'])).toEqual(['operationTarget']);
  expect(kindsFor({ callersTotal: 2 }, caller, ['instance'])).toEqual(['operationTarget', 'callerOperation', 'callerTarget']);
  expect(kindsFor({ callersTotal: 2 }, target, ['instance'])).toEqual(['callerOperation', 'operationTarget', 'callerTarget']);
  expect(kindsFor({ callersTotal: 2 }, caller, [])).toEqual(['callerOperation']);
  expect(kindsFor({ callersTotal: 1 }, caller, [])).toEqual([]);
});

it('levels are fields of the filter language', () => {
  expect(matrixFields('operationTarget', 'instance')).toEqual({ rows: 'operation', columns: 'instance' });
  expect(matrixFields('callerTarget', 'ServiceRegion')).toEqual({ rows: 'caller', columns: 'target.ServiceRegion' });
  expect(matrixFields('callerOperation', '')).toEqual({ rows: 'caller', columns: 'operation' });
});
