/**
 * `npm run test:watch [-- PROJECT... [WORD...]]` runs tests again when a file that they use changes: those of the projects unit
 * and engine, or of the named projects of vitest.config.mts; of them all files, or those whose path holds one of the words.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.ts';

const known: ReadonlySet<string> = new Set(['unit', 'engine', 'webview', 'package', 'browser']);
const named = process.argv.slice(2);
const chosen = named.filter((name) => known.has(name));
const projects = (chosen.length === 0 ? ['unit', 'engine'] : chosen).flatMap((name) => ['--project', name]);
const words = named.filter((name) => !known.has(name));
const watching = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'watch', ...projects, ...words], {
  cwd: root,
  stdio: 'inherit',
});
watching.on('exit', (code) => process.exit(code ?? 1));
