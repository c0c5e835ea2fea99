/** A source file with more lines than this has a test file of its own. */
export const longFile = 120;

/**
 * Whether a source file has a test of its own, at the mirrored path: `src/core/a/b.ts` in `test/core/a/b.test.ts`. What needs VS Code
 * itself is mirrored among the suites that run inside of it, `test/vscode/suites/host/a/b.smoke.test.ts`.
 */
export function hasOwnTest(path: string, testPaths: ReadonlySet<string>): boolean {
  const name = path.replace(/^src\//, '').replace(/\.ts$/, '');
  return ['', '.smoke', '.node'].some(
    (kind) => testPaths.has(`test/${name}${kind}.test.ts`) || testPaths.has(`test/vscode/suites/${name}${kind}.test.ts`),
  );
}
