import { deflateSync, FlateErrorCode, Gunzip as FflateGunzip, inflateSync, type FlateError } from 'fflate';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { crc32 } from '../../core/reading/decoding/crc32.ts';
import { GunzipFault, type Compression, type Gunzip } from '../sources/compression.ts';

/** Gzip by fflate, as the web's own `DecompressionStream` takes a second member for a fault. */
export const webCompression: Compression = {
  // They may become 4 MB.
  pieceSize: 4 * 1024,
  gunzip: () => new WebGunzip(),
  // Nothing is gained here: what decompresses it in pieces is no stream of the platform.
  gunzipShort: () => undefined,
  pack: (bytes) => Promise.resolve(deflateSync(bytes, { level: 1 })),
  unpack: (packed, length) => Promise.resolve(inflateSync(packed, { out: new Uint8Array(length) })),
  // The web's own `crypto.subtle` takes nothing piece by piece.
  sha256() {
    const hash = sha256.create();
    return { update: (bytes) => void hash.update(bytes), end: () => bytesToHex(hash.digest()) };
  },
};

/** How much of the input is kept to find the checksum in, which is before the header of the next member. */
const keptInput = 1024;

/** So many bytes fflate waits for before it looks at a header. */
const shortestHeader = 4;

/** A member has no fewer bytes than those of the header, of a block without content, and of checksum and size. */
const shortestMember = 20;

/** The last bytes of a member without content, one of which is not NUL: of the last block, which says that it is the last. */
const longestEnd = 4;

/** fflate looks at no checksums, and takes some files that end too early for whole: that is looked after here. */
class WebGunzip implements Gunzip {
  private readonly gunzip: FflateGunzip;
  private output: Uint8Array[] = [];
  private input = new Uint8Array(0);
  /** Bytes of the input so far. */
  private fed = 0;
  /** Where the member at hand begins in the input. */
  private memberStart = 0;
  /** Of the output of the member at hand. */
  private crc = 0;
  private size = 0;
  /** NULs are after the last member. */
  private isPadded = false;

  constructor() {
    this.gunzip = new FflateGunzip((bytes) => {
      this.output.push(bytes);
      this.crc = crc32(bytes, this.crc);
      this.size = (this.size + bytes.length) | 0;
    });
    this.gunzip.onmember = (offset) => {
      if (this.agreement(offset) !== 'whole') {
        throw new GunzipFault('checksum');
      }
      this.crc = this.size = 0;
      this.memberStart = offset;
    };
  }

  async *push(piece: Uint8Array, isLast: boolean): AsyncGenerator<Uint8Array> {
    const before = this.input.subarray(-keptInput);
    this.input = new Uint8Array(before.length + piece.length);
    this.input.set(before);
    this.input.set(piece, before.length);
    this.fed += piece.length;
    const isPadding = piece.every((byte) => byte === 0);
    if (this.isPadded && !isPadding) {
      throw new GunzipFault('header');
    }
    if (this.isPadded) {
      return;
    }
    try {
      this.gunzip.push(piece, isLast);
    } catch (error) {
      const fault = error instanceof GunzipFault ? error : new GunzipFault(kindOf(error as FlateError));
      if (!isPadding || piece.length > 1 || fault.kind !== 'header') {
        throw fault;
      }
      this.beginPadding();
    }
    if (isLast && !this.isPadded) {
      this.checkEnd();
    }
    yield* this.output.splice(0);
  }

  close(): void {
    this.output = [];
  }

  /** No header begins here. That shows at the fourth byte after a member, as bytes come one by one after a fault. */
  private beginPadding(): void {
    if (this.agreement(this.fed - shortestHeader) !== 'whole') {
      throw new GunzipFault('checksum');
    }
    this.isPadded = true;
  }

  /** fflate passes over up to three bytes after the last member. */
  private checkEnd(): void {
    const found = [0, 1, 2, 3].map((after) => this.agreement(this.fed - after));
    const after = found.indexOf('whole');
    if (after === -1) {
      throw new GunzipFault(found.includes('empty') ? 'corrupt' : found.includes('size') ? 'checksum' : 'truncated');
    }
    if (this.input.subarray(this.input.length - after).some((byte) => byte !== 0)) {
      throw new GunzipFault('header');
    }
  }

  /**
   * Whether checksum and size that end before an offset are those of the member, or at least the size; `empty` if they are
   * those of nothing, and nothing but NULs are before them.
   */
  private agreement(offset: number): 'whole' | 'size' | 'empty' | 'none' {
    const inputStart = this.fed - this.input.length;
    const start = offset - 8 - inputStart;
    if (offset - this.memberStart < shortestMember) {
      return 'none';
    }
    if (start < 0) {
      // A header so long that what is before it is no longer at hand.
      return 'whole';
    }
    const view = new DataView(this.input.buffer, start, 8);
    if (view.getInt32(4, true) !== this.size) {
      return 'none';
    }
    if (view.getInt32(0, true) !== this.crc) {
      return 'size';
    }
    // To fflate NULs are empty blocks without an end. What says that a member ends is a bit that is set, near its end.
    const header = this.memberStart < inputStart ? 0 : headerEnd(this.input, this.memberStart - inputStart);
    const isEnded =
      this.size !== 0 || this.input.subarray(Math.max(header, start - longestEnd), Math.max(header, start)).some((byte) => byte !== 0);
    return isEnded ? 'whole' : 'empty';
  }
}

function kindOf({ code }: FlateError): GunzipFault['kind'] {
  switch (code) {
    case FlateErrorCode.UnexpectedEOF:
      return 'truncated';
    case FlateErrorCode.InvalidHeader:
      return 'header';
    default:
      return 'corrupt';
  }
}

/** Where the header of a member ends (RFC 1952, 2.3) that begins at a place; at most the end of the bytes. */
function headerEnd(bytes: Uint8Array, start: number): number {
  const flags = bytes[start + 3] ?? 0;
  let end = start + 10;
  if ((flags & 4) !== 0) {
    end += 2 + ((bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8));
  }
  for (const text of [8, 16]) {
    if ((flags & text) !== 0) {
      const nul = bytes.indexOf(0, end);
      end = nul === -1 ? bytes.length : nul + 1;
    }
  }
  return Math.min(bytes.length, end + ((flags & 2) === 0 ? 0 : 2));
}
