import { describe, expect, it } from 'vitest';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { ResourceSpellings } from '../../../src/engine/query/resourceSpellings.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';

const id = (group: string, name: string): string =>
  `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/${name}`;

function lineOf(...names: readonly string[]): string {
  return JSON.stringify({
    operationName: 'x',
    targetResources: names.map((targetResourceName) => ({ targetResourceType: 'ResourceId', targetResourceName })),
  });
}

function upTo({ table }: LogIndex, rows: number): Promise<ResourceSpellings> {
  return new ResourceSpellings(table).upTo(rows, new CooperativeTask(new AbortController().signal));
}

describe('spellings of resource ids', () => {
  it('are those of the first rows, part by part', async () => {
    const index = await readIndex([lineOf(id('RG', 'a')), lineOf(id('rg', 'B')), lineOf(id('Rg', 'b').toLowerCase())].join('\n'));
    const spellings = await upTo(index, 3);
    expect(spellings.firstId(id('rg', 'b').toLowerCase())).toBe(id('RG', 'B'));
    expect(spellings.levels.instance.first('b')).toBe('B');
    expect(spellings.isVaried).toBe(true);
  });

  it('are noted as rows come, and stay', async () => {
    const lines = Array.from({ length: 9000 }, (_, row) => lineOf(id('rg', row < 5000 ? 'contoso' : 'CONTOSO')));
    const index = await readIndex(lines.join('\n'));
    const spellings = await upTo(index, 4500);
    expect(spellings.isVaried).toBe(false);
    expect(spellings.firstId(id('rg', 'CONTOSO'))).toBe(id('rg', 'CONTOSO'));
    await spellings.upTo(9000, new CooperativeTask(new AbortController().signal));
    expect(spellings.firstId(id('rg', 'CONTOSO'))).toBe(id('rg', 'contoso'));
  });

  it('are whole where an id has another form, and of further targets too', async () => {
    const nested = `${id('rg', 'a')}/keys/K`;
    const index = await readIndex([lineOf(id('rg', 'a'), nested), lineOf(nested.toUpperCase(), id('RG', 'k'))].join('\n'));
    const spellings = await upTo(index, 2);
    expect(spellings.firstId(nested.toLowerCase())).toBe(nested);
    expect(spellings.levels.instance.first('k')).toBe('K');
  });

  it('are none of other texts', async () => {
    const index = await readIndex([lineOf(id('rg', 'a'), '/no/ID', 'CONTOSO'), lineOf(id('RG', 'a'), '/NO/id', 'contoso')].join('\n'));
    const spellings = await upTo(index, 2);
    expect(['/NO/id', 'contoso', '/subscriptions/unheard'].map((text) => spellings.firstId(text))).toEqual([
      '/NO/id',
      'contoso',
      '/subscriptions/unheard',
    ]);
  });
});
