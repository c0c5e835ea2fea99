/**
 * `npm run test:visual [-- --approve]` compares pictures of the timeline's page in four themes with the approved ones in
 * test/visual/approved. `--approve` puts the new pictures in their place; look at them before you commit them.
 */
import { join } from 'node:path';
import { root } from './paths.ts';
import { run } from './run.ts';
import { prepareChromium } from './vscode/findChromium.ts';

await prepareChromium();
const environment = process.argv.includes('--approve') ? { APPROVE_PICTURES: '1' } : {};
const tests = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'visual'], {
  env: environment,
});
process.exitCode = tests.code;
