/** `npm run fixtures` writes the files of test/fixtures anew from the cases in test/corpus. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { corpus, expectationOf, fixtures } from '../test/corpus/corpus.ts';

rmSync(fixtures, { recursive: true, force: true });
const stored = corpus.filter(({ unstored }) => unstored !== true);
for (const one of stored) {
  const path = join(fixtures, one.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, expectationOf(one).stored);
}
console.log(`${stored.length} files`);
