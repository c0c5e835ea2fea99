import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { corpus, expectationOf } from '../../test/corpus/corpus.ts';

/** What the suites expect of a file of the corpus in the workspace. */
export interface ExpectedLog {
  /** Path in the workspace. */
  readonly path: string;
  readonly records: number;
  readonly findings: number;
  readonly isLog: boolean;
}

/**
 * Puts the files of the corpus into a workspace, with what is expected of them in `corpus/expected.json`. Of the
 * containers that are compressed only some, as each file takes VS Code a good part of a second.
 */
export function writeCorpus(workspace: string): void {
  const chosen = corpus.filter(({ file }) => !file.startsWith('gzip/') || /\/(lines|array|empty)\./.test(file));
  const expected = chosen.map((one): ExpectedLog => {
    const { stored, records, findings } = expectationOf(one);
    const path = `corpus/${one.file}`;
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), stored);
    return { path, records: records.length, findings: findings.length, isLog: one.problem === undefined };
  });
  writeFileSync(join(workspace, 'corpus/expected.json'), JSON.stringify(expected));
}
