import { constants, crc32 as zlibCrc32, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/core/reading/decoding/crc32.ts';
import { GzipDecoder, gzipLookahead, type GzipCheckpoint } from '../../../../src/core/reading/decoding/gzipDecoder.ts';

interface Decompressed {
  readonly bytes: Buffer;
  readonly fault: string | null;
  readonly checkpoints: readonly GzipCheckpoint[];
}

/** Decompresses input that arrives in pieces of a size, and checks that each step moves on. */
function decompress(input: Uint8Array, size = 65_536, from?: GzipCheckpoint): Decompressed {
  const decoder = new GzipDecoder(from);
  const pieces: Uint8Array[] = [];
  const checkpoints: GzipCheckpoint[] = [];
  for (let step = 0; !decoder.ended; step++) {
    expect(step).toBeLessThan(1000 + input.length);
    const checkpoint = decoder.checkpoint();
    if (checkpoint !== undefined) {
      checkpoints.push(checkpoint);
    }
    const piece = input.subarray(decoder.position, decoder.position + gzipLookahead + size);
    pieces.push(decoder.step(piece, decoder.position + piece.length === input.length));
  }
  return { bytes: Buffer.concat(pieces), fault: decoder.fault?.kind ?? null, checkpoints };
}

function text(length: number): Buffer {
  let made = '';
  for (let index = 0; made.length < length; index++) {
    made += `{"env_seqNum":${index},"operationName":"SetCurrentPolicy","id":"${((index * 2654435761) >>> 0).toString(16)}"}\n`;
  }
  return Buffer.from(made.slice(0, length));
}

/** A gzip member with the given flags and optional parts, around deflated bytes. */
function member(flags: number, parts: string, plain: Uint8Array): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(zlibCrc32(plain), 0);
  trailer.writeUInt32LE(plain.length, 4);
  return Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]),
    Buffer.from(parts, 'latin1'),
    deflateRawSync(plain),
    trailer,
  ]);
}

const big = text(700_000);

describe('gzip', () => {
  it.each([
    ['nothing', Buffer.alloc(0), {}],
    ['a byte', Buffer.from('x'), {}],
    ['text', big, {}],
    ['stored blocks', big, { level: 0 }],
    ['fixed codes', big, { strategy: constants.Z_FIXED }],
    ['Huffman codes alone', big, { strategy: constants.Z_HUFFMAN_ONLY }],
    ['runs', Buffer.alloc(3_000_000, ' '), { strategy: constants.Z_RLE }],
    ['the best compression', big, { level: 9 }],
    ['long repetitions', Buffer.concat([big.subarray(0, 32_768), big.subarray(0, 32_768), big.subarray(0, 32_768)]), {}],
  ])('of %s is decompressed', (_, plain, options) => {
    const compressed = gzipSync(plain, options);
    for (const size of [1, 1000, 65_536]) {
      const { bytes, fault } = decompress(compressed, size);
      expect({ same: bytes.equals(plain), fault }).toEqual({ same: true, fault: null });
    }
  });

  it('of any bytes is decompressed, in any pieces, and taken up again anywhere', () => {
    const byte = fc.oneof(fc.constantFrom(0, 32, 97, 98), fc.nat(255));
    const stretch = fc.tuple(fc.uint8Array({ maxLength: 300 }), byte, fc.nat(70_000));
    const options = fc.record({ level: fc.integer({ min: 0, max: 9 }), strategy: fc.nat(4), memLevel: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), options, fc.nat(70_000), fc.nat(), (stretches, how, size, place) => {
        const plain = Buffer.concat(stretches.flatMap(([bytes, filler, count]) => [bytes, Buffer.alloc(count, filler), bytes]));
        const compressed = Buffer.concat([gzipSync(plain, how), gzipSync(plain, how)]);
        const { bytes, fault, checkpoints } = decompress(compressed, size);
        expect(bytes.equals(Buffer.concat([plain, plain]))).toBe(true);
        expect(fault).toBeNull();
        const from = checkpoints[place % checkpoints.length]!;
        expect(decompress(compressed, 65_536, from).bytes.equals(bytes.subarray(from.produced))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no optional part', 0, ''],
    ['a name', 8, 'a.json\0'],
    ['all of them', 31, '\x03\0abcname\0comment\0\x12\x34'],
    ['a name longer than a piece', 8, `${'n'.repeat(200_000)}\0`],
    ['a long extra field', 4, `\xff\xff${'x'.repeat(65_535)}`],
  ])('may have a header with %s', (_, flags, parts) => {
    const { bytes, fault } = decompress(member(flags, parts, big), 100);
    expect({ same: bytes.equals(big), fault }).toEqual({ same: true, fault: null });
  });

  it('may have many members, filler between them, and anything behind', () => {
    const members = [gzipSync('one'), gzipSync(''), Buffer.alloc(5000), gzipSync('two'), Buffer.alloc(3), gzipSync(big)];
    const expected = Buffer.concat([Buffer.from('onetwo'), big]);
    for (const behind of ['', '\0\0\0', 'garbage', '\x1f', '\x1f\x8b', '\x1f\x8b\x07nothing', '{"a":1}\n'.repeat(1000)]) {
      const { bytes, fault } = decompress(Buffer.concat([...members, Buffer.from(behind, 'latin1')]), 10);
      expect({ behind, same: bytes.equals(expected), fault }).toEqual({ behind, same: true, fault: null });
    }
  });
});

describe('a fault', () => {
  it('is told wherever the file is cut off, with all that can be read before', () => {
    const plain = text(3000);
    const compressed = gzipSync(plain);
    for (let length = 3; length < compressed.length; length++) {
      const { bytes, fault } = decompress(compressed.subarray(0, length), 1);
      expect(fault).toBe('truncated');
      const expected =
        length > 10
          ? inflateRawSync(compressed.subarray(10, Math.min(length, compressed.length - 8)), { finishFlush: constants.Z_SYNC_FLUSH })
          : Buffer.alloc(0);
      expect(bytes.equals(expected)).toBe(true);
    }
  });

  it('of a checksum or a length loses nothing', () => {
    for (const place of [-1, -8]) {
      const compressed = gzipSync(big);
      compressed[compressed.length + place]! ^= 1;
      const { bytes, fault } = decompress(Buffer.concat([compressed, gzipSync('more')]));
      expect({ same: bytes.equals(Buffer.concat([big, Buffer.from('more')])), fault }).toEqual({ same: true, fault: 'checksum' });
    }
  });

  it('never goes unnoticed and never ends otherwise', () => {
    const plain = text(5000);
    const compressed = gzipSync(plain);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: compressed.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(compressed);
        changed[place]! ^= change;
        expect(decompress(changed, 7).fault).not.toBeNull();
      }),
    );
  });

  it('of arbitrary bytes is a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), (noise) => {
        expect(decompress(Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), noise])).fault).not.toBeNull();
      }),
    );
  });
});

it('computes the checksum as zlib does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (first, second) => {
      expect(crc32(second, crc32(first)) >>> 0).toBe(zlibCrc32(Buffer.concat([first, second])));
    }),
  );
});
