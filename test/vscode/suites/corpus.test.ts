import * as vscode from 'vscode';
import type { ExpectedLog } from '../../../scripts/vscode/writeCorpus.ts';
import { expectEqual, expectTrue } from '../expect.ts';
import { closeAll, inWorkspace, openTimeline, readFile } from './support.ts';

/** The folders of the corpus: a test each, for whoever runs them wants to hear of them now and then. */
const folders = [
  'compression',
  'containers',
  'damage',
  'encodings',
  'fields',
  'gzip',
  'hostile',
  'not-a-log',
  'record-ids',
  'schema',
  'sequences',
  'time',
  'values',
  'variants',
];

describe('the corpus', () => {
  let corpus: readonly ExpectedLog[];

  before(async () => {
    corpus = JSON.parse(await readFile(inWorkspace('corpus/expected.json'))) as readonly ExpectedLog[];
  });
  afterEach(closeAll);

  it('is in the workspace', () => {
    expectEqual(
      folders.filter((folder) => !corpus.some(({ path }) => path.startsWith(`corpus/${folder}/`))),
      [],
    );
    expectTrue(
      corpus.every(({ path }) => folders.includes(path.split('/')[1] ?? '')),
      'every folder of it is known',
    );
    expectTrue(corpus.length > 40, 'enough of it');
  });

  for (const folder of folders) {
    it(`opens in the timeline (${folder}), each log with its records and findings, and the rest with a sentence`, async () => {
      for (const { path, records, findings, isLog } of corpus.filter((one) => one.path.startsWith(`corpus/${folder}/`))) {
        const { log } = await openTimeline(inWorkspace(path));
        const { error = 0, warning = 0, information = 0 } = log?.findings ?? {};
        expectEqual(
          [path, log?.problem === null, log?.records, error + warning + information],
          [path, isLog, records, isLog ? findings : 0],
        );
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      }
    });
  }
});
