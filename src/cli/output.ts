import type { Writable } from 'node:stream';

/** The reader of the output has gone (`| head`): a reason to stop, not a fault. */
export class OutputClosed extends Error {}

const flushSize = 64 * 1024;

/** Writes much to a stream in large pieces, no faster than it is read. */
export class Output {
  private pieces: Uint8Array[] = [];
  private size = 0;
  private readonly stream: Writable;
  private failed: Error | undefined;
  /** Ends the wait for a full stream. */
  private resume: () => void = () => undefined;

  constructor(stream: Writable) {
    this.stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.failed = error.code === 'EPIPE' ? new OutputClosed() : error;
      this.resume();
    });
    stream.on('drain', () => this.resume());
    stream.on('close', () => this.resume());
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
    if (whole.length > 0 && !this.stream.write(whole)) {
      await new Promise<void>((resolve) => (this.resume = resolve));
    }
    this.throwFailure();
  }

  private throwFailure(): void {
    if (this.failed !== undefined) {
      throw this.failed;
    }
  }
}
