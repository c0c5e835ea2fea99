import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';

const address = 'file:///fake/vscode.cjs';

/**
 * Stands for `vscode` in `require`: everything that is asked of it exists, can be called, constructed and looked into, and does
 * nothing. What an extension's activation costs by itself can be measured with it; what VS Code adds cannot.
 */
export function provideFakeVscode(): void {
  // A bundle copies the module's own members to an object of its own.
  Object.assign(globalThis, { fakeVscode: Object.fromEntries(memberNames().map((name) => [name, anything])) });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vscode' ? { url: address, format: 'commonjs', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === address ? { format: 'commonjs', source: 'module.exports = globalThis.fakeVscode', shortCircuit: true } : next(url, context),
  });
}

/** What `vscode` exports, by its types. */
function memberNames(): readonly string[] {
  const types = readFileSync(createRequire(import.meta.url).resolve('@types/vscode/index.d.ts'), 'utf8');
  return [...types.matchAll(/^\texport (?:namespace|class|enum|const|function|let) (\w+)/gm)].map(([, name]) => name!);
}

const known: ReadonlyMap<string | symbol, unknown> = new Map<string | symbol, unknown>([
  // What is awaited or compared must come to an end.
  ['then', undefined],
  ['bundle', undefined],
  [Symbol.toPrimitive, () => ''],
  [Symbol.iterator, () => [].values()],
]);

function callable(): void {
  // Only there to be called and constructed in the proxy's place.
}

/** A callable object whose every member is itself. */
export const anything: object = new Proxy(callable, {
  get: (target, key): unknown => (known.has(key) ? known.get(key) : key === 'prototype' ? Reflect.get(target, key) : anything),
  apply: () => anything,
  construct: () => anything,
});
