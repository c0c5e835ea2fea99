import { pathToFileURL } from 'node:url';

/** The address by which a thread of Node imports a module; paths are none on Windows. */
export function moduleAddress(path: string): string {
  return pathToFileURL(path).href;
}
