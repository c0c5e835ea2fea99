import { message } from '../../core/finding/message.ts';
import { type FileWriter, WriteProblem } from '../base/fileWriter.ts';

const megabyte = 1024 * 1024;

/** VS Code's file systems take files whole only: beyond this a window would run out of memory. */
const heldLimit = 512 * megabyte;

/** What is needed of VS Code's file systems. */
export interface WritableFiles<Uri> {
  writeFile(uri: Uri, bytes: Uint8Array): PromiseLike<void>;
  rename(from: Uri, to: Uri, options: { readonly overwrite: boolean }): PromiseLike<void>;
  delete(uri: Uri): PromiseLike<void>;
}

/**
 * A file of any of VS Code's file systems: held in memory, and written at the end. `write` rejects with a `WriteProblem` that names the
 * limit where there is too much.
 *
 * @param part Where it is written first: beside it, under a name that no file has.
 */
export function heldFile<Uri>(files: WritableFiles<Uri>, uri: Uri, part: Uri): FileWriter {
  let pieces: Uint8Array[] = [];
  let size = 0;
  return {
    open: () => Promise.resolve(),
    write: (bytes) => {
      size += bytes.length;
      if (size > heldLimit) {
        return Promise.reject(new WriteProblem(message('host.exportTooLarge', heldLimit / megabyte)));
      }
      pieces.push(bytes);
      return Promise.resolve();
    },
    finish: async () => {
      await files.writeFile(part, joined(pieces, size));
      await files.rename(part, uri, { overwrite: true });
    },
    discard: async () => {
      pieces = [];
      try {
        await files.delete(part);
      } catch {
        // It was not written, which is usual here.
      }
    },
  };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
