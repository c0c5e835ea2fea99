import { stat, type BigIntStats } from 'node:fs';
import { promisify } from 'node:util';
import { message } from '../../core/finding/message.ts';
import { SourceProblem, type LogSource, type SourceLook } from '../../core/reading/source.ts';
import { StreamSource } from '../sources/streamSource.ts';
import { openFiles } from './openFiles.ts';
import type { FileAccess } from './fileAccess.ts';

// `node:fs/promises` takes milliseconds to load.
const statOf = promisify(stat);

/**
 * A file, read in ranges, or a pipe or another device, which can be read once only (`streamSource.ts`).
 *
 * Of many files not all can be open at once (`openFiles.ts`): one that was closed meanwhile is opened again when it is asked
 * for, and has to be the same one then.
 */
export class FileSource implements LogSource {
  readonly name: string;
  private readonly path: string;
  private readonly files: typeof openFiles;
  /** The descriptor while it is open, or is being opened. */
  private opening: Promise<number> | undefined;
  private descriptor: number | undefined;
  /** How many are using the descriptor. */
  private users = 0;
  /** What was opened first: its size, and which file it is. */
  private first: SourceLook | undefined;
  private stream: StreamSource | undefined;
  private isClosed = false;

  constructor(name: string, path: string, files = openFiles) {
    this.name = name;
    this.path = path;
    this.files = files;
  }

  /** Nobody is using the descriptor. */
  get isIdle(): boolean {
    return this.users === 0;
  }

  /**
   * The descriptor of the open file: the same one for all threads of the process, wherever the path leads meanwhile. It
   * stays open until it is released. Undefined if the file is not open.
   */
  hold(): { readonly descriptor: number; readonly release: () => void } | undefined {
    const { descriptor } = this;
    if (descriptor === undefined) {
      return undefined;
    }
    this.users++;
    return { descriptor, release: () => this.users-- };
  }

  async open(): Promise<number | null> {
    this.isClosed = false;
    try {
      return await this.use(async (descriptor) => {
        const found = await this.files.access.stat(descriptor);
        if (found.isDirectory()) {
          throw new SourceProblem(message('reading.directory', this.name));
        }
        if (found.isCharacterDevice() && !isTerminal(descriptor) && (await this.gives(descriptor))) {
          throw new SourceProblem(message('reading.device', this.name));
        }
        if (found.isFIFO() || found.isCharacterDevice()) {
          // It cannot be opened again: never idle.
          this.users++;
          this.stream = new StreamSource(this.name, pipeChunks(this.files.access, descriptor));
        }
        this.first = lookOf(found);
        // Pipes and devices give no size.
        return this.first?.size ?? null;
      });
    } catch (error) {
      await this.close();
      throw (await this.isSocket()) ? new SourceProblem(message('reading.socket', this.name)) : this.problem(error);
    }
  }

  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    if (this.stream !== undefined) {
      return this.stream.read(offset, length);
    }
    const size = this.first?.size ?? Infinity;
    try {
      // No more memory than there are bytes; one more says whether there are more by now.
      const expected = Math.min(length, Math.max(0, size - offset) + 1);
      const bytes = await this.readInto(into?.subarray(0, length) ?? new Uint8Array(expected), offset, 0, size);
      if (into !== undefined || bytes.length < expected || expected === length) {
        return bytes;
      }
      const longer = new Uint8Array(length);
      longer.set(bytes);
      return await this.readInto(longer, offset, bytes.length, Infinity);
    } catch (error) {
      throw this.problem(error);
    }
  }

  get firstLook(): SourceLook | undefined {
    return this.first;
  }

  async look(at: 'opened' | 'found'): Promise<SourceLook | undefined> {
    try {
      return lookOf(
        at === 'opened' ? await this.use((descriptor) => this.files.access.stat(descriptor)) : await statOf(this.path, { bigint: true }),
      );
    } catch {
      // It was taken away, for good or for as long as another takes its place.
      return undefined;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.files.closed(this);
    await this.release();
  }

  /** Closes the descriptor; the file is opened again when somebody asks. */
  async release(): Promise<void> {
    const { opening } = this;
    this.opening = undefined;
    this.descriptor = undefined;
    const descriptor = await opening?.catch(() => undefined);
    if (descriptor !== undefined) {
      await this.files.access.close(descriptor);
    }
  }

  /** Fills bytes from a place on with those of the file, as far as there are any. One that ends where it should is not asked twice. */
  private async readInto(bytes: Uint8Array, offset: number, from: number, size: number): Promise<Uint8Array> {
    let filled = from;
    await this.use(async (descriptor) => {
      while (filled < bytes.length) {
        const read = await this.files.access.read(descriptor, bytes, filled, offset + filled);
        filled += read;
        if (read === 0 || (size > 0 && offset + filled === size)) {
          break;
        }
      }
    });
    return bytes.subarray(0, filled);
  }

  /** Does something with the open file, which is opened again if need be. */
  private async use<T>(act: (descriptor: number) => T | Promise<T>): Promise<T> {
    if (this.isClosed) {
      throw new Error('It is closed.');
    }
    this.users++;
    try {
      this.opening ??= this.openFile();
      const descriptor = await this.opening;
      this.files.used(this);
      return await act(descriptor);
    } finally {
      this.users--;
    }
  }

  private async openFile(): Promise<number> {
    let descriptor: number | undefined;
    try {
      descriptor = await this.files.open(this.path, this);
      if (this.first !== undefined && lookOf(await this.files.access.stat(descriptor))?.file !== this.first.file) {
        throw new SourceProblem(message('reading.replaced', this.name));
      }
      return (this.descriptor = descriptor);
    } catch (error) {
      this.opening = undefined;
      if (descriptor !== undefined) {
        this.files.closed(this);
        await this.files.access.close(descriptor);
      }
      throw error;
    }
  }

  /** Whether a device gives a byte, and so any number of them: `/dev/zero` has no end. */
  private async gives(descriptor: number): Promise<boolean> {
    return (await this.files.access.read(descriptor, new Uint8Array(1), 0, null)) > 0;
  }

  private async isSocket(): Promise<boolean> {
    return statOf(this.path).then(
      (found) => found.isSocket(),
      () => false,
    );
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

function isTerminal(descriptor: number): boolean {
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

function lookOf(found: BigIntStats): SourceLook | undefined {
  const { dev, ino, size, mtimeNs } = found;
  return found.isFile() ? { file: `${dev} ${ino}`, size: Number(size), changed: String(mtimeNs) } : undefined;
}

const chunkSize = 64 * 1024;

/** What a pipe or a device gives, one piece after the other, to its end. It is read as it is asked for. */
async function* pipeChunks(access: FileAccess, descriptor: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const bytes = new Uint8Array(chunkSize);
    const read = await access.read(descriptor, bytes, 0, null);
    if (read === 0) {
      return;
    }
    // A writer may give a few bytes at a time, and all of them are kept.
    yield read < chunkSize / 2 ? bytes.slice(0, read) : bytes.subarray(0, read);
  }
}
