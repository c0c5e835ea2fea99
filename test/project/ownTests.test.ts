import { expect, it, test } from 'vitest';
import { hasOwnTest, longFile } from './ownTests.ts';
import { sourceFiles, testFiles } from './sourceFiles.ts';

it('is there for every long source file, at the mirrored path', () => {
  const testPaths = new Set(testFiles().map(({ path }) => path));
  const long = sourceFiles().filter(({ text }) => text.split('\n').length - 1 > longFile);
  expect(long.length).toBeGreaterThan(50);
  expect(long.map(({ path }) => path).filter((path) => !hasOwnTest(path, testPaths))).toEqual([]);
});

test.each([
  ['src/core/a/b.ts', 'test/core/a/b.test.ts', true],
  ['webview/a/b.ts', 'test/webview/a/b.test.ts', true],
  ['src/host/a/b.ts', 'test/vscode/suites/host/a/b.smoke.test.ts', true],
  ['src/core/a/b.ts', 'test/core/b.test.ts', false],
  ['src/core/a/b.ts', 'test/core/a/ab.test.ts', false],
])('%s and %s: %j', (source, own, isOwn) => {
  expect(hasOwnTest(source, new Set([own]))).toBe(isOwn);
});
