import { close, closeSync, fstat, fstatSync, open, openSync, read, readSync, statSync, type BigIntStats } from 'node:fs';
import { promisify } from 'node:util';

/** How files are read. `bytes` are filled from `filled` on; a position of null is wherever a pipe has come to. */
export interface FileAccess {
  open(path: string): number | Promise<number>;
  stat(descriptor: number): BigIntStats | Promise<BigIntStats>;
  /** How many bytes have been read; none at the end. */
  read(descriptor: number, bytes: Uint8Array, filled: number, position: number | null): number | Promise<number>;
  close(descriptor: number): void | Promise<void>;
}

const statAsync = promisify(fstat);
const readAsync = promisify(read);

/** Has other threads wait for the disk or the network: for a thread that serves others meanwhile. */
export const asynchronousAccess: FileAccess = {
  open: promisify(open) as (path: string) => Promise<number>,
  stat: (descriptor) => statAsync(descriptor, { bigint: true }),
  async read(descriptor, bytes, filled, position) {
    return (await readAsync(descriptor, bytes, filled, bytes.length - filled, position)).bytesRead;
  },
  close: promisify(close),
};

/** To hand so much to another thread and back takes longer than to read it. */
const fewBytes = 64 * 1024 + 1;

/**
 * Reads short files at once, which is many times faster where there are thousands: for a process that has nothing else to do.
 * It does not wait for whoever writes into a pipe, and leaves much to others still.
 */
export const directAccess: FileAccess = {
  open: (path) => (isPlainFile(path) ? openSync(path, 'r') : asynchronousAccess.open(path)),
  stat: (descriptor) => fstatSync(descriptor, { bigint: true }),
  read: (descriptor, bytes, filled, position) =>
    position === null || bytes.length - filled > fewBytes
      ? asynchronousAccess.read(descriptor, bytes, filled, position)
      : readSync(descriptor, bytes, filled, bytes.length - filled, position),
  close: closeSync,
};

function isPlainFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
