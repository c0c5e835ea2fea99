import { crc32 } from './crc32.ts';
import { Inflater, inflateLookahead, type InflateCheckpoint } from './inflater.ts';

/** What is wrong with compressed bytes. What a checksum speaks against has been decompressed all the same. */
export type CompressionFault = 'truncated' | 'corrupt' | 'checksum';

/** Where decompression can be taken up again. */
export interface GzipCheckpoint {
  /** Offset in the compressed bytes. */
  readonly position: number;
  /** Offset in the decompressed bytes. */
  readonly produced: number;
  /** Within a member; null between two. */
  readonly member: InflateCheckpoint | null;
}

/** How many bytes must be handed in at least, unless the compressed bytes end before. */
export const gzipLookahead = inflateLookahead;

/** Whether bytes begin as gzip does: its mark and the only method of compression there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Decompresses gzip (RFC 1952): any number of members, NULs between and behind them, and anything behind the last that
 * begins no member. A fault ends it with all bytes before the fault.
 *
 * The input is handed in a piece at a time, from `position` on; the decoder holds none of it.
 */
export class GzipDecoder {
  /** Offset in the compressed bytes of the next one to be handed in. */
  position = 0;
  /** How many bytes have been decompressed. */
  produced = 0;
  /** Nothing follows. */
  ended = false;
  /** What went wrong, and how many bytes had been decompressed by then. */
  fault: { readonly kind: CompressionFault; readonly offset: number } | null = null;
  private phase: Phase = 'between';
  private members = 0;
  private inflater = new Inflater();
  /** Bytes of the header to pass over before its next part. */
  private skipped = 0;
  private flags = 0;
  private crc = 0;
  private size = 0;
  /** Begun in the middle of a member, its checksum cannot be known. */
  private readonly checks: boolean;

  constructor(from?: GzipCheckpoint) {
    this.checks = from === undefined;
    if (from !== undefined) {
      this.position = from.position;
      this.produced = from.produced;
      this.members = 1;
      if (from.member !== null) {
        this.inflater = Inflater.from(from.member);
        this.phase = 'data';
      }
    }
  }

  /** Where this place can be come back to; undefined within a header. */
  checkpoint(): GzipCheckpoint | undefined {
    const { position, produced, phase } = this;
    if (phase !== 'between' && phase !== 'data') {
      return undefined;
    }
    return { position, produced, member: phase === 'data' ? this.inflater.checkpoint() : null };
  }

  /**
   * Goes on with `input`, the bytes from `position` on: {@link gzipLookahead} or more, unless the compressed bytes end with
   * them (`isLast`). Returns the next decompressed bytes, possibly none; there is more to come until `ended`.
   */
  step(input: Uint8Array, isLast: boolean): Uint8Array {
    switch (this.phase) {
      case 'between':
        this.findMember(input, isLast);
        break;
      case 'data':
        return this.inflate(input, isLast);
      case 'trailer':
        this.readTrailer(input);
        break;
      default:
        this.readHeader(input, this.phase);
    }
    return nothing;
  }

  private findMember(input: Uint8Array, isLast: boolean): void {
    let start = 0;
    while (this.members > 0 && input[start] === 0) {
      start++;
    }
    this.position += start;
    if (start === input.length) {
      this.ended = isLast;
      return;
    }
    if (input.length - start < fixedHeader && !isLast) {
      return;
    }
    const header = input.subarray(start, start + fixedHeader);
    if (this.members > 0 && !isGzip(header)) {
      // Some programs leave other bytes behind the compressed ones; gzip itself passes over them.
      this.ended = true;
    } else if (header.length < fixedHeader) {
      this.fail('truncated');
    } else if (!isGzip(header) || header[3]! >= 0x20) {
      this.fail('corrupt');
    } else {
      this.members++;
      this.flags = header[3]!;
      this.position += fixedHeader;
      this.phase = 'extra';
    }
  }

  /** Reads one part of what may follow the fixed header, or a stretch of it. */
  private readHeader(input: Uint8Array, part: HeaderPart): void {
    const isPresent = (this.flags & headerFlags[part]) !== 0;
    if (this.skipped > 0) {
      const length = Math.min(this.skipped, input.length);
      this.skipped -= length;
      this.position += length;
      if (length === 0) {
        this.fail('truncated');
      }
    } else if (!isPresent) {
      this.phase = afterPart[part];
      if (this.phase === 'data') {
        this.inflater = new Inflater();
        this.crc = this.size = 0;
      }
    } else if (part === 'name' || part === 'comment') {
      const end = input.indexOf(0);
      this.position += end === -1 ? input.length : end + 1;
      this.flags &= end === -1 ? 0xff : ~headerFlags[part];
      if (input.length === 0) {
        this.fail('truncated');
      }
    } else if (input.length < 2) {
      this.fail('truncated');
    } else {
      this.skipped = part === 'extra' ? input[0]! | (input[1]! << 8) : 0;
      this.flags &= ~headerFlags[part];
      this.position += 2;
    }
  }

  private inflate(input: Uint8Array, isLast: boolean): Uint8Array {
    const { inflater } = this;
    this.position += inflater.run(input, 0, input.length, isLast);
    const piece = inflater.take();
    this.produced += piece.length;
    if (this.checks) {
      this.crc = crc32(piece, this.crc);
      this.size = (this.size + piece.length) | 0;
    }
    switch (inflater.state) {
      case 'running':
        break;
      case 'ended':
        this.phase = 'trailer';
        break;
      case 'truncated':
      case 'corrupt':
        this.fail(inflater.state);
    }
    return piece;
  }

  private readTrailer(input: Uint8Array): void {
    if (input.length < trailer) {
      this.fail('truncated');
      return;
    }
    const view = new DataView(input.buffer, input.byteOffset, trailer);
    const agrees = view.getInt32(0, true) === this.crc && view.getInt32(4, true) === this.size;
    if (this.checks && !agrees) {
      this.fault ??= { kind: 'checksum', offset: this.produced };
    }
    this.position += trailer;
    this.phase = 'between';
  }

  private fail(kind: CompressionFault): void {
    this.fault = { kind, offset: this.produced };
    this.ended = true;
  }
}

type HeaderPart = 'extra' | 'name' | 'comment' | 'headerChecksum';
type Phase = 'between' | HeaderPart | 'data' | 'trailer';

const nothing = new Uint8Array(0);
const fixedHeader = 10;
const trailer = 8;
const headerFlags: Readonly<Record<HeaderPart, number>> = { extra: 4, name: 8, comment: 16, headerChecksum: 2 };
const afterPart: Readonly<Record<HeaderPart, Phase>> = {
  extra: 'name',
  name: 'comment',
  comment: 'headerChecksum',
  headerChecksum: 'data',
};
