import { defineConfig } from 'vitest/config';
import { isLong } from './scripts/isLong.ts';
import { generateKernel } from './scripts/generateKernel.ts';
import { generateValidators } from './scripts/generateValidators.ts';

await generateKernel();
await generateValidators();

/** The same modules for one file of tests after the other, so that what is compiled stays compiled: no file may leave them changed. */
const shared = { isolate: false, setupFiles: ['test/seed.ts'] };

/**
 * Tests that drive a browser are tried again once: on a machine that does something else as well, a step may take longer than any
 * test waits. What passes only then is named at the end of `npm test`, to be mended.
 */
const retry = 1;

/** One project for each tier of tests, by what the tests need; docs tell where a new test belongs. */
export default defineConfig({
  test: {
    // All cores: by itself, vitest leaves one out, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{core,protocol,scene,report,host,cli,corpus,project,scripts,syntaxes,bench}/**/*.test.ts'],
          ...shared,
          testTimeout: isLong ? 3_600_000 : 60_000,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/{engine,conformance}/**/*.test.ts'],
          ...shared,
          testTimeout: isLong ? 3_600_000 : 60_000,
        },
      },
      // A browser for each file, and the page's scripts bundled once for all files of a worker.
      {
        test: {
          name: 'webview',
          include: ['test/webview/**/*.test.ts'],
          isolate: false,
          retry,
          testTimeout: isLong ? 3_600_000 : 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: { name: 'visual', include: ['test/visual/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { test: { name: 'engines', include: ['test/engines/*.test.ts'], fileParallelism: false, testTimeout: 120_000 } },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'] } },
      {
        test: {
          name: 'browser',
          include: ['test/vscode/browser/**/*.test.ts'],
          retry,
          testTimeout: 90_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
