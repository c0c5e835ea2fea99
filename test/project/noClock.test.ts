import { expect, it } from 'vitest';
import { testFiles } from './sourceFiles.ts';

/** What reads the clock or sleeps. */
const clock = /\b(?:performance\.now\(\)|Date\.now\(\)|waitForTimeout\(|setTimeout\()/;

/** Where that is neither a wait for time to pass nor a duration that a test asserts. */
const allowed: ReadonlySet<string> = new Set([
  // Under fake timers.
  'test/host/lifetime/debounce.test.ts',
  // Between two looks at VS Code, which has no event for most of what suites wait for.
  'test/vscode/expect.ts',
  // In the page, so that a script is loaded after another one.
  'test/webview/timelinePage.ts',
]);

it('no test reads the clock or sleeps', () => {
  const readers = testFiles().filter(
    ({ path, text }) => !path.startsWith('test/bench/') && path !== 'test/project/noClock.test.ts' && clock.test(text),
  );
  expect(readers.map(({ path }) => path).filter((path) => !allowed.has(path))).toEqual([]);
});
