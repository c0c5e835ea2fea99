import { describe, expect, it } from 'vitest';
import { invent, type InventedLog } from './inventedLog.ts';
import { logVariations, vary } from './logVariations.ts';
import { SimulatedLog } from './children/simulatedLog.ts';
import { openLog } from '../engine/openLog.ts';

/** What is measured must be what is meant: sound records of the documented size, as many different ones as the log's name says. */
const kinds: readonly (readonly [log: InventedLog, fewest: number, most: number])[] = [
  [{ records: 3_000, cardinality: 'low', shapes: 1 }, 2_000, 2_500],
  [{ records: 3_000, cardinality: 'low', shapes: 6 }, 2_000, 2_500],
  [{ records: 3_000, cardinality: 'high', shapes: 1 }, 2_900, 3_001],
  [{ records: 3_000, cardinality: 'high', shapes: 6 }, 2_900, 3_001],
];

describe('an invented log', () => {
  it.each(kinds)('of %j is sound, and the same each time', async (kind, fewest, most) => {
    const text = [...invent(kind)].join('');
    expect([...invent(kind)].join('')).toBe(text);
    expect(text.length / kind.records).toBeGreaterThan(1_500);
    expect(text.length / kind.records).toBeLessThan(1_750);
    const { records, distinct, findings } = await (await openLog(text)).request('summary', { query: '', top: 1 });
    expect([records, findings.byCode]).toEqual([kind.records, {}]);
    expect(distinct.targets['instance']).toBeGreaterThan(fewest);
    expect(distinct.targets['instance']).toBeLessThan(most);
  });
});

describe('a log of which each record is written in another way', () => {
  const plain = [...invent({ records: 400, cardinality: 'low', shapes: 1 })];

  it.each(logVariations)('%s: is sound, and the same each time', async (variation) => {
    const lines = [...vary(plain, variation)];
    expect([...vary(plain, variation)]).toEqual(lines);
    const { records, findings } = await (await openLog(lines.join(''))).request('summary', { query: '', top: 1 });
    expect(records).toBe(plain.length);
    expect(Object.keys(findings.byCode).filter((code) => code !== 'value.spelling' && code !== 'value.unknownKey')).toEqual([]);
    expect(new Set(lines).size).toBe(plain.length);
    // Nearly all of them: what a mixture does may leave a record as it is.
    expect(lines.filter((line, index) => line !== plain[index]).length).toBeGreaterThan(plain.length * 0.8);
  });

  it.each(['solidi', 'order', 'pairs'] as const)('%s: says the same', (variation) => {
    const said = (line: string): unknown => JSON.parse(line);
    expect([...vary(plain, variation)].map(said)).toEqual(plain.map(said));
  });
});

describe('a simulated log', () => {
  it('is sound', async () => {
    const log = new SimulatedLog(1_000);
    const bytes = await log.read(0, (await log.open())!);
    const summary = await (await openLog(bytes)).request('summary', { query: '', top: 1 });
    expect([summary.records, summary.findings.byCode]).toEqual([1_000, {}]);
  });

  it('has the same bytes at an offset, whatever is read', async () => {
    const log = new SimulatedLog(50);
    const whole = await log.read(0, 1e9);
    expect(whole.length).toBe(await log.open());
    for (const [offset, length] of [
      [0, 1],
      [566, 3],
      [1, 5_000],
      [whole.length - 10, 100],
      [whole.length, 1],
    ] as const) {
      expect(Buffer.from(await log.read(offset, length))).toEqual(Buffer.from(whole.subarray(offset, offset + length)));
    }
  });
});
