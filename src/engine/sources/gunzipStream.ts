import type { EventLoopYielder } from '../scheduling/eventLoopYielder.ts';
import { GunzipFault, type Compression, type Gunzip } from './compression.ts';
import type { ReadRange } from './readRange.ts';

/** What is wrong with compressed bytes, where they are no more than that. */
export type CompressionFault = 'truncated' | 'corrupt' | 'checksum' | 'trailing';

/** To feed more than this byte by byte takes longer than to decompress all before it once more. */
const longPiece = 16 * 1024;
const smallerPiece = 1024;

/** A stretch of compressed bytes that is fed in steps. */
interface FinePiece {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Decompresses gzip from its beginning to its end, or to a fault with every byte before it. */
export class GunzipStream {
  /** How many compressed bytes have been read. */
  position = 0;
  ended = false;
  fault: CompressionFault | undefined;
  private readonly compressed: ReadRange;
  private readonly compression: Compression;
  private readonly turns: EventLoopYielder;
  /** Undefined when it has ended: it holds memory. */
  private gunzip: Gunzip | undefined;
  /** What the piece at hand becomes, while there is more of it. */
  private output: AsyncIterator<Uint8Array> | undefined;
  private piece = { start: 0, length: 0 };
  private produced = 0;
  /** Decompressed bytes to pass over, as they were handed out before a fault. */
  private passed = 0;
  /** Pieces in which a fault was met, which are fed in smaller ones. What seemed a fault may be padding then. */
  private readonly finely: FinePiece[] = [];
  private wasLast = false;

  constructor(compressed: ReadRange, compression: Compression, turns: EventLoopYielder) {
    this.compressed = compressed;
    this.compression = compression;
    this.turns = turns;
    this.gunzip = compression.gunzip();
  }

  /** The next bytes; undefined at the end. Rejects when the signal says so, and can be gone on with afterwards. */
  async next(signal?: AbortSignal): Promise<Uint8Array | undefined> {
    while (!this.ended) {
      await this.turns.next();
      signal?.throwIfAborted();
      const bytes = await this.step(signal);
      if (bytes !== undefined) {
        const rest = bytes.subarray(Math.min(this.passed, bytes.length));
        this.passed -= bytes.length - rest.length;
        this.produced += rest.length;
        if (rest.length > 0) {
          return rest;
        }
      }
    }
    return undefined;
  }

  close(): void {
    this.ended = true;
    this.gunzip?.close();
    this.gunzip = undefined;
    this.output = undefined;
  }

  private async step(signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    try {
      if (this.output === undefined) {
        if (this.wasLast) {
          this.close();
          return undefined;
        }
        await this.feed(signal);
      }
      const result = await this.output!.next();
      if (result.done !== true) {
        return result.value;
      }
      this.output = undefined;
    } catch (error) {
      if (!(error instanceof GunzipFault)) {
        throw error;
      }
      this.meet(error);
    }
    return undefined;
  }

  private async feed(signal: AbortSignal | undefined): Promise<void> {
    const start = this.position;
    const size = this.sizeAt(start);
    // One byte more says whether they are the last.
    const bytes = await this.compressed(start, size + 1, signal);
    this.wasLast = bytes.length <= size;
    const piece = bytes.subarray(0, size);
    this.piece = { start, length: piece.length };
    this.position = start + piece.length;
    this.output = this.gunzip!.push(piece, this.wasLast)[Symbol.asyncIterator]();
  }

  /** How many bytes are to be fed from an offset on. */
  private sizeAt(offset: number): number {
    let size = this.compression.pieceSize;
    for (const { start, end, step } of this.finely) {
      if (offset < start) {
        size = Math.min(size, start - offset);
      } else if (offset < end) {
        size = Math.min(size, step, end - offset);
      }
    }
    return size;
  }

  /**
   * A fault: what its piece became before it is lost. So decompression begins anew, passes over what was handed out, and
   * goes through that piece byte by byte, or in smaller pieces first if it is long.
   */
  private meet({ kind }: GunzipFault): void {
    this.output = undefined;
    this.gunzip?.close();
    this.gunzip = undefined;
    const { start, length } = this.piece;
    if (length > 1) {
      this.finely.push({ start, end: start + length, step: length > longPiece ? smallerPiece : 1 });
      this.gunzip = this.compression.gunzip();
      this.position = 0;
      this.passed = this.produced;
      this.wasLast = false;
      return;
    }
    this.ended = true;
    // Other bytes after the compressed ones may be what some program left, or a member whose header is damaged.
    const after = this.produced === 0 ? 'corrupt' : 'trailing';
    this.fault = kind === 'header' ? after : kind;
  }
}
