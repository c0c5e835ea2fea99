/** `npm run package` builds for production and writes dist/audit-log-viewer.vsix: the file that is tested and published. */
import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildAll } from './build.ts';
import { packageProgram, root, vsixPath } from './paths.ts';
import { runOrThrow } from './run.ts';

/** Builds and packages; throws with the packager's own words when that fails. */
export async function packageExtension(): Promise<void> {
  await buildAll({ production: true });
  // Everything is bundled, there is no public repository yet, and README pictures stay relative.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const folder = mkdtempSync(join(root, 'dist/packing-'));
  try {
    const packed = join(folder, 'extension.vsix');
    await runOrThrow(packageProgram('vsce'), ['package', ...flags, '--out', packed], { quiet: true });
    // Whoever reads the package meanwhile sees the old one or the new one, never half of one.
    renameSync(packed, vsixPath);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${relative(root, vsixPath)}  ${(statSync(vsixPath).size / 1024).toFixed(1)} KB`);
}

if (import.meta.main) {
  await packageExtension();
}
