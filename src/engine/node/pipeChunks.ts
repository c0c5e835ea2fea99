import type { FileAccess } from './fileAccess.ts';

const chunkSize = 64 * 1024;

/** What a pipe or a device gives, one piece after the other, to its end. It is read as it is asked for. */
export async function* pipeChunks(access: FileAccess, descriptor: number): AsyncGenerator<Uint8Array> {
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
