import { describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

async function filtersOf(record: object): Promise<readonly (readonly [string, string | null])[]> {
  const log = await openLog(JSON.stringify(record));
  const { aspects } = await log.request('record', { ref: { source: 0, index: 0 } });
  return aspects.map(({ kind, filter }) => [kind, filter]);
}

describe('what other records can have in common with one', () => {
  it('has a filter each', async () => {
    expect(await filtersOf(inventedRecords.kubernetesAudit)).toEqual([
      ['operation', 'operation:"create pods/exec"'],
      ['result', 'resultGroup:success'],
      ['caller', 'caller.Username:dev@example.com'],
      ['target', 'target.Namespace:shop target.Resource:pods target.Name:web-0'],
      ['target', 'target.Name:web-0'],
      ['target', 'target.Resource:pods'],
      ['target', 'target.Namespace:shop'],
      ['target', 'target.RequestURI:/api/v1/namespaces/shop/pods/web-0/exec'],
      ['request', 'request:0f1e2d3c-0000-4000-8000-000000000002'],
    ]);
  });

  it.each(Object.entries(inventedRecords))('has filters that find the record, of %s', async (_, record) => {
    const log = await openLog(`${JSON.stringify(record)}\n{"a":1}`);
    const ref = { source: 0, index: 0 };
    const { aspects } = await log.request('record', { ref });
    for (const { filter } of aspects) {
      const { found } = await log.request('page', { query: filter!, order: 'file', from: { around: ref }, count: 1 });
      expect({ filter, found }).toEqual({ filter, found: 0 });
    }
  });

  it('is the result alone of a record that says nothing', async () => {
    expect(await filtersOf({ a: 1 })).toEqual([['result', 'resultGroup:other']]);
  });

  it('has no filter where it gives access', async () => {
    const secret = 'https://a.example/?sig=abcdefghijklmnopqrstuvwxyz0123456789';
    const targetResources = [{ targetResourceType: 'Url', targetResourceName: secret }];
    const filters = await filtersOf({ operationName: secret, requestId: secret, resultType: 'Success', targetResources });
    expect(filters).toEqual([
      ['operation', null],
      ['result', 'resultGroup:success'],
      ['request', null],
    ]);
  });

  it('has no filter of a target that is shown without what gives access', async () => {
    const { cloudTrail } = inventedRecords;
    const requestParameters = { bucketName: 'x?sig=abcdefghijklmnopqrstuvwxyz0123456789' };
    const filters = await filtersOf({ ...cloudTrail, requestParameters });
    expect(filters.some(([kind, filter]) => kind === 'target' && filter === null)).toBe(true);
    expect(JSON.stringify(filters)).not.toContain('abcdefg');
  });
});
