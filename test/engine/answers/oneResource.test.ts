import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';
import { everyAnswer } from '../parallel/everyAnswer.ts';

const id = (name: string, group = 'rg-one', namespace = 'Microsoft.Attestation'): string =>
  `/subscriptions/s/resourceGroups/${group}/providers/${namespace}/attestationProviders/${name}`;

function record(caller: string, ...names: readonly string[]): string {
  return JSON.stringify({
    env_time: '2020-11-23T18:23:29Z',
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
    targetResources: names.map((targetResourceName) => ({ targetResourceType: 'ResourceId', targetResourceName })),
  });
}

const lines = [
  record('dana', id('contoso')),
  record('eve', id('CONTOSO')),
  record('eve', id('fabrikam')),
  record('dana', id('Contoso').toUpperCase(), id('contoso')),
];

async function facet(log: OpenedLog, field: string, query = ''): Promise<readonly (readonly [string | null, number])[]> {
  return (await log.request('facets', { query, field, limit: 9 })).values.map(({ value, count }) => [value, count]);
}

describe('a resource that is spelled in several ways', () => {
  it('is one value of each field, under its first spelling, which no filter changes', async () => {
    const log = await openLog(lines.join('\n'));
    expect(await facet(log, 'instance')).toEqual([
      ['contoso', 3],
      ['fabrikam', 1],
    ]);
    expect(await facet(log, 'resourceGroup')).toEqual([['rg-one', 4]]);
    expect(await facet(log, 'target')).toEqual([
      [id('contoso'), 3],
      [id('fabrikam'), 1],
    ]);
    expect(await facet(log, 'target.ResourceId', 'caller:eve instance:contoso')).toEqual([[id('contoso'), 1]]);
  });

  it('is one lane, and one value in the summary', async () => {
    const log = await openLog(lines.join('\n'));
    const { lanes } = await log.request('timeline', { query: '', width: 10, lanesBy: { field: 'instance', limit: 9 } });
    expect(lanes?.lanes.map(({ value, matching }) => [value, matching])).toEqual([
      ['contoso', 3],
      ['fabrikam', 1],
    ]);
    const { targets, distinct } = await log.request('summary', { query: '', top: 9 });
    expect(targets).toEqual({
      ResourceId: { [id('contoso')]: 1 },
      instance: { contoso: 3, fabrikam: 1 },
      resourceGroup: { 'rg-one': 4 },
      subscription: { s: 4 },
    });
    expect(distinct.targets).toEqual({ ResourceId: 1, instance: 2, resourceGroup: 1, subscription: 1 });
  });

  it('is one target on profile pages', async () => {
    const log = await openLog(lines.join('\n'));
    const { alsoActing, resources } = await log.request('profile', { query: 'caller:dana', limit: 9 });
    const { columns } = await log.request('matrix', { query: 'caller:dana', rows: 'operation', columns: 'instance', limit: 9 });
    expect(columns.map(({ value, count }) => [value, count])).toEqual([['contoso', 2]]);
    expect(alsoActing.map(({ value, count }) => [value, count])).toEqual([['eve', 1]]);
    expect(resources[0]!.children[0]!.children.map(({ step, count }) => [step.name, count])).toEqual([['contoso', 2]]);
  });

  it('has each part as it was spelled first, where no record spells all so', async () => {
    const log = await openLog([record('dana', id('a', 'RG')), record('dana', id('A', 'rg', 'MICROSOFT.ATTESTATION'))].join('\n'));
    expect(await facet(log, 'target')).toEqual([[id('a', 'RG'), 2]]);
  });

  it('is one across formats and forms of ids, and where a record names it twice', async () => {
    const nested = '/subscriptions/S/resourceGroups/rg-one/providers/Microsoft.Sql/servers/x/databases/Contoso';
    const activity = (resourceId: string, eventDataId: string): string =>
      JSON.stringify({ ...inventedRecords.azureActivityEvent, resourceId, eventDataId });
    const log = await openLog([activity(nested, '1'), ...lines, activity(nested.toLowerCase(), '2')].join('\n'));
    expect(await facet(log, 'subscription')).toEqual([['S', 6]]);
    expect(await facet(log, 'instance')).toEqual([
      ['Contoso', 5],
      ['fabrikam', 1],
    ]);
    expect((await facet(log, 'target')).find(([value]) => value === nested)).toEqual([nested, 2]);
  });

  it('is found in its own spelling by an exact filter', async () => {
    const log = await openLog(lines.join('\n'));
    const { matching } = await log.request('facets', { query: 'instance=CONTOSO', field: 'instance', limit: 9 });
    expect(matching).toBe(2);
  });

  it('has the spelling of the first record, not of what a damaged one holds', async () => {
    const log = await openLog([`${record('dana', id('CONTOSO')).slice(0, -1)},"a":x}`, ...lines].join('\n'));
    expect((await facet(log, 'instance'))[0]).toEqual(['contoso', 3]);
  });

  it('has one spelling however many threads read the log', async () => {
    const names = ['contoso', 'CONTOSO', 'Contoso', 'fabrikam', 'Fabrikam', 'n', 'N'];
    const log = Array.from({ length: 400 }, (_, row) => record(`c${row % 3}`, id(names[(row * 7) % (1 + (row % names.length))]!)));
    const beginning = record('x'.repeat(300_000), id('N'));
    const bytes = new TextEncoder().encode([beginning, ...log].join('\n'));
    const answersOf = async (workers?: BytesBlockWorkers): Promise<unknown> => {
      const session = new LogSession(() => undefined, nodeCompression, workers);
      await session.read([new BytesSource('log.ndjson', bytes)]);
      const answers = await everyAnswer(session);
      await session.close();
      return answers;
    };
    const workers = new BytesBlockWorkers(bytes, 3, 2000);
    expect(await answersOf(workers)).toEqual(await answersOf());
    expect(workers.read).toBeGreaterThan(10);
  });
});
