/** `npm run package` builds for production and writes dist/audit-log-viewer.vsix: the file that is tested and published. */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { buildAll } from './build.ts';
import { packageProgram, root, vsixPath } from './paths.ts';
import { runOrThrow } from './run.ts';

/** Builds and packages; throws with the packager's own words when that fails. */
export async function packageExtension(): Promise<void> {
  await buildAll({ production: true });
  // Everything is bundled, there is no public repository yet, and README pictures stay relative.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await runOrThrow(packageProgram('vsce'), ['package', ...flags, '--out', vsixPath], { quiet: true });
  console.log(`${relative(root, vsixPath)}  ${(statSync(vsixPath).size / 1024).toFixed(1)} KB`);
}

if (import.meta.main) {
  await packageExtension();
}
