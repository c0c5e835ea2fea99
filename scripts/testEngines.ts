/**
 * `npm run test:engines [-- WORD...]` runs translations of filters in the engines that they are for: ClickHouse's SQL in ClickHouse, and
 * KQL through Microsoft's language service with the schema of the table. These packages take 580 MB and are installed on first use, in
 * a workspace of their own, `test/engines`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { run } from './run.ts';

const folder = join(root, 'test/engines');

/** Whether the packages are those of the lock file: npm keeps what it installed in a file of the same form. */
function isInstalled(): boolean {
  const installed = join(folder, 'node_modules/.package-lock.json');
  const versions = (path: string): string => {
    const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version?: string; optional?: boolean }> };
    const wanted = Object.entries(packages).filter(([name, { optional }]) => name !== '' && optional !== true);
    return wanted.map(([name, { version }]) => `${name} ${version}`).join('\n');
  };
  return existsSync(installed) && versions(installed) === versions(join(folder, 'package-lock.json'));
}

if (!isInstalled()) {
  // Not by `npm ci`, which refuses a lock file without the libraries of systems that a registry has not got.
  const installed = await run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  process.exitCode = installed.code;
}
if (isInstalled()) {
  const words = process.argv.slice(2);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  process.exitCode = (await run(process.execPath, [vitest, 'run', '--project', 'engines', ...words])).code;
}
