import { closeSync, openSync, readSync } from 'node:fs';

const blockLength = 1_048_576;

/** Reads a file once, front to back, into one block that is used again and again: `visit` sees what was read of it. */
export function forEachBlock(path: string, visit: (block: Buffer) => void): void {
  const block = Buffer.allocUnsafe(blockLength);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const length = readSync(file, block, 0, blockLength, null);
      if (length === 0) {
        return;
      }
      visit(block.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
