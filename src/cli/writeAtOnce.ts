import { fstatSync, writeSync } from 'node:fs';

/** Writes as many bytes as are taken without waiting; gives their number. Throws as `writeSync` does. */
export type WriteAtOnce = (bytes: Uint8Array) => number;

/**
 * For a file, pipe or socket: a stream of Node's takes 4 ms to open, as long as a short log takes to read. Takes nothing where
 * something else is open, such as a terminal.
 */
export function atOnceTo(descriptor: number): WriteAtOnce {
  let isDirect: boolean | undefined;
  return (bytes) => {
    isDirect ??= takesBytes(descriptor);
    return isDirect ? writeAll(descriptor, bytes) : 0;
  };
}

function takesBytes(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): number {
  let written = 0;
  try {
    while (written < bytes.length) {
      written += writeSync(descriptor, bytes, written);
    }
  } catch (error) {
    // It is full, and somebody has set it not to wait.
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) {
      throw error;
    }
  }
  return written;
}
