import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../expect.ts';
import { auditLog, closeAll, documentedRecord, openTimeline, writeFile } from './support.ts';

describe('a log', function () {
  this.timeout(90_000);

  it('stays open for a while after its last editor, and then no longer', async () => {
    await closeAll();
    const api = await auditLog();
    await waitFor('logs of other tests are closed', () => (api.resources().logs === 0 ? true : undefined), 60_000);
    const uri = await writeFile('lifetime.jsonl', `${await documentedRecord()}\n`);
    await openTimeline(uri);
    // By the workbench: what extensions open, VS Code keeps for some minutes after its editor was closed.
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    await waitFor('recognised', () => api.resources().documents[0]);
    expectEqual(api.resources().logs, 1, 'logs that timeline and text share');
    await closeAll();
    await waitFor('forgotten', () => (api.resources().documents.length === 0 ? true : undefined));
    expectEqual(api.resources().logs, 1, 'logs right after');
    await waitFor('closed', () => (api.resources().logs === 0 ? true : undefined), 40_000);
  });
});
