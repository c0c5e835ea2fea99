import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { EventLoopYielder } from '../../../src/engine/scheduling/eventLoopYielder.ts';
import { BlockStream, blockSize } from '../../../src/engine/sources/blockStream.ts';
import type { Compression, Gunzip } from '../../../src/engine/sources/compression.ts';
import { FrontBlocks } from '../../../src/engine/sources/frontBlocks.ts';
import { GunzipStream } from '../../../src/engine/sources/gunzipStream.ts';
import type { ReadRange } from '../../../src/engine/sources/readRange.ts';

/** Random enough that each block takes several pieces of gzip. */
let state = 1;
const plain = Buffer.from(
  Array.from({ length: 5 * blockSize + 1000 }, () => (state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 26),
);
const packed = gzipSync(plain);

function open(read: ReadRange, compression: Compression = nodeCompression): FrontBlocks {
  return new FrontBlocks(new BlockStream(new GunzipStream(read, compression, new EventLoopYielder())));
}

function rangeOf(bytes: Uint8Array): ReadRange {
  return (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length));
}

async function all(front: FrontBlocks): Promise<Uint8Array[]> {
  const blocks: Uint8Array[] = [];
  for (let block = await front.read(undefined); block !== undefined; block = await front.read(undefined)) {
    blocks.push(block);
  }
  return blocks;
}

it('hands out all blocks in order, however often it was told to read ahead, and none after the last', async () => {
  const front = open(rangeOf(packed));
  front.readAhead();
  front.readAhead();
  const blocks = await all(front);
  expect(blocks.map(({ length }) => length)).toEqual([...Array.from({ length: 5 }, () => blockSize), 1000]);
  expect(Buffer.concat(blocks).equals(plain)).toBe(true);
  expect(front.next).toBe(6);
  expect(await front.read(undefined)).toBeUndefined();
});

it('decompresses the next block while nobody asks for it, and no more', async () => {
  const front = open(rangeOf(packed));
  await front.read(undefined);
  front.readAhead();
  await expect.poll(() => front.blocks.next).toBe(2);
  front.readAhead();
  expect(front.next).toBe(1);
});

it('stops waiting as soon as the signal says so, and goes on later with the same block', async () => {
  const { promise: gate, resolve: openGate } = gateOf();
  const read = rangeOf(packed);
  const front = open(async (offset, length) => {
    await gate;
    return read(offset, length);
  });
  const controller = new AbortController();
  const reading = front.read(controller.signal);
  controller.abort();
  await expect(reading).rejects.toThrow('abort');
  openGate();
  expect(Buffer.concat(await all(front)).equals(plain)).toBe(true);
});

it('tells who asks of what could not be read, and tries it again for the next', async () => {
  let isBroken = true;
  const read = rangeOf(packed);
  const front = open((offset, length) => (isBroken ? Promise.reject(new Error('unplugged')) : read(offset, length)));
  front.readAhead();
  await expect(front.read(undefined)).rejects.toThrow('unplugged');
  isBroken = false;
  expect(Buffer.concat(await all(front)).equals(plain)).toBe(true);
});

it.each([
  ['parts of memory as large as a block', blockSize, 1000],
  ['parts of memory of another size', 70_000, 70_000],
  ['parts that do not follow each other', blockSize, blockSize - 7],
])('is whole from %s', async (_, memory, size) => {
  const gunzip = (): Gunzip => ({
    async *push(piece) {
      let room = new Uint8Array(memory);
      let used = 0;
      for (let start = 0; start < piece.length; start += size) {
        const part = piece.subarray(start, start + size);
        if (used + part.length > memory) {
          room = new Uint8Array(memory);
          used = 0;
        }
        room.set(part, used);
        yield await Promise.resolve(room.subarray(used, used + part.length));
        used += part.length;
      }
    },
    close() {
      // Nothing is held.
    },
  });
  const blocks = await all(open(rangeOf(plain), { ...nodeCompression, gunzip, pieceSize: 3 * blockSize + 5 }));
  expect(blocks.map(({ length }) => length)).toEqual([...Array.from({ length: 5 }, () => blockSize), 1000]);
  expect(Buffer.concat(blocks).equals(plain)).toBe(true);
});

function gateOf(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let openGate: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (openGate = resolve));
  return { promise, resolve: openGate };
}
