import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { visitTogether } from '../../../src/engine/index/visitTogether.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { readIndex } from '../readIndex.ts';
import { runs } from '../../runs.ts';

const { signal } = new AbortController();
const record = (number: number, length: number) =>
  JSON.stringify({ operationName: 'Set', env_seqNum: number, filling: 'x'.repeat(length) });
const decoder = new TextDecoder();

/** What is visited, in order. */
async function visited(index: LogIndex, rows: readonly number[]): Promise<readonly (readonly [row: number, text: string])[]> {
  const found: (readonly [number, string])[] = [];
  await visitTogether(index, Uint32Array.from(rows), signal, (row, bytes) => found.push([row, decoder.decode(bytes)]));
  return found;
}

describe('the bytes of a few records', () => {
  it('are those of each row, whatever is between them and in which source they are', async () => {
    const sources = fc.array(fc.array(fc.constantFrom(0, 10, 5000, 20_000), { maxLength: 12 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(sources, fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }), async (lengths, chosen) => {
        const records = lengths.map((source, place) => source.map((length, number) => record(place * 100 + number, length)));
        const index = await readIndex(...records.map((lines) => lines.join('\n')));
        const all = records.flat();
        const rows = all.flatMap((_, row) => (chosen[row] === true ? [row] : []));
        expect(await visited(index, rows)).toEqual(rows.map((row) => [row, all[row]]));
      }),
      { numRuns: runs(40) },
    );
  });

  it('are read at the same time, as far as there is room', async () => {
    const lengths = [...Array.from({ length: 40 }, () => 40_000), 9_000_000, 40_000];
    const index = await readIndex(lengths.map((length, number) => record(number, length)).join('\n'));
    const { source } = index.sources[0]!;
    const asked: number[] = [];
    let answered = 0;
    const read = source.read.bind(source);
    vi.spyOn(source, 'read').mockImplementation(async (...parameters) => {
      asked.push(answered);
      await new Promise(setImmediate);
      answered++;
      return read(...parameters);
    });
    const rows = [...Array.from({ length: 20 }, (_, place) => place * 2), 40, 41];
    expect((await visited(index, rows)).map(([row]) => row)).toEqual(rows);
    // The long one, and what is after it, by themselves.
    expect(asked).toEqual([...Array.from({ length: 20 }, () => 0), 20, 21]);
  });

  it('are not visited any more once nobody wants them', async () => {
    const index = await readIndex([record(0, 1), record(1, 1)].join('\n'));
    const wanted = new AbortController();
    const found: number[] = [];
    const visit = (row: number): void => {
      found.push(row);
      wanted.abort();
    };
    wanted.abort();
    await expect(visitTogether(index, Uint32Array.of(0, 1), wanted.signal, visit)).rejects.toThrow('abort');
    expect(found).toEqual([]);
  });
});
