/** Runs the suites of test/vscode/suites inside a real VS Code, against the packaged extension. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, vsixPath } from '../paths.ts';
import { nothing, type Tally } from '../report.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { remoteUri, vscodeAddress } from './address.ts';
import { type SuiteChoice, bundleSuites, chosenSuites } from './bundleSuites.ts';
import { chromiumFlags, findChromium } from './findChromium.ts';
import { type VSCodeVersion, installVSCode } from './installVSCode.ts';
import { type Server, startServer } from './startServer.ts';
import type { TestHost } from './testProtocol.ts';
import { TestResults } from './testResults.ts';
import { unpackVsix } from './unpackVsix.ts';
import { preferWebHost } from './webHost.ts';
import { writeCorpus } from './writeCorpus.ts';

export interface SuiteRun {
  readonly version: VSCodeVersion;
  readonly host: TestHost;
  readonly suites: SuiteChoice;
  /** Only those whose path holds one of them; all where there is none. */
  readonly words?: readonly string[];
}

/** Runs the suites once and prints each result; a run that ends early or in the wrong host counts as a failure. */
export async function runSuites({ version, host, suites: choice, words = [] }: SuiteRun): Promise<Tally> {
  const suites = chosenSuites(host, choice, words);
  if (suites.length === 0) {
    console.log(`  VS Code ${version}, ${host} host: no suite of this run is named so: ${words.join(', ')}`);
    return nothing;
  }
  const vscode = await installVSCode(version);
  const executablePath = await findChromium();
  const { path: folder, delete: deleteFolder } = temporaryFolder('suites');
  const extension = join(folder, 'extension');
  const workspace = join(folder, 'workspace');
  try {
    await prepareExtension(extension, host, suites);
    cpSync(join(root, 'test/vscode/workspace'), workspace, { recursive: true });
    writeCorpus(workspace);
    const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
    let server: Server | undefined;
    try {
      server = await startServer(vscode, { testDriver: true });
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const results = new TestResults(host, version);
      page.on('console', (message) => results.take(message.text()));
      page.on('pageerror', (error) => results.take(`page error: ${error.message}`));
      await page.goto(addressOf(server.port, workspace, extension, host));
      const tally = await results.finished();
      if (tally.failed > 0) {
        console.log(
          `  VS Code ${version}, ${host} host, its console:\n${results.otherOutput()}\n  its server:\n${server.log().slice(-4000)}`,
        );
      }
      return tally;
    } finally {
      await browser.close();
      await server?.stop();
    }
  } finally {
    deleteFolder();
  }
}

/** Unpacks the package as VS Code would, with the bundled suites beside it. */
export async function prepareExtension(folder: string, host: TestHost, suites: readonly string[]): Promise<void> {
  await unpackVsix(vsixPath, folder);
  if (host === 'web') {
    preferWebHost(folder);
  }
  await bundleSuites(join(folder, 'suites.js'), host, suites);
}

function addressOf(port: number, folder: string, extension: string, host: TestHost): string {
  return vscodeAddress({
    port,
    folder,
    payload: [
      ['extensionDevelopmentPath', remoteUri(port, extension)],
      ['extensionTestsPath', remoteUri(port, join(extension, 'suites.js'))],
      ...(host === 'web' ? [['extensionDevelopmentKind', 'web'] as const] : []),
    ],
  });
}
