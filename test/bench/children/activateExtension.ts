/** Loads the extension's bundle and activates it, with nothing behind `vscode`. */
import { createRequire } from 'node:module';
import { anything, provideFakeVscode } from './fakeVscode.ts';

interface Extension {
  readonly activate: (context: object) => unknown;
}

provideFakeVscode();
const script = process.argv[2]!;
const startedAt = performance.now();
const { activate } = createRequire(script)(script) as Extension;
const loadedAt = performance.now();
activate(anything);
const activatedAt = performance.now();
console.log(JSON.stringify({ loadMs: loadedAt - startedAt, activateMs: activatedAt - loadedAt }));
// Whatever the extension has begun to wait for does not keep the process.
process.exit(0);
