import { promisify } from 'node:util';
import type { Gunzip as GunzipTransform } from 'node:zlib';
import { viewOf } from '../columns/byteView.ts';
import { blockSize } from '../sources/blockStream.ts';
import { GunzipFault, type Compression, type Gunzip, type GunzipFaultKind } from '../sources/compression.ts';

/** Loaded when it is first needed: most logs are not compressed. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** Gzip by Node's zlib, which works on threads of its own. */
export const nodeCompression: Compression = {
  pieceSize: 64 * 1024,
  gunzip: () => new NodeGunzip(),
  gunzipShort(bytes, most) {
    try {
      const options = { info: true, maxOutputLength: most, chunkSize: Math.min(most, lengthReportedBy(bytes) + minChunk) };
      const { buffer, engine } = zlib().gunzipSync(bytes, options) as unknown as WithInfo;
      // Something else is after the last member.
      return engine.bytesWritten < bytes.length ? undefined : buffer;
    } catch {
      return undefined;
    }
  },
  pack,
  unpack,
  sha256() {
    const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), end: () => hash.digest('hex') };
  },
};

/** Room for what a block is packed to; most take less. */
const packedChunk = 128 * 1024;

/** By Zstandard where Node has it (since 22.15): in half the time that zlib takes, and to three quarters of the size. */
async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const { zstdCompress, deflateRaw, constants } = withZstd();
  const packed =
    zstdCompress === undefined
      ? await promisify(deflateRaw)(bytes, { level: constants.Z_BEST_SPEED, chunkSize: packedChunk })
      : await promisify(zstdCompress)(bytes, { chunkSize: packedChunk, params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  // Without the rest of the room.
  return new Uint8Array(packed);
}

function unpack(packed: Uint8Array, length: number): Promise<Uint8Array> {
  const { zstdDecompress, inflateRaw } = withZstd();
  return promisify(zstdDecompress ?? inflateRaw)(packed, { chunkSize: Math.max(minChunk, length) });
}

type PackWith = (bytes: Uint8Array, options: object, done: (error: Error | null, result: Buffer) => void) => void;

/** What newer versions of Node add. */
interface Zstd {
  readonly zstdCompress?: PackWith;
  readonly zstdDecompress?: PackWith;
  readonly constants: { readonly ZSTD_c_compressionLevel: number };
}

const withZstd = () => zlib() as ReturnType<typeof zlib> & Zstd;

/** The least that zlib makes room for at once. */
const minChunk = 64;

/** The length that the end of gzip gives for its last member, which mostly is the only one. */
function lengthReportedBy(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : viewOf(bytes).getUint32(bytes.length - 4, true);
}

/** What zlib answers with the option `info`, which its types leave out. */
interface WithInfo {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

class NodeGunzip implements Gunzip {
  private readonly stream: GunzipTransform = zlib().createGunzip({ chunkSize: blockSize });
  private failure: Error | undefined;
  private hasEnded = false;
  /** Bytes of the input so far. */
  private fed = 0;
  private wake: () => void = () => undefined;

  constructor() {
    this.stream.on('readable', () => this.wake());
    this.stream.on('end', () => {
      this.hasEnded = true;
      this.wake();
    });
    this.stream.on('error', (error) => {
      this.failure = error;
      this.wake();
    });
  }

  async *push(piece: Uint8Array, isLast: boolean): AsyncGenerator<Uint8Array> {
    this.fed += piece.length;
    if (this.hasEnded) {
      checkPadding(piece);
      return;
    }
    let isFed = false;
    this.stream.write(piece, () => {
      isFed = true;
      this.wake();
    });
    if (isLast) {
      this.stream.end();
    }
    for (;;) {
      const bytes = this.stream.read() as Uint8Array | null;
      if (bytes !== null) {
        yield bytes;
      } else if (this.failure !== undefined) {
        throw new GunzipFault(kindOf(this.failure));
      } else if (this.hasEnded) {
        checkPadding(piece.subarray(piece.length - (this.fed - this.stream.bytesWritten)));
        return;
      } else if (isFed && !isLast) {
        return;
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }

  close(): void {
    this.stream.close();
  }
}

/** At NULs after a member zlib ends, whatever follows them. */
function checkPadding(bytes: Uint8Array): void {
  if (bytes.some((byte) => byte !== 0)) {
    throw new GunzipFault('header');
  }
}

/** By zlib's own words: codes say no more than that data is wrong. */
function kindOf({ message }: Error): GunzipFaultKind {
  switch (message) {
    case 'unexpected end of file':
      return 'truncated';
    case 'incorrect data check':
    case 'incorrect length check':
      return 'checksum';
    case 'incorrect header check':
    case 'unknown compression method':
    case 'unknown header flags set':
      return 'header';
    default:
      return 'corrupt';
  }
}
