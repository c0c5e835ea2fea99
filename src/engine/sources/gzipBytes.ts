import type { GzipCheckpoint, GzipDecoder } from '../../core/reading/decoding/gzipDecoder.ts';
import { Turns } from '../turns.ts';
import { GzipCursor, type Piece } from './gzipCursor.ts';
import type { ReadRange } from './readRange.ts';
import { RecentPieces } from './recentPieces.ts';

/** Decompressed bytes between checkpoints at first. */
const closestCheckpoints = 512 * 1024;
/** Checkpoints may take twice as much memory as the compressed bytes, and always as much as this. */
const leastMemory = 4 * 1024 * 1024;
const recentMemory = 8 * 1024 * 1024;

/**
 * The decompressed bytes of gzip, at any offset, in little memory: checkpoints are kept along the way at which
 * decompression can be taken up again, 32 KB each. Where they would take too much, every second one is given up.
 */
export class GzipBytes {
  private readonly compressed: ReadRange;
  private readonly turns = new Turns();
  /** Where decompression has come to for the first time. */
  private readonly front: GzipCursor;
  /** Reads again what lies before the front. */
  private side: GzipCursor | undefined;
  private checkpoints: GzipCheckpoint[] = [];
  private spacing = closestCheckpoints;
  private memory = 0;
  private readonly recent = new RecentPieces(recentMemory);
  private queue: Promise<unknown> = Promise.resolve();

  constructor(compressed: ReadRange) {
    this.compressed = compressed;
    this.front = new GzipCursor(compressed, this.turns);
    this.checkpoints.push(this.front.decoder.checkpoint()!);
  }

  /** How far decompression has come, and what went wrong. */
  get progress(): Pick<GzipDecoder, 'position' | 'produced' | 'fault'> {
    return this.front.decoder;
  }

  /** Reads one after the other, as the cursors are shared. */
  readonly read: ReadRange = (offset, length, signal) => {
    const reading = this.queue.then(() => this.collect(offset, length, signal));
    this.queue = reading.catch(() => undefined);
    return reading;
  };

  private async collect(offset: number, length: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let filled = 0;
    while (filled < length) {
      const piece = this.recent.at(offset + filled) ?? (await this.pieceAt(offset + filled, signal));
      if (piece === undefined) {
        break;
      }
      const start = offset + filled - piece.start;
      const part = piece.bytes.subarray(start, start + length - filled);
      parts.push(part);
      filled += part.length;
    }
    if (parts.length === 1) {
      return parts[0]!;
    }
    const bytes = new Uint8Array(filled);
    parts.reduce((at, part) => {
      bytes.set(part, at);
      return at + part.length;
    }, 0);
    return bytes;
  }

  /** Decompresses up to the piece that holds an offset; undefined behind the end. */
  private async pieceAt(offset: number, signal: AbortSignal | undefined): Promise<Piece | undefined> {
    const isNew = offset >= this.front.decoder.produced;
    const cursor = isNew ? this.front : this.cursorFor(offset);
    for (;;) {
      signal?.throwIfAborted();
      if (isNew) {
        this.noteCheckpoint();
      }
      const piece = await cursor.next(signal);
      if (piece === undefined) {
        return undefined;
      }
      this.recent.add(piece);
      if (offset < piece.start + piece.bytes.length) {
        return piece;
      }
    }
  }

  /** The side cursor, at the last place before the offset at which it can be. */
  private cursorFor(offset: number): GzipCursor {
    const checkpoint = this.checkpoints.findLast(({ produced }) => produced <= offset)!;
    const reached = this.side?.decoder.produced ?? Infinity;
    if (this.side === undefined || reached > offset || reached < checkpoint.produced) {
      this.side = new GzipCursor(this.compressed, this.turns, checkpoint);
    }
    return this.side;
  }

  private noteCheckpoint(): void {
    const { decoder } = this.front;
    if (decoder.produced - this.checkpoints.at(-1)!.produced < this.spacing) {
      return;
    }
    const checkpoint = decoder.checkpoint();
    if (checkpoint === undefined) {
      return;
    }
    this.checkpoints.push(checkpoint);
    this.memory += checkpointMemory(checkpoint);
    if (this.memory > Math.max(leastMemory, 2 * decoder.position)) {
      this.checkpoints = this.checkpoints.filter((_, index) => index % 2 === 0);
      this.memory = this.checkpoints.reduce((sum, one) => sum + checkpointMemory(one), 0);
      this.spacing *= 2;
    }
  }
}

function checkpointMemory({ member }: GzipCheckpoint): number {
  return 1024 + (member?.history.length ?? 0);
}
