import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../src/cli/cacheFolder.ts';

it('is where each system keeps what programs can make anew', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: join('/caches', 'own') }, 'linux')).toBe(join('/caches', 'own', 'audit-log-viewer'));
  expect(cacheFolder({ XDG_CACHE_HOME: '' }, 'linux')).toBe(join(homedir(), '.cache', 'audit-log-viewer'));
  expect(cacheFolder({ XDG_CACHE_HOME: 'beside-the-log' }, 'linux')).toBe(join(homedir(), '.cache', 'audit-log-viewer'));
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' }, 'darwin')).toBe(join(homedir(), 'Library', 'Caches', 'audit-log-viewer'));
  expect(cacheFolder({ LOCALAPPDATA: join('/local') }, 'win32')).toBe(join('/local', 'audit-log-viewer'));
  expect(cacheFolder({}, 'win32')).toBe(join(homedir(), 'AppData', 'Local', 'audit-log-viewer'));
});
