import { message } from '../../core/finding/message.ts';
import { SourceProblem, type LogSource } from '../../core/reading/source.ts';

/** A stream that can be read once, such as standard input: what has passed is kept in memory, as records are read again. */
export class StreamSource implements LogSource {
  readonly name: string;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly kept: Uint8Array[] = [];
  /** Offset of each kept piece, and the end of the last. */
  private readonly offsets: number[] = [0];
  private ended = false;

  constructor(name: string, stream: AsyncIterable<Uint8Array>) {
    this.name = name;
    this.chunks = stream[Symbol.asyncIterator]();
  }

  open(): Promise<null> {
    return Promise.resolve(null);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    while (!this.ended && this.offsets.at(-1)! < offset + length) {
      await this.pull();
    }
    const end = Math.min(offset + length, this.offsets.at(-1)!);
    const bytes = new Uint8Array(Math.max(0, end - offset));
    for (let piece = this.pieceAt(offset); piece < this.kept.length && this.offsets[piece]! < end; piece++) {
      const from = this.offsets[piece]!;
      const part = this.kept[piece]!.subarray(Math.max(0, offset - from), end - from);
      bytes.set(part, Math.max(0, from - offset));
    }
    return bytes;
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async pull(): Promise<void> {
    try {
      const next = await this.chunks.next();
      if (next.done === true) {
        this.ended = true;
      } else if (next.value.length > 0) {
        this.kept.push(next.value);
        this.offsets.push(this.offsets.at(-1)! + next.value.length);
      }
    } catch (error) {
      throw new SourceProblem(message('reading.unreadable', this.name, error instanceof Error ? error.message : String(error)));
    }
  }

  /** The kept piece that holds an offset. */
  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.offsets[middle + 1]! <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
