/** Runs the suites of test/vscode/suites inside a real VS Code, against the packaged extension. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, vsixPath } from '../paths.ts';
import { type Tally, one, sum } from '../report.ts';
import { remoteUri, vscodeAddress } from './address.ts';
import { type SuiteChoice, bundleSuites } from './bundleSuites.ts';
import { chromiumFlags, findChromium } from './findChromium.ts';
import { type VSCodeVersion, installVSCode } from './installVSCode.ts';
import { startServer } from './startServer.ts';
import { type TestHost, type TestMessage, decodeTestMessage } from './testProtocol.ts';
import { unpackVsix } from './unpackVsix.ts';
import { preferWebHost } from './webHost.ts';

export interface SuiteRun {
  readonly version: VSCodeVersion;
  readonly host: TestHost;
  readonly suites: SuiteChoice;
}

/** Silence this long between two results means that VS Code hangs. */
const silenceTimeout = 60_000;

/** Runs the suites once and prints each result; a run that ends early or in the wrong host counts as a failure. */
export async function runSuites({ version, host, suites }: SuiteRun): Promise<Tally> {
  const vscode = await installVSCode(version);
  const executablePath = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-suites-'));
  const extension = join(folder, 'extension');
  const workspace = join(folder, 'workspace');
  try {
    await unpackVsix(vsixPath, extension);
    if (host === 'web') {
      preferWebHost(extension);
    }
    await bundleSuites(join(extension, 'suites.js'), host, suites);
    cpSync(join(root, 'test/vscode/workspace'), workspace, { recursive: true });
    const server = await startServer(vscode, { testDriver: true });
    const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const results = new Results(host, version);
      page.on('console', (message) => results.take(message.text()));
      page.on('pageerror', (error) => results.take(`page error: ${error.message}`));
      await page.goto(addressOf(server.port, workspace, extension, host));
      const tally = await results.finished();
      if (tally.failed > 0) {
        console.log(`  VS Code's server wrote:\n${server.log().slice(-4000)}`);
      }
      return tally;
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** Collects what the tests tell over the console, and ends on their last word or on a long silence. */
class Results {
  readonly #host: TestHost;
  readonly #version: VSCodeVersion;
  readonly #tallies: Tally[] = [];
  readonly #otherLines: string[] = [];
  readonly #end = Promise.withResolvers<void>();
  #silence: NodeJS.Timeout;

  constructor(host: TestHost, version: VSCodeVersion) {
    this.#host = host;
    this.#version = version;
    this.#silence = this.#startSilence();
  }

  take(line: string): void {
    const message = decodeTestMessage(line);
    if (message === undefined) {
      this.#otherLines.push(line);
      return;
    }
    clearTimeout(this.#silence);
    this.#silence = this.#startSilence();
    this.#count(message);
  }

  async finished(): Promise<Tally> {
    await this.#end.promise;
    clearTimeout(this.#silence);
    return sum(this.#tallies);
  }

  #startSilence(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#add(
        'failed',
        `nothing heard from VS Code for ${silenceTimeout / 1000} s; its console said:\n${this.#otherLines.slice(-40).join('\n')}`,
      );
      this.#end.resolve();
    }, silenceTimeout);
  }

  #count(message: TestMessage): void {
    switch (message.kind) {
      case 'start': {
        const right = message.host === this.#host && message.version.startsWith(`${this.#version}.`);
        this.#add(right ? 'passed' : 'failed', `runs in VS Code ${message.version}, ${message.host} host`);
        return;
      }
      case 'test':
        this.#add(message.outcome, `${message.name} (${message.milliseconds} ms)`, message.error);
        return;
      case 'end':
        this.#end.resolve();
        return;
    }
  }

  #add(outcome: keyof Tally, text: string, error?: string): void {
    const sign = { passed: '✓', failed: '✗', skipped: '-' }[outcome];
    console.log(`  ${sign} ${text}${error === undefined ? '' : `\n${error.replaceAll(/^/gm, '      ')}`}`);
    this.#tallies.push(one(outcome));
  }
}

if (import.meta.main) {
  const [version = '1.139', host = 'node', suites = 'everything'] = process.argv.slice(2);
  console.log(await runSuites({ version, host, suites } as SuiteRun));
}
