import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';
import { runs } from '../../runs.ts';

interface Numbered {
  readonly epoch: string;
  readonly number: number;
}

/** Distinct numbers of a few writers, in any order. */
const numbers = fc.uniqueArray(fc.record({ epoch: fc.constantFrom<string>('A', 'B', 'C'), number: fc.nat({ max: 30 }) }), {
  maxLength: 25,
  selector: ({ epoch, number }) => `${epoch} ${number}`,
});

function logOf(records: readonly Numbered[]): string {
  return records
    .map(({ epoch, number }, index) => {
      const time = new Date(Date.UTC(2021, 0, 1, 0, 0, index)).toISOString();
      return `${JSON.stringify({ operationName: 'x', env_time: time, env_epoch: epoch, env_seqNum: number })}\n`;
    })
    .join('');
}

/** Of one writer: the missing numbers between its least and its greatest, as stretches. */
function gapsOf(own: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = own.toSorted((a, b) => a - b);
  return sorted.slice(1).flatMap((number, index) => (number - sorted[index]! > 1 ? [[sorted[index]! + 1, number - 1] as const] : []));
}

describe('coverage', () => {
  it('lists for each writer what is there and what is missing', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, async (records) => {
        const { request } = await openLog(logOf(records));
        const coverage = await request('coverage', { epochs: 10, gaps: 100 });
        const writers = Map.groupBy(records, ({ epoch }) => epoch);
        expect(coverage.seen).toBe(records.length);
        expect(coverage.epochsTotal).toBe(writers.size);
        for (const { epoch, first, last, seen, missing, density, gaps, gapsTotal } of coverage.epochs) {
          const own = writers.get(epoch)!.map(({ number }) => number);
          const expected = gapsOf(own);
          expect([first, last, seen]).toEqual([String(Math.min(...own)), String(Math.max(...own)), own.length]);
          expect(gaps.map(({ from, to }) => [Number(from), Number(to)])).toEqual(expected);
          expect(gapsTotal).toBe(expected.length);
          expect(Number(missing)).toBe(Math.max(...own) - Math.min(...own) + 1 - own.length);
          expect(density).toBeCloseTo(own.length / (Math.max(...own) - Math.min(...own) + 1));
        }
        const missing = coverage.epochs.reduce((sum, one) => sum + Number(one.missing), 0);
        expect(Number(coverage.missing)).toBe(missing);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says how much it leaves out', async () => {
    const records = ['A', 'B', 'C'].flatMap((epoch) => [1, 5, 9].map((number) => ({ epoch, number })));
    const { request } = await openLog(logOf(records));
    const { epochs, epochsTotal } = await request('coverage', { epochs: 2, gaps: 1 });
    expect([epochs.length, epochsTotal]).toEqual([2, 3]);
    expect(epochs.map(({ gaps, gapsTotal }) => [gaps.length, gapsTotal])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('places gaps on the time axis, close ones as one, only where that was requested', async () => {
    const records = [1, 3, 5, 9].map((number) => ({ epoch: 'A', number }));
    const { request } = await openLog(logOf(records));
    expect((await request('coverage', { epochs: 1, gaps: 0 })).stretches).toEqual([]);
    const each = await request('coverage', { epochs: 1, gaps: 0, stretches: 100 });
    expect(each.stretches.map(({ gaps, missing }) => [gaps, missing])).toEqual([
      [1, '1'],
      [1, '1'],
      [1, '3'],
    ]);
    const one = await request('coverage', { epochs: 1, gaps: 0, stretches: 1 });
    expect(one.stretches).toMatchObject([{ gaps: 3, missing: '5', largest: { from: '6', to: '8', epoch: 'A' }, after: { index: 3 } }]);
    expect([one.unplaced, each.unplaced]).toEqual([0, 0]);
  });

  it('counts numbers of 64 bits exactly', async () => {
    const record = (number: string): string => `{"operationName":"x","env_epoch":"A","env_seqNum":${number}}\n`;
    const { request } = await openLog(record('18446744073709551610') + record('18446744073709551615'));
    const { missing, epochs } = await request('coverage', { epochs: 1, gaps: 1 });
    expect([missing, epochs[0]!.gaps[0]]).toMatchObject(['4', { from: '18446744073709551611', to: '18446744073709551614' }]);
  });

  it('knows nothing of a log without numbers', async () => {
    const { request } = await openLog('{"operationName":"x"}\n');
    expect(await request('coverage', { epochs: 5, gaps: 5, stretches: 5 })).toMatchObject({
      seen: 0,
      missing: '0',
      epochs: [],
      stretches: [],
    });
  });

  it('is sorted by what is missing, by name or by time before it is cut', async () => {
    const at = (epoch: string, number: number, time: string) =>
      `${JSON.stringify({ operationName: 'x', env_time: time, env_epoch: epoch, env_seqNum: number })}\n`;
    const { request } = await openLog(
      at('B', 1, '2021-01-01T00:00:00Z') +
        at('C', 1, 'yesterday') +
        at('C', 9, 'yesterday') +
        at('A', 1, '2021-01-01T00:00:01Z') +
        at('A', 3, '2021-01-01T00:00:02Z') +
        at('B', 2, '2021-01-01T00:00:03Z'),
    );
    const namesBy = async (by: 'missing' | 'name' | 'first' | 'last', isDescending: boolean, epochs = 3) => {
      const coverage = await request('coverage', { epochs, gaps: 10, sort: { by, isDescending } });
      expect([coverage.epochsTotal, coverage.missing]).toEqual([3, '8']);
      return coverage.epochs.map(({ epoch }) => epoch).join('');
    };
    expect(await namesBy('missing', true)).toBe('CAB');
    expect(await namesBy('missing', true, 1)).toBe('C');
    expect(await namesBy('missing', false)).toBe('BAC');
    expect(await namesBy('name', false)).toBe('ABC');
    expect(await namesBy('name', true, 2)).toBe('CB');
    // What has no time is last in either direction.
    expect(await namesBy('first', false)).toBe('BAC');
    expect(await namesBy('first', true)).toBe('ABC');
    expect(await namesBy('last', false)).toBe('ABC');
    expect(await namesBy('last', true)).toBe('BAC');
  });
});
