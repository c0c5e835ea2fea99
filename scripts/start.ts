/**
 * `npm start [-- [FILE | FOLDER] [--port N] [--no-open]]`: VS Code in a browser with the packaged extension, showing a log, a
 * folder as the workspace, or samples. `npm start -- --help` tells the rest.
 *
 * It serves on 127.0.0.1 only, behind a random token, from data folders that are deleted when Ctrl+C ends it.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageIfChanged } from './package.ts';
import { root, userPath, vsixPath } from './paths.ts';
import { serveShortAddress } from './start/shortAddress.ts';
import { findShown, readStartOptions, type Shown, startUsage } from './start/startOptions.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { timelineAssociation, vscodeAddress } from './vscode/address.ts';
import { installVSCode } from './vscode/installVSCode.ts';
import { startServer } from './vscode/startServer.ts';

interface Wish {
  readonly shown: Shown;
  readonly port: number | undefined;
  readonly opensBrowser: boolean;
}

/** What a window shows. */
interface Opened {
  readonly folder: string;
  readonly file?: string;
  /** In words. */
  readonly what: string;
}

/** Shown when the user names no log of their own. */
const firstSample = 'attestation-month.audit.ndjson';

function readWish(): Wish {
  try {
    const options = readStartOptions(process.argv.slice(2));
    if (options === 'help') {
      console.log(startUsage);
      process.exit(0);
    }
    const { path, port, opensBrowser } = options;
    return { shown: findShown(path === undefined ? undefined : userPath(path)), port, opensBrowser };
  } catch (error) {
    console.error(`npm start: ${error instanceof Error ? error.message : String(error)}\n\n${startUsage}`);
    process.exit(2);
  }
}

/** A log is shown beside the samples, in a workspace that goes with it. */
function open(shown: Shown, temporary: string): Opened {
  if (shown.kind === 'folder') {
    return { folder: shown.path, what: `the folder ${shown.path}` };
  }
  const folder = join(temporary, 'Audit log samples');
  mkdirSync(folder);
  cpSync(join(root, 'media/samples'), folder, { recursive: true });
  const file = shown.kind === 'file' ? shown.path : join(folder, firstSample);
  return { folder, file, what: shown.kind === 'file' ? `${file} and the samples` : `the sample ${basename(file)}` };
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

const { shown, port, opensBrowser } = readWish();
const vscode = await installVSCode('1.139');
if ((await packageIfChanged()) === 'unchanged') {
  console.log('The extension is packaged already, and nothing that it is made from has changed.');
}
console.log('Starting VS Code with the extension …');
const temporary = temporaryFolder('start');
const { folder, file, what } = open(shown, temporary.path);
const token = randomBytes(16).toString('hex');
const server = await startServer(vscode, {
  vsix: vsixPath,
  token,
  // The samples are ours; of a folder of logs that somebody sent, VS Code asks whether to trust it.
  workspaceTrust: shown.kind === 'folder',
  ...(port === undefined ? {} : { port }),
  ...(file === undefined ? {} : { settings: { 'workbench.editorAssociations': timelineAssociation(file) } }),
});
const full = vscodeAddress({ port: server.port, token, folder, ...(file === undefined ? {} : { file }) });
const short = await serveShortAddress(token, full);

const end = Promise.withResolvers<void>();
process.on('SIGINT', () => end.resolve());
process.on('SIGTERM', () => end.resolve());
console.log(`\nAudit Log Viewer in VS Code, showing ${what}:\n\n  ${short.address}\n`);
if (port !== undefined) {
  // Whoever wants a port of their own forwards that one only.
  console.log(`It leads to VS Code on port ${port}:\n\n  ${full}\n`);
}
console.log('Ctrl+C ends it.');
if (opensBrowser) {
  openBrowser(short.address);
}
await end.promise;
await Promise.all([short.stop(), server.stop()]);
temporary.delete();
