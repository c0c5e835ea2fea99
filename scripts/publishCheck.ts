/**
 * `npm run publish:check` packages the extension and says what is missing for `vsce publish` and `ovsx publish`. It publishes
 * nothing and asks no server. Exit code 1 if something is missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageIfChanged } from './package.ts';
import { publishProblems } from './packaging/publishProblems.ts';
import { root, vsixPath } from './paths.ts';

await packageIfChanged();
const problems = publishProblems({
  manifest: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>,
  environment: new Set(Object.keys(process.env)),
  exists: (path) => existsSync(join(root, path)),
  changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
});
for (const { tool, sentence } of problems) {
  console.log(`${tool === 'both' ? 'vsce publish, ovsx publish' : tool}: ${sentence}`);
}
const vsix = relative(process.cwd(), vsixPath);
if (problems.length === 0) {
  console.log(`Nothing is missing. Publish with:\n  vsce publish --packagePath ${vsix}\n  ovsx publish ${vsix}`);
} else {
  console.log(`\n${vsix} can be installed, but not published: ${problems.length} missing.`);
}
process.exitCode = problems.length === 0 ? 0 : 1;
