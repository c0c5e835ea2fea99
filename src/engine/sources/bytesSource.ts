import type { LogSource } from '../../core/reading/source.ts';

/** Content that was handed over whole: bytes of a virtual file, or the text of a document. */
export class BytesSource implements LogSource {
  readonly name: string;
  private bytes: Uint8Array;

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

  /** What has become of these bytes in another source. */
  compare({ bytes }: BytesSource): 'same' | 'replaced' | { readonly grownTo: number } {
    if (!startsWith(bytes, this.bytes)) {
      return 'replaced';
    }
    return bytes.length === this.bytes.length ? 'same' : { grownTo: bytes.length };
  }

  /** Goes on with the bytes of another source, of which these are the beginning. */
  goOnWith({ bytes }: BytesSource): void {
    this.bytes = bytes;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function startsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  if (bytes.length < beginning.length) {
    return false;
  }
  for (let index = 0; index < beginning.length; index++) {
    if (bytes[index] !== beginning[index]) {
      return false;
    }
  }
  return true;
}
