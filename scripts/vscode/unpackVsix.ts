import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** What a VSIX holds: each file's path inside the extension and its size in bytes. */
export async function listVsix(vsix: string): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>();
  const zip = await openPromise(vsix);
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName.replace(/^extension\//, ''), entry.uncompressedSize);
  }
  return files;
}

/** The text of a file inside the extension; throws where a VSIX has none of that path. */
export async function readVsix(vsix: string, path: string): Promise<string> {
  const zip = await openPromise(vsix);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === `extension/${path}`) {
      return text(await zip.openReadStreamPromise(entry));
    }
  }
  throw new Error(`${vsix} holds no ${path}`);
}

/** Unpacks the extension inside a VSIX into a folder, as VS Code does when it installs one. */
export async function unpackVsix(vsix: string, folder: string): Promise<void> {
  const zip = await openPromise(vsix);
  for await (const entry of zip.eachEntry()) {
    const path = /^extension\/(.*[^/])$/.exec(entry.fileName)?.[1];
    if (path !== undefined) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    }
  }
}
