/** What a platform offers for gzip and digests: Node's zlib and crypto, or fflate and noble on the web. */
export interface Compression {
  /** Begins to decompress gzip (RFC 1952) of any number of members. */
  gunzip(): Gunzip;
  /**
   * Decompresses all of a short gzip at once. Undefined if it is longer than `most` then, or if anything is wrong with it:
   * {@link gunzip} says what.
   */
  gunzipShort(bytes: Uint8Array, most: number): Uint8Array | undefined;
  /** How many bytes of gzip are fed at once: few where all that they become is handed out at once. */
  readonly pieceSize: number;
  /** Compresses a block of bytes in a form of its own, quickly. */
  pack(bytes: Uint8Array): Promise<Uint8Array>;
  /** The block, given its length. */
  unpack(packed: Uint8Array, length: number): Promise<Uint8Array>;
  /** Begins a SHA-256 (FIPS 180-4). */
  sha256(): RunningDigest;
}

/** A digest of bytes that come piece by piece. */
export interface RunningDigest {
  update(bytes: Uint8Array): void;
  /** In hexadecimal, of all that came; nothing may come after it. */
  end(): string;
}

export interface Gunzip {
  /**
   * Feeds a piece and hands out what it becomes, of which the reader must take all. Throws a {@link GunzipFault}; what the
   * last piece became before the fault may be lost then. NULs after a member are padding, and anything else is a fault.
   */
  push(piece: Uint8Array, isLast: boolean): AsyncIterable<Uint8Array>;
  close(): void;
}

/** What is wrong with gzip. A header may be wrong because what is there was never meant to be one. */
export type GunzipFaultKind = 'truncated' | 'corrupt' | 'checksum' | 'header';

export class GunzipFault extends Error {
  readonly kind: GunzipFaultKind;

  constructor(kind: GunzipFaultKind) {
    super(kind);
    this.kind = kind;
  }
}
