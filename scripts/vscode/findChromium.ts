/** Finds or gets the browser that shows VS Code in tests: nothing is installed where one is there already. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from '../paths.ts';
import { run } from '../run.ts';

const { env, platform } = process;

/** A Chromium without windows, and Debian's package of it: a page opens in half the time. */
const headlessShell = 'chromium-headless-shell';

const knownPlaces: readonly string[] =
  platform === 'darwin'
    ? [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]
    : platform === 'win32'
      ? [env['ProgramFiles'] ?? '', env['ProgramFiles(x86)'] ?? ''].flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ])
      : [headlessShell, 'chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) => `/usr/bin/${name}`);

/** Flags without which a headless Chromium fails as root, or talks to its maker. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

/**
 * The path of a Chromium: `AUDIT_LOG_CHROMIUM` if set, an installed one, Debian's package (when this is root on Debian or
 * Ubuntu), else Playwright's own download into the repository's cache.
 */
export async function findChromium(): Promise<string> {
  return namedChromium() ?? installedChromium() ?? (await installHeadlessShell()) ?? (await downloadWithPlaywright());
}

/** Installs the Chromium that is fastest in tests, where this machine can have it; any other one is used where it cannot. */
export async function prepareChromium(): Promise<void> {
  if (namedChromium() === undefined) {
    await installHeadlessShell();
  }
}

function namedChromium(): string | undefined {
  const named = env['AUDIT_LOG_CHROMIUM'];
  return named === '' ? undefined : named;
}

function installedChromium(): string | undefined {
  return knownPlaces.find((path) => existsSync(path));
}

/** The path of the headless shell; undefined where this is not root on Debian or Ubuntu, or the package cannot be had. */
async function installHeadlessShell(): Promise<string | undefined> {
  const path = `/usr/bin/${headlessShell}`;
  if (existsSync(path)) {
    return path;
  }
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  console.log(`Installing a Chromium for tests, Debian's package (apt-get install ${headlessShell}) …`);
  const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], quiet);
  const result = await run('apt-get', ['install', '--yes', '--no-install-recommends', headlessShell], quiet);
  if (result.code !== 0) {
    console.log(result.output);
  }
  return existsSync(path) ? path : undefined;
}

async function downloadWithPlaywright(): Promise<string> {
  console.log('No Chromium found: downloading the one of Playwright …');
  // Playwright reads this variable when it is loaded, so it is set before the import below.
  const folder = join(cacheFolder, 'browsers');
  process.env['PLAYWRIGHT_BROWSERS_PATH'] = folder;
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    const command = join(root, 'node_modules/playwright-core/cli.js');
    const result = await run(process.execPath, [command, 'install', 'chromium'], { quiet: true });
    if (result.code !== 0) {
      throw new Error(`No Chromium: none is installed, and Playwright could not download one.\n${result.output}`);
    }
  }
  return chromium.executablePath();
}
