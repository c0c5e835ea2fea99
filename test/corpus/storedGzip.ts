import { crc32 } from 'node:zlib';

/**
 * Bytes as gzip (RFC 1952), one member for each piece, without compressing them: unlike compressed bytes these are the
 * same with every version of zlib. A piece holds less than 64 KiB.
 */
export function storedGzip(pieces: readonly Uint8Array[], header: Uint8Array = plainHeader): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces.flatMap((piece) => member(piece, header))));
}

/** What a member has before its data (the header, and the lengths of the one block) and after it (checksum and length). */
export const memberOverhead = { before: 15, after: 8 } as const;

const plainHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

/** One member whose bytes come out whole, cut off after the first byte of a further block. */
export function cutGzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const [header, lengths, data] = member(bytes, plainHeader) as [Uint8Array, Uint8Array, Uint8Array];
  // It is not the last block.
  lengths[0] = 0;
  return new Uint8Array(Buffer.concat([header, lengths, data, Uint8Array.of(1)]));
}

function member(piece: Uint8Array, header: Uint8Array): readonly Uint8Array[] {
  const block = Buffer.alloc(5);
  block.writeUInt8(1, 0);
  block.writeUInt16LE(piece.length, 1);
  block.writeUInt16LE(piece.length ^ 0xffff, 3);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(piece), 0);
  trailer.writeUInt32LE(piece.length, 4);
  return [header, block, piece, trailer];
}
