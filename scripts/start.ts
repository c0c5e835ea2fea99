/**
 * `npm start [-- FILE] [-- --port N] [--no-open]`: VS Code in a browser with the packaged extension and a workspace of samples.
 *
 * It serves on 127.0.0.1 only, behind a random token, from data folders that are deleted when Ctrl+C ends it.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from './package.ts';
import { root, userPath, vsixPath } from './paths.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { timelineAssociation, vscodeAddress } from './vscode/address.ts';
import { installVSCode } from './vscode/installVSCode.ts';
import { startServer } from './vscode/startServer.ts';

interface StartOptions {
  readonly file: string | undefined;
  readonly port: number | undefined;
  readonly opensBrowser: boolean;
}

const samples = join(root, 'media/samples');

/** Shown when the user names no log of their own. */
const firstSample = 'attestation-month.audit.ndjson';

function readOptions(): StartOptions {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) {
      throw new Error('one log at a time: open others in VS Code itself');
    }
    const [path] = positionals;
    const file = path === undefined ? undefined : userPath(path);
    if (file !== undefined && !(existsSync(file) && statSync(file).isFile())) {
      throw new Error(`there is no file ${file}`);
    }
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Error(`not a port: ${values.port}`);
    }
    return { file, port, opensBrowser: !values['no-open'] };
  } catch (error) {
    console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
    console.error('Usage: npm start [-- FILE] [-- --port N] [--no-open]');
    process.exit(2);
  }
}

/** Opens the address in the user's browser where there is a desktop to show it on. */
function openBrowser(address: string): void {
  const { platform, env } = process;
  const hasDesktop = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  if (!hasDesktop || !process.stdout.isTTY) {
    return;
  }
  const [program, ...parameters] =
    platform === 'darwin' ? ['open', address] : platform === 'win32' ? ['cmd', '/c', 'start', '""', `"${address}"`] : ['xdg-open', address];
  const child = spawn(program ?? '', parameters, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  // Without such a program, the printed address serves.
  child.on('error', () => {});
  child.unref();
}

const { file, port, opensBrowser } = readOptions();
const vscode = await installVSCode('1.139');
await packageExtension();

const folder = temporaryFolder('start');
const workspace = join(folder.path, 'Audit log samples');
mkdirSync(workspace);
cpSync(samples, workspace, { recursive: true });
const shown = file ?? join(workspace, firstSample);
const token = randomBytes(16).toString('hex');
const server = await startServer(vscode, {
  vsix: vsixPath,
  token,
  ...(port === undefined ? {} : { port }),
  settings: { 'workbench.editorAssociations': timelineAssociation(shown) },
});
const address = vscodeAddress({ port: server.port, token, folder: workspace, file: shown });

const end = Promise.withResolvers<void>();
process.on('SIGINT', () => end.resolve());
process.on('SIGTERM', () => end.resolve());
console.log(`\nAudit Log Viewer in VS Code, showing ${basename(shown)}:\n\n  ${address}\n\nCtrl+C ends it.`);
if (opensBrowser) {
  openBrowser(address);
}
await end.promise;
await server.stop();
folder.delete();
