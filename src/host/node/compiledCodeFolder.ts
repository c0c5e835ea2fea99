import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder for compiled code of this version of the extension. Those of others, which nobody uses any more, are deleted meanwhile. */
export function compiledCodeFolder(storage: string, version: string): string {
  const all = join(storage, 'compiledCode');
  void deleteOthers(all, version).catch(() => undefined);
  return join(all, version);
}

async function deleteOthers(all: string, version: string): Promise<void> {
  const others = (await readdir(all)).filter((name) => name !== version);
  await Promise.all(others.map((name) => rm(join(all, name), { recursive: true, force: true })));
}
