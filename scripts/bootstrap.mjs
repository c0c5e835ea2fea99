/**
 * Entry point of every npm script: `node scripts/bootstrap.mjs TASK [ARGUMENT...]` runs scripts/TASK.ts.
 *
 * A fresh clone has no node_modules and perhaps an old Node, so this file is plain JavaScript without dependencies for
 * Node 20. It installs the packages when they do not match package-lock.json, then hands over to the Node that the
 * `node` package brought, which runs TypeScript by itself.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === 'win32';

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** True when each package of package-lock.json is installed in its very version; optional ones may be absent. */
function packagesAreInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
    return false;
  }
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(([path, locked]) => {
    if (path === '') {
      return true;
    }
    const present = installed[path];
    return present === undefined ? Boolean(locked.optional || locked.devOptional || locked.peer) : present.version === locked.version;
  });
}

function installPackages() {
  console.log('Installing the packages of package-lock.json (npm ci) …');
  if (npm('ci')) {
    return;
  }
  // npm ci is strict: it refuses a lock file without the packages of a platform that nobody used yet.
  console.log('npm ci failed; trying npm install, which keeps the versions of package-lock.json …');
  if (!npm('install', '--no-save')) {
    fail('The packages could not be installed; the messages of npm are above.');
  }
}

/** Runs npm, and tells whether it succeeded. Warnings about Node's version are left out: a newer Node runs the tasks. */
function npm(...command) {
  const options = [...command, '--no-audit', '--no-fund', '--loglevel=error'];
  // npm_execpath is the npm that runs us: calling it by Node avoids a shell and picks the same version again.
  const path = process.env.npm_execpath;
  const result =
    path !== undefined && /\.c?js$/.test(path)
      ? spawnSync(process.execPath, [path, ...options], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: isWindows });
  return result.status === 0;
}

/** The Node that runs the tasks: it must strip types from .ts files without a flag (22.18 or newer). */
function findNode() {
  const candidates = [join(root, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node'), process.execPath];
  for (const candidate of candidates) {
    const answer = existsSync(candidate) ? spawnSync(candidate, ['--version'], { encoding: 'utf8' }) : undefined;
    const [, major, minor] = /^v(\d+)\.(\d+)/.exec(answer?.stdout ?? '') ?? [];
    if (Number(major) > 22 || (Number(major) === 22 && Number(minor) >= 18)) {
      return candidate;
    }
  }
  return fail(
    `The npm package "node" brought no runnable Node (were install scripts switched off?) and this one is ${process.version}.\n` +
      'Run `npm rebuild node`, or use Node 22.18 or newer.',
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [task, ...taskArguments] = process.argv.slice(2);
if (task === undefined || !existsSync(join(root, 'scripts', `${task}.ts`))) {
  fail('Usage: node scripts/bootstrap.mjs TASK [ARGUMENT...], where scripts/TASK.ts exists.');
}
if (!packagesAreInstalled()) {
  installPackages();
}
const node = findNode();
const paths = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH ?? ''];
const child = spawn(node, [join(root, 'scripts', `${task}.ts`), ...taskArguments], {
  stdio: 'inherit',
  // INIT_CWD is where the user called npm: paths given on the command line are relative to it.
  env: { ...process.env, PATH: paths.join(isWindows ? ';' : ':'), INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
});
// Ctrl+C reaches the child by the terminal: this process only has to wait until the child has cleaned up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
