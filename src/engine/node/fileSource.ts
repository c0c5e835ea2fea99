import type { BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { message } from '../../core/message.ts';
import { SourceProblem, type LogSource, type SourceLook } from '../../core/reading/source.ts';

/** A file, read in ranges. */
export class FileSource implements LogSource {
  readonly name: string;
  private readonly path: string;
  private handle: FileHandle | undefined;

  constructor(name: string, path: string) {
    this.name = name;
    this.path = path;
  }

  /** Of the open file: the same one for all threads of the process, wherever the path leads meanwhile. */
  get descriptor(): number | undefined {
    return this.handle?.fd;
  }

  async open(): Promise<number | null> {
    try {
      this.handle = await open(this.path, 'r');
      const found = await this.handle.stat();
      if (found.isDirectory()) {
        throw new SourceProblem(message('reading.directory', this.name));
      }
      // Pipes and devices tell no size.
      return found.isFile() ? found.size : null;
    } catch (error) {
      throw this.problem(error);
    }
  }

  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    const bytes = into ?? new Uint8Array(length);
    let filled = 0;
    try {
      while (filled < length) {
        const { bytesRead } = await this.handle!.read(bytes, filled, length - filled, offset + filled);
        if (bytesRead === 0) {
          break;
        }
        filled += bytesRead;
      }
    } catch (error) {
      throw this.problem(error);
    }
    return bytes.subarray(0, filled);
  }

  async look(at: 'opened' | 'found'): Promise<SourceLook | undefined> {
    try {
      return lookOf(await (at === 'opened' ? this.handle!.stat({ bigint: true }) : stat(this.path, { bigint: true })));
    } catch {
      // It was taken away, for good or for as long as another takes its place.
      return undefined;
    }
  }

  async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }

  private problem(error: unknown): SourceProblem {
    if (error instanceof SourceProblem) {
      return error;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = error instanceof Error ? error.message : String(error);
    return new SourceProblem(code === 'ENOENT' ? message('reading.missing', this.name) : message('reading.unreadable', this.name, reason));
  }
}

function lookOf(found: BigIntStats): SourceLook | undefined {
  const { dev, ino, size, mtimeNs } = found;
  return found.isFile() ? { file: `${dev} ${ino}`, size: Number(size), changed: String(mtimeNs) } : undefined;
}
