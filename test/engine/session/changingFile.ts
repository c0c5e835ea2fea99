import type { LogSource, SourceLook } from '../../../src/core/reading/source.ts';

/** A file in memory that is written while it is read: what its sources have opened grows, until another takes its place. */
export class ChangingFile {
  private opened: { bytes: Uint8Array; number: number } = { bytes: new Uint8Array(0), number: 0 };
  private written = 0;
  /** Sources that are open. */
  open = 0;
  /** How often it has been read. */
  reads = 0;

  constructor(text: string | Uint8Array) {
    this.append(text);
  }

  get bytes(): Uint8Array {
    return this.opened.bytes;
  }

  append(text: string | Uint8Array): void {
    const added = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const all = new Uint8Array(this.opened.bytes.length + added.length);
    all.set(this.opened.bytes);
    all.set(added, this.opened.bytes.length);
    this.rewrite(all);
  }

  /** Writes other content into the same file. */
  rewrite(bytes: Uint8Array): void {
    this.opened.bytes = bytes;
    this.written++;
  }

  /** Puts another file in its place. Sources that are open go on with the old one. */
  replace(text: string): void {
    this.opened = { bytes: new TextEncoder().encode(text), number: this.opened.number + 1 };
    this.written++;
  }

  source(): LogSource {
    let { opened } = this;
    return {
      name: 'log.ndjson',
      open: () => {
        ({ opened } = this);
        this.open++;
        return Promise.resolve(opened.bytes.length);
      },
      read: (offset, length, into) => {
        this.reads++;
        const bytes = opened.bytes.subarray(offset, offset + length);
        into?.set(bytes);
        return Promise.resolve(into?.subarray(0, bytes.length) ?? bytes.slice());
      },
      look: (at): Promise<SourceLook> => {
        const { bytes, number } = at === 'opened' ? opened : this.opened;
        return Promise.resolve({ file: String(number), size: bytes.length, changed: String(this.written) });
      },
      close: () => {
        this.open--;
        return Promise.resolve();
      },
    };
  }
}
