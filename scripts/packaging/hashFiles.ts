import { createHash, type Hash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What can make no difference to the package: what is installed or written, and tests. All else counts, whether it goes
 * into the package or not: a file too many costs a few seconds, and a file too few a wrong package.
 */
const ignored: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', '.vscode-test', 'coverage', 'test']);

/** A hash of the paths and contents of all files of a project. Times, owners and modes of files do not count. */
export function hashProject(root: string): string {
  const hash = createHash('sha256');
  for (const entry of sorted(readdirSync(root, { withFileTypes: true }))) {
    if (!ignored.has(entry.name)) {
      addEntry(hash, root, entry.name, entry);
    }
  }
  return hash.digest('hex');
}

/** A hash of some files, by their paths from the root; of those that are not there, of their absence. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isFile() === true) {
      addFile(hash, root, path);
    } else {
      add(hash, 'none', path, Buffer.alloc(0));
    }
  }
  return hash.digest('hex');
}

function addEntry(hash: Hash, root: string, path: string, entry: Dirent): void {
  if (entry.isDirectory()) {
    for (const child of sorted(readdirSync(join(root, path), { withFileTypes: true }))) {
      addEntry(hash, root, `${path}/${child.name}`, child);
    }
  } else if (entry.isSymbolicLink()) {
    add(hash, 'link', path, Buffer.from(readlinkSync(join(root, path))));
    if (statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true) {
      addFile(hash, root, path);
    }
  } else if (entry.isFile()) {
    addFile(hash, root, path);
  }
}

function addFile(hash: Hash, root: string, path: string): void {
  add(hash, 'file', path, readFileSync(join(root, path)));
}

/** With lengths, so that no two projects make the same row of bytes. */
function add(hash: Hash, kind: string, path: string, content: Buffer): void {
  hash.update(`${kind} ${Buffer.byteLength(path)} ${path} ${content.length}\n`).update(content);
}

function sorted(entries: readonly Dirent[]): readonly Dirent[] {
  return entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
