import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../paths.ts';
import type { TestHost } from './testProtocol.ts';

/** Which suites run: all, or only the few that show that an old VS Code works (`*.smoke.test.ts`). */
export type SuiteChoice = 'everything' | 'smoke';

/**
 * The suites of a run, by their paths from the top folder: those whose path holds one of the words, or all where there is no
 * word. `*.node.test.ts` are left out of the web host, which has no Node modules.
 */
export function chosenSuites(host: TestHost, choice: SuiteChoice, words: readonly string[]): readonly string[] {
  return globSync('test/vscode/suites/**/*.test.ts', { cwd: root })
    .filter((path) => choice === 'everything' || path.endsWith('.smoke.test.ts'))
    .filter((path) => host === 'node' || !path.endsWith('.node.test.ts'))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

/** Bundles suites into one CommonJS file that exports `run()`, the contract that VS Code's test runners share. */
export async function bundleSuites(output: string, host: TestHost, suites: readonly string[]): Promise<void> {
  const contents = [
    `import { runSuites } from './test/vscode/suites/runSuites.ts';`,
    // The suites register with mocha when they are loaded, so that has to wait until mocha is set up.
    `export const run = () => runSuites(() => { ${suites.map((path) => `require(${JSON.stringify(`./${path}`)});`).join(' ')} });`,
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: root, sourcefile: 'suites.ts', loader: 'ts' },
    outfile: output,
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    banner: { js: mochaAsScript() },
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'error',
  });
}

/**
 * mocha's browser build works in a worker and in Node alike, while its Node build wants the files of its package. It is a
 * script that makes the globals `mocha` and `Mocha`, unless it sees a module around itself: here it sees none.
 */
function mochaAsScript(): string {
  const text = readFileSync(join(root, 'node_modules/mocha/mocha.js'), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return `(function (exports, module, define) {${text}\n}).call(globalThis);`;
}
