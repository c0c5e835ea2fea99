import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { hashFiles, hashProject } from './hashFiles.ts';

/** Where a package and the note of what it was made from are. Absolute. */
export interface PackagePaths {
  readonly root: string;
  readonly vsix: string;
  readonly stamp: string;
}

/** What a package was made from, and what it is. */
interface PackageStamp {
  readonly project: string;
  /** Files of installed packages that are part of it, from the root. */
  readonly modules: readonly string[];
  readonly moduleHash: string;
  readonly vsixHash: string;
}

/** The versions that are installed, the packager's own included. */
const installed = 'node_modules/.package-lock.json';

/** Whether the package is there that would be made from the files as they are now. */
export function isPackaged({ root, vsix, stamp }: PackagePaths): boolean {
  const made = readStamp(stamp);
  return (
    made !== undefined &&
    hashFiles(root, [relative(root, vsix)]) === made.vsixHash &&
    hashFiles(root, [installed, ...made.modules]) === made.moduleHash &&
    hashProject(root) === made.project
  );
}

/**
 * Makes the package and notes what it was made from. `pack` gives the files of installed packages that are part of it, from
 * the root. Nothing is noted where it fails, or where a file was changed meanwhile: nobody knows which content went in.
 */
export async function packWithStamp({ root, vsix, stamp }: PackagePaths, pack: () => Promise<readonly string[]>): Promise<void> {
  rmSync(stamp, { force: true });
  const project = hashProject(root);
  const modules = await pack();
  if (hashProject(root) === project) {
    const moduleHash = hashFiles(root, [installed, ...modules]);
    const vsixHash = hashFiles(root, [relative(root, vsix)]);
    writeFileSync(stamp, JSON.stringify({ project, modules, moduleHash, vsixHash } satisfies PackageStamp));
  }
}

function readStamp(path: string): PackageStamp | undefined {
  try {
    const stamp = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<PackageStamp>) : {};
    const { project, modules, moduleHash, vsixHash } = stamp;
    const isWhole = Array.isArray(modules) && [project, moduleHash, vsixHash].every((hash) => typeof hash === 'string');
    return isWhole ? (stamp as PackageStamp) : undefined;
  } catch {
    return undefined;
  }
}
