import type { LogSource } from '../../core/reading/source.ts';

/** Content that was handed over whole: bytes of a virtual file, or the text of a document. */
export class BytesSource implements LogSource {
  readonly name: string;
  private readonly bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }

  open(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytes.subarray(offset, offset + length));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
