import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An extension with `main` runs in the Node host of a server, whatever else it declares: this copy keeps only `browser`. */
export function preferWebHost(extensionFolder: string): void {
  const path = join(extensionFolder, 'package.json');
  const { main: _main, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, extensionKind: ['web'] }));
}
