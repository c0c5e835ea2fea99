import type { Writable } from 'node:stream';
import type { WriteAtOnce } from './writeAtOnce.ts';

/** The reader of the output has gone (`| head`): a reason to stop, not a fault. */
export class OutputClosed extends Error {}

const flushSize = 64 * 1024;

/** Writes much to a stream in large pieces, no faster than it is read. */
export class Output {
  private pieces: Uint8Array[] = [];
  private size = 0;
  private readonly open: () => Writable;
  private readonly atOnce: WriteAtOnce;
  private stream: Writable | undefined;
  private failed: Error | undefined;
  /** Ends the wait for a full stream. */
  private resume: () => void = () => undefined;

  /**
   * @param open Opens the stream, when it is first needed.
   * @param atOnce Takes what it can before.
   */
  constructor(open: () => Writable, atOnce: WriteAtOnce = () => 0) {
    this.open = open;
    this.atOnce = atOnce;
  }

  /** Writes bytes, which are copied. Rejects with {@link OutputClosed} once nobody reads any more. */
  async write(bytes: Uint8Array): Promise<void> {
    this.pieces.push(bytes.slice());
    this.size += bytes.length;
    if (this.size >= flushSize) {
      await this.flush();
    }
  }

  async writeText(text: string): Promise<void> {
    await this.write(new TextEncoder().encode(text));
  }

  /** Hands over all that was written. */
  async flush(): Promise<void> {
    this.throwFailure();
    const whole = Buffer.concat(this.pieces);
    this.pieces = [];
    this.size = 0;
    const rest = whole.subarray(this.writeAtOnce(whole));
    if (rest.length === 0) {
      return;
    }
    this.stream ??= this.opened();
    if (!this.stream.write(rest)) {
      await new Promise<void>((resolve) => (this.resume = resolve));
    }
    this.throwFailure();
  }

  /** Gives how many bytes were taken: none once the stream is open, behind which they would overtake others. */
  private writeAtOnce(bytes: Uint8Array): number {
    if (this.stream !== undefined) {
      return 0;
    }
    try {
      return this.atOnce(bytes);
    } catch (error) {
      this.failed = failureOf(error as NodeJS.ErrnoException);
      throw this.failed;
    }
  }

  private opened(): Writable {
    const stream = this.open();
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.failed = failureOf(error);
      this.resume();
    });
    stream.on('drain', () => this.resume());
    stream.on('close', () => this.resume());
    return stream;
  }

  private throwFailure(): void {
    if (this.failed !== undefined) {
      throw this.failed;
    }
  }
}

function failureOf(error: NodeJS.ErrnoException): Error {
  return error.code === 'EPIPE' ? new OutputClosed() : error;
}
