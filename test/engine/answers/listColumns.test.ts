import { describe, expect, it } from 'vitest';
import { builtInNames } from '../../../src/core/formats/documentedNames.ts';
import { listColumns } from '../../../src/engine/answers/listColumns.ts';
import { inventedRecords, type InventedFormat } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

/** The fields of the columns of a log of formats with these counts and columns. */
function columnsOf(...formats: readonly (readonly [count: number, ...columns: readonly string[]])[]): readonly string[] {
  return listColumns(
    formats.map(([count, ...columns]) => ({ count, columns })),
    builtInNames,
  ).map(({ field }) => field);
}

describe('the columns of a log', () => {
  it('are those of its only format', () => {
    expect(columnsOf([3, 'ip', 'category'])).toEqual(['ip', 'category']);
    expect(columnsOf([3])).toEqual([]);
    expect(columnsOf()).toEqual([]);
  });

  it('suit more than half of its records', () => {
    expect(columnsOf([6, 'ip', 'category'], [4, 'region'])).toEqual(['ip', 'category']);
    expect(columnsOf([4, 'region', 'category'], [3, 'resourceGroup', 'category'], [3, 'ip'])).toEqual(['category']);
    expect(columnsOf([4, 'region', 'category'], [3, 'category', 'ip'], [3, 'ip', 'result'])).toEqual(['category', 'ip']);
    expect(columnsOf([5, 'ip', 'ip'], [3], [3, 'ip', 'region'])).toEqual(['ip']);
  });

  it('are those of the most frequent format where none suits so many', () => {
    expect(columnsOf([4, 'ip', 'category'], [3, 'region'], [3, 'resourceGroup'])).toEqual(['ip', 'category']);
    expect(columnsOf([4], [3, 'region'], [3, 'resourceGroup'])).toEqual([]);
    expect(columnsOf([5, 'ip', 'ip'], [5, 'region'])).toEqual(['ip']);
  });

  it('are at most two fields, without what is none', () => {
    expect(columnsOf([4, 'region', 'category'], [2, 'category', 'ip'], [2, 'ip', 'region'])).toEqual(['region', 'category']);
    expect(columnsOf([4, 'nonsense', 'category'])).toEqual(['category']);
  });

  it('have a title, be it the name of the field', () => {
    const titles = listColumns([{ count: 1, columns: ['target.', 'key. '] }], builtInNames).map(({ title }) => title);
    expect(titles).toEqual(['target.', 'key. ']);
  });
});

it.each<[id: InventedFormat, titles: readonly string[]]>([
  ['cloudTrail', ['Called service', 'Region']],
  ['kubernetesAudit', ['Namespace', 'Resource']],
  ['gcpAudit', ['Project', 'Location']],
  ['azureResourceLog', ['Resource group', 'Category']],
])('a log of %s has its columns under their titles', async (id, titles) => {
  const log = await openLog(JSON.stringify(inventedRecords[id]));
  const { columns } = await log.request('formats', {});
  expect(columns.map(({ title }) => title)).toEqual(titles);
});

it('a log of Attestation has none', async () => {
  const log = await openLog('{"operationName":"CreateInstance","callerIdentities":[],"targetResources":[]}');
  expect((await log.request('formats', {})).columns).toEqual([]);
});
