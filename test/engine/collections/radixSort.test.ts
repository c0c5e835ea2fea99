import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsWhere, radixSort } from '../../../src/engine/collections/radixSort.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { runs } from '../../runs.ts';

const endless = (): CooperativeTask => new CooperativeTask(new AbortController().signal);

describe('sorting by digits', () => {
  it('agrees with a stable comparing sort', async () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0xffff, 0x1_0000));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(part, part), { maxLength: 50 }), async (keys) => {
        const sorted = await radixSort(Uint32Array.from(keys.keys()), [(item) => keys[item]![1], (item) => keys[item]![0]], endless());
        const expected = [...keys.keys()].sort((left, right) => keys[left]![0] - keys[right]![0] || keys[left]![1] - keys[right]![1]);
        expect([...sorted]).toEqual(expected);
      }),
      { numRuns: runs(60) },
    );
  });

  it('ends when the signal says so, without looking at all items', async () => {
    const controller = new AbortController();
    let looked = 0;
    const sorting = radixSort(
      new Uint32Array(1_000_000),
      [
        (item) => {
          looked++;
          controller.abort();
          return item;
        },
      ],
      new CooperativeTask(controller.signal),
    );
    await expect(sorting).rejects.toThrow('abort');
    expect(looked).toBeLessThan(100_000);
  });

  it('begins with the items that are meant', async () => {
    expect([...(await itemsWhere(10, (item) => item % 3 === 1, endless()))]).toEqual([1, 4, 7]);
  });
});
