import { constants, gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Compression } from '../../../src/engine/sources/compression.ts';
import { GzipBytes } from '../../../src/engine/sources/gzipBytes.ts';
import { GzipMemory } from '../../../src/engine/sources/gzipMemory.ts';
import { webCompression } from '../../../src/engine/web/webCompression.ts';
import { runs } from '../../runs.ts';

function open(compressed: Uint8Array, compression: Compression): GzipBytes {
  return new GzipBytes((offset, length) => Promise.resolve(compressed.subarray(offset, offset + length)), compression);
}

async function decompress(compressed: Uint8Array, compression: Compression): Promise<{ bytes: Buffer; fault: string | undefined }> {
  const gzip = open(compressed, compression);
  const bytes = Buffer.from(await gzip.read(0, 50_000_000));
  expect(gzip.produced).toBe(bytes.length);
  return { bytes, fault: gzip.progress.fault };
}

function text(length: number): Buffer {
  let made = '';
  for (let index = 0; made.length < length; index++) {
    made += `{"env_seqNum":${index},"operationName":"SetCurrentPolicy","id":"${((index * 2654435761) >>> 0).toString(16)}"}\n`;
  }
  return Buffer.from(made.slice(0, length));
}

const big = text(1_700_000);

/** Resolves when whoever shares the thread has had a turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe.each([
  ['zlib', nodeCompression],
  ['fflate', webCompression],
])('gzip by %s', (_name, compression) => {
  it.each([
    ['nothing', Buffer.alloc(0), {}],
    ['text', big, {}],
    ['stored blocks', big, { level: 0 }],
    ['runs', Buffer.alloc(3_000_000, ' '), {}],
    ['whole blocks', big.subarray(0, 1024 * 1024), {}],
  ])('of %s is decompressed', async (_, plain, options) => {
    const { bytes, fault } = await decompress(gzipSync(plain, options), compression);
    expect({ same: bytes.equals(plain), fault }).toEqual({ same: true, fault: undefined });
  });

  it('may have many members, and anything behind the last', async () => {
    const members = Buffer.concat([gzipSync('one'), gzipSync(''), gzipSync('two'), gzipSync(big)]);
    const expected = Buffer.concat([Buffer.from('onetwo'), big]);
    const padding = '\0'.repeat(100_000);
    for (const after of [
      '',
      '\0\0\0',
      padding,
      'x\n',
      'garbage',
      '\x1f\x8b\x07nothing',
      '{"a":1}\n'.repeat(10_000),
      `${padding}x`,
      '\0\0x',
    ]) {
      const { bytes, fault } = await decompress(Buffer.concat([members, Buffer.from(after, 'latin1')]), compression);
      expect({ after: after.slice(0, 9), same: bytes.equals(expected), fault }).toEqual({
        after: after.slice(0, 9),
        same: true,
        fault: /^\0*$/.test(after) ? undefined : 'trailing',
      });
    }
  });

  it('is read anywhere, in any order, by several at once', async () => {
    const compressed = gzipSync(big);
    const places = fc.array(fc.tuple(fc.nat(big.length + 1000), fc.nat(700_000)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(places, async (wanted) => {
        const gzip = open(compressed, compression);
        const read = await Promise.all(wanted.map(([offset, length]) => gzip.read(offset, length)));
        expect(read.map((bytes, index) => big.subarray(wanted[index]![0], wanted[index]![0] + wanted[index]![1]).equals(bytes))).toEqual(
          wanted.map(() => true),
        );
      }),
      { numRuns: runs(15) },
    );
  });

  it('is decompressed again where its blocks cannot be kept', async () => {
    const noise = Buffer.from(Array.from({ length: 12_000_000 }, (_, index) => (Math.imul(index, 2654435761) ^ (index >>> 7)) >>> 13));
    const unpacked: number[] = [];
    const gzip = open(gzipSync(noise, { level: 1 }), {
      ...compression,
      // What is packed takes ten times as much.
      pack: (bytes) => Promise.resolve(new Uint8Array(bytes.length * 10)),
      unpack: (_, length) => {
        unpacked.push(length);
        return Promise.resolve(new Uint8Array(length));
      },
    });
    await gzip.read(0, noise.length);
    for (const offset of [11_000_000, 10_000_000, 3_000_000, 11_900_000]) {
      expect(noise.subarray(offset, offset + 1000).equals(await gzip.read(offset, 1000))).toBe(true);
    }
    expect(unpacked).toEqual([]);
  });

  it('that is cut off gives all that can be read, wherever it is cut', async () => {
    const plain = text(1500);
    const compressed = gzipSync(plain);
    for (let length = 18; length < compressed.length - 8; length += 3) {
      const { bytes, fault } = await decompress(compressed.subarray(0, length), compression);
      expect(fault).toBe('truncated');
      const expected = inflateRawSync(compressed.subarray(10, length), { finishFlush: constants.Z_SYNC_FLUSH });
      // The last byte may hold the end of one symbol and the beginning of the next.
      expect(expected.subarray(0, bytes.length).equals(bytes)).toBe(true);
      expect(expected.length - bytes.length).toBeLessThanOrEqual(258);
    }
  });

  it('that is damaged gives all that stands before the damage', async () => {
    const compressed = gzipSync(big);
    const half = compressed.length >> 1;
    const damaged = Buffer.concat([
      compressed.subarray(0, half),
      Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) >> 3)),
    ]);
    const expected = inflateRawSync(compressed.subarray(10, half), { finishFlush: constants.Z_SYNC_FLUSH });
    const { bytes, fault } = await decompress(damaged, compression);
    expect(fault).toBe('corrupt');
    expect(bytes.subarray(0, expected.length - 300).equals(expected.subarray(0, -300))).toBe(true);
  });

  it.each([0, 9])('of nothing is whole, at level %s', async (level) => {
    const nothing = gzipSync('', { level });
    expect(await decompress(Buffer.concat([nothing, nothing]), compression)).toMatchObject({ fault: undefined });
  });

  it.each([1, 3, 4, 5, 20_000])('with a wrong checksum is damaged before %s NULs too', async (padding) => {
    const compressed = gzipSync(big.subarray(0, 5000));
    compressed[compressed.length - 8]! ^= 1;
    expect((await decompress(Buffer.concat([compressed, Buffer.alloc(padding)]), compression)).fault).toBe('checksum');
  });

  it.each([8, 9, 11, 12, 20, 1000, 100_000])('with %s NULs in place of its content is damaged', async (count) => {
    const plain = gzipSync('').subarray(0, 10);
    const named = Buffer.from([...plain.subarray(0, 3), 8, ...plain.subarray(4), ...Buffer.from('audit.ndjson\0')]);
    const checked = Buffer.from([...plain.subarray(0, 3), 2 + 4, ...plain.subarray(4), 3, 0, 1, 2, 3, 0x12, 0x34]);
    for (const header of [plain, named, checked]) {
      for (const before of ['', 'one']) {
        const log = Buffer.concat([before === '' ? Buffer.alloc(0) : gzipSync(before), header, Buffer.alloc(count)]);
        const { bytes, fault } = await decompress(log, compression);
        expect(bytes.toString()).toBe(before);
        expect(['corrupt', 'truncated', 'trailing']).toContain(fault);
      }
    }
  });

  it('ends for arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (noise) => {
        const { fault } = await decompress(Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), noise]), compression);
        expect(fault).toMatch(/truncated|corrupt|checksum|trailing/);
      }),
      { numRuns: runs(50) },
    );
  });

  it('stops when the signal says so, and goes on later', async () => {
    const gzip = open(gzipSync(Buffer.alloc(300_000_000, ' ')), compression);
    const controller = new AbortController();
    const reading = gzip.read(299_999_990, 10, controller.signal);
    while (gzip.produced === 0) {
      await nextTurn();
    }
    controller.abort();
    const { produced } = gzip;
    await expect(reading).rejects.toThrow('abort');
    expect(gzip.produced - produced).toBeLessThan(30_000_000);
    expect(Buffer.from(await gzip.read(5_000_000, 3)).toString()).toBe('   ');
    gzip.close();
  });
});

describe('many gzips with one memory', () => {
  const counts = { whole: 0, streams: 0, packed: 0 };
  const counting: Compression = {
    ...nodeCompression,
    gunzip: () => (counts.streams++, nodeCompression.gunzip()),
    gunzipShort: (bytes, most) => (counts.whole++, nodeCompression.gunzipShort(bytes, most)),
    pack: (bytes) => (counts.packed++, nodeCompression.pack(bytes)),
  };

  function openAll(plains: readonly Buffer[]): readonly GzipBytes[] {
    Object.assign(counts, { whole: 0, streams: 0, packed: 0 });
    const memory = new GzipMemory();
    return plains.map((plain) => {
      const compressed = gzipSync(plain);
      return new GzipBytes((offset, length) => Promise.resolve(compressed.subarray(offset, offset + length)), counting, memory);
    });
  }

  it('keeps nothing of short ones but what was read last, and packs nothing', async () => {
    const plains = Array.from({ length: 100 }, (_, number) => text(1000 + number));
    const gzips = openAll(plains);
    for (const [number, gzip] of gzips.entries()) {
      expect(plains[number]!.equals(await gzip.read(0, 5000))).toBe(true);
      expect(await gzip.read(5000, 10)).toHaveLength(0);
    }
    expect(counts).toEqual({ whole: 100, streams: 0, packed: 0 });
    await gzips.at(-1)!.read(10, 10);
    expect(counts.whole).toBe(100);
    expect(plains[0]!.subarray(10, 20).equals(await gzips[0]!.read(10, 10))).toBe(true);
    expect(counts).toEqual({ whole: 101, streams: 0, packed: 0 });
  });

  it('packs those of more than one block', async () => {
    const gzips = openAll([big, text(100_000)]);
    await gzips[0]!.read(0, big.length);
    await gzips[1]!.read(0, 100_000);
    await gzips[0]!.read(0, 10);
    expect(counts).toMatchObject({ streams: 1, packed: 4 });
  });

  it('reads a log that has become another one as one without bytes there', async () => {
    let compressed = gzipSync(text(1000));
    const memory = new GzipMemory();
    const gzip = new GzipBytes((offset, length) => Promise.resolve(compressed.subarray(offset, offset + length)), counting, memory);
    expect(await gzip.read(0, 2000)).toHaveLength(1000);
    compressed = Buffer.from('no gzip');
    for (let number = 0; number < 20; number++) {
      memory.remember(99, number, Buffer.alloc(0));
    }
    expect(await gzip.read(0, 10)).toHaveLength(0);
  });
});
