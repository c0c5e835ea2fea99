import { GzipDecoder, gzipLookahead, type GzipCheckpoint } from '../../core/reading/decoding/gzipDecoder.ts';
import type { Turns } from '../turns.ts';
import type { ReadRange } from './readRange.ts';

/** A stretch of decompressed bytes. */
export interface Piece {
  /** Offset of its first byte. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

const inputSize = 128 * 1024;

/** Decompresses gzip from its beginning or a checkpoint on, reading the compressed bytes as they are needed. */
export class GzipCursor {
  readonly decoder: GzipDecoder;
  private readonly read: ReadRange;
  private readonly turns: Turns;
  private input: Uint8Array = new Uint8Array(0);
  private inputStart: number;
  private isLast = false;

  constructor(read: ReadRange, turns: Turns, from?: GzipCheckpoint) {
    this.read = read;
    this.turns = turns;
    this.decoder = new GzipDecoder(from);
    this.inputStart = this.decoder.position;
  }

  /** The next bytes; undefined at the end. Rejects when the signal says so, and can be gone on with afterwards. */
  async next(signal?: AbortSignal): Promise<Piece | undefined> {
    const { decoder } = this;
    while (!decoder.ended) {
      const start = decoder.position - this.inputStart;
      if (!this.isLast && this.input.length - start < gzipLookahead) {
        const input = await this.read(decoder.position, inputSize, signal);
        this.inputStart = decoder.position;
        this.input = input;
        this.isLast = input.length < inputSize;
        continue;
      }
      const before = decoder.produced;
      const bytes = decoder.step(this.input.subarray(start), this.isLast);
      const pause = this.turns.next();
      if (pause !== undefined) {
        await pause;
      }
      if (bytes.length > 0) {
        return { start: before, bytes };
      }
      signal?.throwIfAborted();
    }
    return undefined;
  }
}
