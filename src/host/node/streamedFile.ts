import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Stats } from 'node:fs';
import { message } from '../../core/finding/message.ts';
import { type FileWriter, partName, WriteProblem } from '../base/fileWriter.ts';

/**
 * A file of this machine, written as the bytes come. `open` rejects with a `WriteProblem` where something that is no file, or one of
 * the files to keep, is at the path, under whatever name.
 *
 * @param kept Paths of files that must not be replaced.
 */
export function streamedFile(path: string, kept: readonly string[]): FileWriter {
  let target = path;
  let part: string | undefined;
  let handle: FileHandle | undefined;
  return {
    open: async () => {
      const there = await existing(path);
      if (there !== undefined) {
        await refuse(there, kept);
        // Where a link leads to the file, that is what is replaced.
        target = await realpath(path);
      }
      const beside = join(dirname(target), partName(basename(target)));
      handle = await open(beside, 'wx');
      part = beside;
    },
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = (await handle?.write(bytes, at)) ?? { bytesWritten: bytes.length };
        at += bytesWritten;
      }
    },
    finish: async () => {
      await handle?.close();
      handle = undefined;
      if (part !== undefined) {
        await rename(part, target);
        part = undefined;
      }
    },
    discard: async () => {
      await handle?.close().catch(() => undefined);
      if (part !== undefined) {
        await rm(part, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function refuse(there: Stats, kept: readonly string[]): Promise<void> {
  if (!there.isFile()) {
    throw new WriteProblem(message('host.noFile'));
  }
  for (const path of kept) {
    const log = await existing(path);
    if (log?.dev === there.dev && log.ino === there.ino) {
      throw new WriteProblem(message('host.exportToLog'));
    }
  }
}

/** What is at a path; undefined where nothing is. */
async function existing(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
