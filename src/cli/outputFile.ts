import { createWriteStream, renameSync, rmSync, statSync, type Stats } from 'node:fs';
import { once } from 'node:events';
import { UsageError } from './usageError.ts';
import { Output, OutputClosed } from './output.ts';

/**
 * Lets a command write to a file, which is there when all is written and not before: until then what was there stays. A pipe or device
 * is written to as it is. Throws {@link UsageError} where that cannot be written, or is one of the files that are read.
 */
export async function writeToFile(file: string, read: readonly string[], write: (output: Output) => Promise<number>): Promise<number> {
  const there = statSync(file, { throwIfNoEntry: false });
  const isReplaced = there === undefined || there.isFile();
  if (isReplaced && there !== undefined && read.some((one) => isSameFile(there, one))) {
    throw new UsageError(`“${file}” is read and cannot be written at the same time.`);
  }
  const path = isReplaced ? `${file}.${process.pid}.part` : file;
  const stream = createWriteStream(path);
  try {
    await once(stream, 'open');
    const output = new Output(() => stream);
    const code = await write(output);
    await output.flush();
    stream.end();
    await once(stream, 'close');
    if (isReplaced) {
      renameSync(path, file);
    }
    return code;
  } catch (error) {
    stream.destroy();
    if (isReplaced) {
      rmSync(path, { force: true });
    }
    throw isOfSystem(error) ? new UsageError(`${file} cannot be written: ${error.message}`) : error;
  }
}

function isSameFile({ dev, ino }: Stats, path: string): boolean {
  const other = statSync(path, { throwIfNoEntry: false });
  return other !== undefined && other.dev === dev && other.ino === ino;
}

function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && !(error instanceof OutputClosed) && 'syscall' in error;
}
