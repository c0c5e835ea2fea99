import { expect, it } from 'vitest';
import { BlockQueue } from '../../../src/engine/parallel/blockQueue.ts';
import type { BlockWorker } from '../../../src/engine/parallel/blockWorkers.ts';
import { LastingWorker } from '../../../src/engine/parallel/lastingWorker.ts';

const kilobyte = 1024;
const start = { offset: 0, line: 1, records: 0, opening: new Uint8Array(0), spent: 0 };

/** The sizes of the first blocks that two workers get, in KiB. */
async function sizes(most: number, count: number, callerReads = false): Promise<readonly number[]> {
  const reader: BlockWorker = { started: Promise.resolve(), read: () => Promise.resolve(undefined), close: () => Promise.resolve() };
  const worker = new LastingWorker(
    reader,
    () => undefined,
    () => undefined,
  );
  const queue = new BlockQueue([worker, worker], callerReads, start, most * kilobyte, (offset) => Promise.resolve(offset));
  const found: number[] = [];
  while (found.length < count) {
    const { block } = (await queue.next())!;
    found.push((block.end - block.start) / kilobyte);
    queue.drop();
  }
  return found;
}

it('begins with small blocks, as workers are slow at first and something is to be shown soon', async () => {
  expect(await sizes(3000, 14)).toEqual([512, 512, 512, 512, 1024, 1024, 1024, 1024, 2048, 2048, 2048, 2048, 3000, 3000]);
  expect(await sizes(100, 3)).toEqual([100, 100, 100]);
  expect(await sizes(1024, 8, true)).toEqual([512, 512, 512, 512, 512, 512, 1024, 1024]);
});
