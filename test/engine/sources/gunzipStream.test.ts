import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { EventLoopYielder } from '../../../src/engine/scheduling/eventLoopYielder.ts';
import { GunzipStream } from '../../../src/engine/sources/gunzipStream.ts';

const plain = Buffer.from(Array.from({ length: 200_000 }, (_, index) => Math.imul(index, 2654435761) >>> 13));
const packed = gzipSync(plain);

function open(bytes: Uint8Array): GunzipStream {
  return new GunzipStream(
    (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    nodeCompression,
    new EventLoopYielder(),
  );
}

async function all(stream: GunzipStream): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (let part = await stream.next(); part !== undefined; part = await stream.next()) {
    // Whoever hands bytes out may write over them.
    parts.push(part.slice());
  }
  return Buffer.concat(parts);
}

function changed(at: number): Uint8Array {
  const bytes = new Uint8Array(packed);
  bytes[at] = bytes[at]! ^ 0xff;
  return bytes;
}

describe('a stream of gzip', () => {
  it('gives all bytes of all members', async () => {
    const stream = open(Buffer.concat([packed, gzipSync('more'), packed]));
    expect((await all(stream)).equals(Buffer.concat([plain, Buffer.from('more'), plain]))).toBe(true);
    expect(stream.fault).toBeUndefined();
    expect(stream.ended).toBe(true);
  });

  test.each([
    ['is cut off', packed.subarray(0, packed.length - 500), 'truncated'],
    ['has a wrong checksum', changed(packed.length - 8), 'checksum'],
    ['is followed by something else', Buffer.concat([packed, Buffer.from('{"a":1}')]), 'trailing'],
    ['is none', Buffer.from('{"a":1}'), 'corrupt'],
  ] as const)('gives what is there, and says why it ends, where it %s', async (_, bytes, fault) => {
    const stream = open(bytes);
    const read = await all(stream);
    expect(read.equals(plain.subarray(0, read.length))).toBe(true);
    expect(stream.fault).toBe(fault);
    if (fault !== 'corrupt') {
      expect(read.length).toBeGreaterThan(plain.length * 0.8);
    }
  });

  it('goes on after it was cancelled, with no byte lost', async () => {
    const stream = open(packed);
    const first = (await stream.next())!.slice();
    await expect(stream.next(AbortSignal.abort())).rejects.toThrow('aborted');
    expect(Buffer.concat([first, await all(stream)]).equals(plain)).toBe(true);
  });

  it('gives nothing once it is closed', async () => {
    const stream = open(packed);
    await stream.next();
    stream.close();
    expect(await stream.next()).toBeUndefined();
  });
});
