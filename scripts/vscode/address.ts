import { basename, resolve } from 'node:path';

export interface AddressOptions {
  readonly port: number;
  readonly token?: string;
  /** Opened as the workspace; without it, the window has none. */
  readonly folder?: string;
  /** Opened on start. */
  readonly file?: string;
  /** Further words for VS Code, each a name and a value; those about development need the server's test driver. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address that opens a window of a served VS Code. */
export function vscodeAddress({ port, token, folder, file, payload = [] }: AddressOptions): string {
  const query = new URLSearchParams({
    ...(token === undefined ? {} : { tkn: token }),
    ...(folder === undefined ? { ew: 'true' } : { folder: urlPath(folder) }),
    payload: JSON.stringify([['skipWelcome', 'true'], ...(file === undefined ? [] : [['openFile', remoteUri(port, file)]]), ...payload]),
  });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** How VS Code in the browser names a file of the machine that serves it. */
export function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${urlPath(path).split('/').map(encodeURIComponent).join('/')}`;
}

/** An absolute path with slashes; a drive letter gets one before it, as in URIs. */
function urlPath(path: string): string {
  return resolve(path)
    .replaceAll('\\', '/')
    .replace(/^(?=[A-Za-z]:)/, '/');
}

/** The setting that opens this one file in the timeline whatever its name is. */
export function timelineAssociation(file: string): Readonly<Record<string, string>> {
  const literalName = basename(file).replaceAll(/[[\]{}?*]/g, (character) => `[${character}]`);
  return { [`**/${literalName}`]: 'auditLog.timeline' };
}
