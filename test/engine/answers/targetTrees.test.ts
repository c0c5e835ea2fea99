import { describe, expect, it } from 'vitest';
import { pageQuery } from '../../../src/core/query/pageQuery.ts';
import type { TargetNode } from '../../../src/protocol/answers/profile.ts';
import type { TargetStep } from '../../../src/protocol/answers/record.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog, type OpenedLog } from '../openLog.ts';

const { cloudTrail, kubernetesAudit, gcpAudit, azureActivityEvent, azureLogAnalytics } = inventedRecords;

function event(eventID: string, ...arns: readonly string[]): string {
  return JSON.stringify({ ...cloudTrail, eventID, resources: arns.map((ARN) => ({ ARN })) });
}

function request(auditID: string, objectRef: Readonly<Record<string, string>>): string {
  return JSON.stringify({ ...kubernetesAudit, auditID, objectRef });
}

function entry(insertId: string, resourceName: string, labels: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    ...gcpAudit,
    insertId,
    protoPayload: { ...gcpAudit.protoPayload, resourceName },
    resource: { type: 'x', labels },
  });
}

function activity(eventDataId: string, resourceId: string): string {
  return JSON.stringify({ ...azureActivityEvent, eventDataId, resourceId });
}

/** A tree as lines, `level name count`, indented by depth. */
function linesOf(nodes: readonly TargetNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ step, count, children }) => [
    `${indent}${step.level} ${step.name} ${count}`,
    ...linesOf(children, `${indent}  `),
  ]);
}

async function trees(log: OpenedLog, query = ''): Promise<{ readonly places: readonly string[]; readonly resources: readonly string[] }> {
  const { places, resources } = await log.request('profile', { query, limit: 50 });
  return { places: linesOf(places), resources: linesOf(resources) };
}

describe('the trees of targets', () => {
  it('go from account to region to service to resource', async () => {
    const log = await openLog(
      [
        event('1', 'arn:aws:s3:::invoices/a', 'arn:aws:s3:::invoices'),
        event('2', 'arn:aws:iam::111122223333:role/Deployer'),
        event('3', 'arn:aws:kms:eu-west-1:111122223333:key/k', 'arn:aws:kms:eu-west-1:111122223333:key/K'),
      ].join('\n'),
    );
    expect(await trees(log)).toEqual({
      places: ['Account 111122223333 3', '  Region eu-west-1 3', '    Service s3.amazonaws.com 3'],
      resources: [
        'Account 111122223333 2',
        '  Region eu-west-1 1',
        '    Service kms 1',
        '      Resource key/k 1',
        '  Service iam 1',
        '    Resource role/Deployer 1',
        'Service s3 1',
        '  Resource invoices 1',
        '  Resource invoices/a 1',
      ],
    });
  });

  it('go from namespace to resource to name, and past a level that is missing by nature', async () => {
    const log = await openLog(
      [
        request('1', { namespace: 'shop', resource: 'pods', name: 'web' }),
        request('2', { namespace: 'shop', resource: 'pods' }),
        request('3', { resource: 'nodes', name: 'n1' }),
      ].join('\n'),
    );
    expect((await trees(log)).places).toEqual([
      'Namespace shop 2',
      '  Resource pods 2',
      '    Name web 1',
      'Resource nodes 1',
      '  Name n1 1',
    ]);
  });

  it('go from project to location to resource', async () => {
    const log = await openLog(
      [
        entry('1', 'projects/shop/zones/europe-west1-b/instances/web', { project_id: 'shop', zone: 'europe-west1-b' }),
        entry('2', 'projects/_/buckets/invoices', { project_id: 'shop', location: 'eu' }),
      ].join('\n'),
    );
    expect(await trees(log)).toEqual({
      places: ['Project shop 2', '  Location eu 1', '  Zone europe-west1-b 1'],
      resources: ['Resource buckets/invoices 1', 'Project shop 1', '  Location europe-west1-b 1', '    Resource instances/web 1'],
    });
  });

  it('take ids of any Azure service apart, and count a record once that names a resource twice', async () => {
    const group = '/subscriptions/s/resourceGroups/g';
    const log = await openLog(
      [
        activity('1', `${group}/providers/Microsoft.Storage/storageAccounts/a`),
        activity('2', `${group}/providers/Microsoft.Sql/servers/x/databases/y`),
        activity('3', '/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/r'),
        activity('4', group.toUpperCase()),
        JSON.stringify({
          ...azureLogAnalytics,
          _ResourceId: `${group}/providers/microsoft.storage/storageaccounts/a`,
          ResourceId: `${group}/providers/Microsoft.Storage/storageAccounts/A`,
        }),
      ].join('\n'),
    );
    expect((await trees(log)).resources).toEqual([
      'subscription s 5',
      '  resourceGroup g 4',
      '    instance a 2',
      '    instance y 1',
      '  instance r 1',
    ]);
    expect(
      (await log.request('facets', { query: '', field: 'subscription', limit: 9 })).values.map(({ value, count }) => [value, count]),
    ).toEqual([['s', 5]]);
  });
});

describe('a step of a tree', () => {
  it('leads to the records that it counts', async () => {
    const log = await openLog(
      [
        event('1', 'arn:aws:iam::111122223333:role/Deployer'),
        event('2', 'arn:aws:s3:::invoices'),
        request('3', { namespace: 'shop', resource: 'pods', name: 'web' }),
        entry('4', 'projects/shop/zones/europe-west1-b/instances/web', { project_id: 'shop', zone: 'europe-west1-b' }),
        activity('5', '/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/x/databases/y'),
      ].join('\n'),
    );
    const { places, resources } = await log.request('profile', { query: '', limit: 50 });
    const visit = async (nodes: readonly TargetNode[], above: readonly TargetStep[]): Promise<number> => {
      let visited = 0;
      for (const { step, count, children } of nodes) {
        const path = [...above, step];
        const { matching } = await log.request('page', {
          query: pageQuery({ query: '', page: { kind: 'target', path } }),
          order: 'file',
          from: { at: 0 },
          count: 0,
        });
        // A level within a name may also be named by itself.
        expect(matching, JSON.stringify(path)).toBeGreaterThanOrEqual(count);
        visited += 1 + (await visit(children, path));
      }
      return visited;
    };
    expect(await visit([...places, ...resources], [])).toBeGreaterThan(15);
    expect((await trees(log, 'target.Account:111122223333 target.Service:iam')).resources[0]).toBe('Account 111122223333 1');
  });

  it('is in the detail of a record', async () => {
    const log = await openLog([event('1', 'arn:aws:iam::111122223333:role/Deployer'), JSON.stringify(azureActivityEvent)].join('\n'));
    const { levels, resource } = await log.request('record', { ref: { source: 0, index: 0 } });
    expect([levels.map((path) => path.map(({ level, name }) => `${level} ${name}`)), resource]).toEqual([
      [
        ['Account 111122223333', 'Region eu-west-1', 'Service s3.amazonaws.com'],
        ['Account 111122223333', 'Service iam', 'Resource role/Deployer'],
      ],
      [],
    ]);
    const other = await log.request('record', { ref: { source: 0, index: 1 } });
    expect([other.levels, other.resource.map(({ name }) => name)]).toEqual([
      [],
      ['00000000-0000-4000-8000-000000000001', 'shop', 'shopdata'],
    ]);
  });
});
