import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runOrThrow } from '../run.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { InstalledVSCode } from './installVSCode.ts';

export interface ServerOptions {
  /** The packaged extension to install; absent where the extension under test is given by the address instead. */
  readonly vsix?: string;
  /** Secret part of the address; without it anyone on this computer could use the server. */
  readonly token?: string;
  readonly port?: number;
  /** Settings of this machine. Settings of application scope are not read from there. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asks the user before it trusts a folder, and runs in Restricted Mode until then. */
  readonly workspaceTrust?: boolean;
  /** Makes the address's payload able to load an extension under development and its tests. */
  readonly testDriver?: boolean;
}

export interface Server {
  readonly port: number;
  /** Everything that the server wrote so far. */
  readonly log: () => string;
  /** Ends the server and deletes all of its data. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

const startTimeout = 60_000;

/** Where suites find what VS Code keeps of users. */
const dataVariable = 'AUDIT_LOG_TESTS_USER_DATA';

/** Keeps VS Code from asking the network for anything, and from showing what has nothing to do with logs. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'json.schemaDownload.enable': false,
};

/** Starts VS Code on 127.0.0.1 with data folders of its own in a temporary place. */
export async function startServer(vscode: InstalledVSCode, options: ServerOptions = {}): Promise<Server> {
  const { path: data, delete: deleteData } = temporaryFolder('vscode');
  const folders = ['--server-data-dir', data, '--user-data-dir', join(data, 'data'), '--extensions-dir', join(data, 'extensions')];
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  let child: ChildProcess | undefined;
  let log = '';
  // Should this process end without stopping the server, as by process.exit, then the server goes with it.
  const endAtOnce = (): void => void child?.kill('SIGKILL');
  process.on('exit', endAtOnce);
  const stop = async (): Promise<void> => {
    process.off('exit', endAtOnce);
    await end(child);
    deleteData();
  };
  try {
    if (options.vsix !== undefined) {
      const parameters = [vscode.server, '--accept-server-license-terms', ...folders, '--install-extension', options.vsix];
      await runOrThrow(vscode.node, parameters, { quiet: true });
    }
    const port = options.port ?? (await freePort());
    const parameters = [
      vscode.server,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      ...(options.token === undefined ? ['--without-connection-token'] : ['--connection-token', options.token]),
      ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
      ...folders,
    ];
    child = spawn(vscode.node, parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment(), [dataVariable]: join(data, 'data') },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
    }
    await untilItAnswers(`http://127.0.0.1:${port}/version`, child, () => log);
    return { port, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without what makes a VS Code think that it was started inside another one, and without a marketplace to ask. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}' };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function untilItAnswers(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`VS Code's server ended with code ${child.exitCode}\n${log()}`);
    }
    // Any answer will do: with a token, this address answers 403.
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`VS Code's server did not answer within ${startTimeout / 1000} s\n${log()}`);
}

/** Asks the process to end, waits, and insists after 5 s. */
function end(child: ChildProcess | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
