import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where the user's system keeps what programs can make anew. Nobody else can write there, unlike the folder for temporary files:
 * compiled code is run as it is found.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return join(userCaches(environment, platform), 'audit-log-viewer');
}

function userCaches({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      return local ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return join(homedir(), 'Library', 'Caches');
    default:
      // A relative one is invalid: it would depend on where the command is run.
      return xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache');
  }
}
