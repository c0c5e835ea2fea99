/**
 * `npm run test:long [-- STEP... [WORD...]]` takes hours: the tests of `npm test` with a hundred times as many generated cases,
 * every suite in every VS Code, and half an hour of the fuzzer. A named step runs alone, without the fuzzer.
 */
import { join } from 'node:path';
import { root } from './paths.ts';
import { run } from './run.ts';

const words = process.argv.slice(2);
const environment = { TEST_LONG: '1' };
const script = (name: string, ...parameters: string[]) =>
  run(process.execPath, [join(root, 'scripts', name), ...parameters], { env: environment });

const tests = await script('test.ts', ...words);
const fuzz = words.length === 0 ? await script('fuzz.ts', '--minutes', '30') : undefined;
process.exitCode = tests.code === 0 && (fuzz?.code ?? 0) === 0 ? 0 : 1;
