/** Finds or gets the browser that shows VS Code in tests: nothing is installed where one is there already. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from '../paths.ts';
import { run } from '../run.ts';

const { env, platform } = process;

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
      : ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) => `/usr/bin/${name}`);

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
  const named = env['AUDIT_LOG_CHROMIUM'];
  if (named !== undefined && named !== '') {
    return named;
  }
  return installedChromium() ?? (await installDebianPackage()) ?? (await downloadWithPlaywright());
}

function installedChromium(): string | undefined {
  return knownPlaces.find((path) => existsSync(path));
}

async function installDebianPackage(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  console.log("No Chromium found: installing Debian's package (apt-get install chromium) …");
  const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], quiet);
  const result = await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], quiet);
  if (result.code !== 0) {
    console.log(result.output);
  }
  return installedChromium();
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
