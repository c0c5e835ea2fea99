/** `npm run package` builds for production and writes dist/audit-log-viewer.vsix: the file that is tested and published. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildAll } from './build.ts';
import { generateKernel } from './generateKernel.ts';
import { generateValidators } from './generateValidators.ts';
import { isPackaged, type PackagePaths, packWithStamp } from './packaging/packageStamp.ts';
import { packageProgram, root, vsixPath } from './paths.ts';
import { runOrThrow } from './run.ts';

const paths: PackagePaths = { root, vsix: vsixPath, stamp: join(root, 'dist/package-stamp.json') };

/** Builds and packages; throws with the packager's own words when that fails. */
export async function packageExtension(): Promise<void> {
  // What is generated counts as changed by nobody.
  await generateKernel();
  await generateValidators();
  mkdirSync(join(root, 'dist'), { recursive: true });
  await packWithStamp(paths, pack);
}

/** Like {@link packageExtension}, but leaves the package as it is where that would make the same one. */
export async function packageIfChanged(): Promise<'packaged' | 'unchanged'> {
  await generateKernel();
  await generateValidators();
  if (isPackaged(paths)) {
    return 'unchanged';
  }
  await packageExtension();
  return 'packaged';
}

async function pack(): Promise<readonly string[]> {
  const modules = await buildAll({ production: true });
  // Everything is bundled. Relative links and pictures of README and CHANGELOG are made addresses in the repository: VS Code
  // shows only pictures from https on the page of an extension, and follows no relative link there.
  const flags = ['--no-dependencies', '--no-gitHubIssueLinking'];
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
  return modules;
}

if (import.meta.main) {
  await packageExtension();
}
