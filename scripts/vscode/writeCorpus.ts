import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isLong } from '../isLong.ts';
import { corpus, expectationOf } from '../../test/corpus/corpus.ts';

/** What the suites expect of a file of the corpus in the workspace. */
export interface ExpectedLog {
  /** Path in the workspace. */
  readonly path: string;
  readonly records: number;
  readonly findings: number;
  readonly isLog: boolean;
}

/** Of so many files of a folder one is taken. */
const oneIn = 8;

/**
 * Puts files of the corpus into a workspace, with what is expected of them in `corpus/expected.json`: of each folder some, as each
 * file takes VS Code a good part of a second, and the engine's tests read all of them. `npm run test:long` takes all.
 */
export function writeCorpus(workspace: string): void {
  const folders = Map.groupBy(corpus, ({ file }) => dirname(file));
  const chosen = [...folders.values()].flatMap((files) => files.filter((_, index) => isLong || index % oneIn === 0));
  const expected = chosen.map((one): ExpectedLog => {
    const { stored, records, findings } = expectationOf(one);
    const path = `corpus/${one.file}`;
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), stored);
    return { path, records: records.length, findings: findings.length, isLog: one.problem === undefined };
  });
  writeFileSync(join(workspace, 'corpus/expected.json'), JSON.stringify(expected));
}
