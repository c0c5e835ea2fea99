import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where `npm run package` leaves the extension; the tests run this very file. */
export const vsixPath = join(root, 'dist/audit-log-viewer.vsix');

/** Downloaded VS Code builds and browsers; git does not see it, and deleting it is always safe. */
export const cacheFolder = join(root, '.vscode-test');

/** The folder of a program of a package in node_modules/.bin, given by its file name. */
export function packageProgram(name: string): string {
  return join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** Resolves a path that a user gave on the command line, which is relative to where npm was called. */
export function userPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
