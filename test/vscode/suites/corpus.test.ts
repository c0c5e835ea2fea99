import * as vscode from 'vscode';
import type { ExpectedLog } from '../../../scripts/vscode/writeCorpus.ts';
import { expectEqual, expectTrue } from '../expect.ts';
import { closeAll, inWorkspace, openTimeline, readFile } from './support.ts';

describe('the corpus', () => {
  after(closeAll);

  it('opens in the timeline, each log with its records and findings, and the rest with a sentence', async function () {
    this.timeout(240_000);
    const expected = JSON.parse(await readFile(inWorkspace('corpus/expected.json'))) as readonly ExpectedLog[];
    expectTrue(expected.length > 80, 'the corpus is in the workspace');
    for (const { path, records, findings, isLog } of expected) {
      const { log } = await openTimeline(inWorkspace(path));
      const { error = 0, warning = 0, information = 0 } = log?.findings ?? {};
      expectEqual([path, log?.problem === null, log?.records, error + warning + information], [path, isLog, records, isLog ? findings : 0]);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
  });
});
