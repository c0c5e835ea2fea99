import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

const ref = (index: number) => ({ source: 0, index });

describe('the comparison of two records', () => {
  it('has the fields that differ first, and says of which records they are', async () => {
    const log = await openLog('{"operationName":"a","x":1,"y":2}\n{"operationName":"a","x":1,"y":3,"z":4}');
    const { first, second, fields, total, equal } = await log.request('comparison', { first: ref(0), second: ref(1) });
    expect([first.ref.index, second.ref.index, total, equal]).toEqual([0, 1, 4, 2]);
    expect(fields.map(({ name, isEqual }) => [name, isEqual])).toEqual([
      ['y', false],
      ['z', false],
      ['operationName', true],
      ['x', true],
    ]);
  });

  it('is cut where there are too many fields, and counts them', async () => {
    const record = (value: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 1500 }, (_, key) => [`k${key}`, key === 1499 ? value : 0])));
    const log = await openLog(`${record(1)}\n${record(2)}`);
    const { fields, total, equal } = await log.request('comparison', { first: ref(0), second: ref(1) });
    expect([fields.length, total, equal, fields[0]!.name]).toEqual([1000, 1500, 1499, 'k1499']);
  });

  it('is refused where there is no such record', async () => {
    const log = await openLog('{"a":1}');
    await expect(log.request('comparison', { first: ref(0), second: ref(7) })).rejects.toThrow('no such record');
  });
});
