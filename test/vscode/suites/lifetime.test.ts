import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../expect.ts';
import { auditLog, closeAll, documentedRecord, openTimeline, writeFile } from './support.ts';

describe('a log', function () {
  this.timeout(180_000);

  it('is shared by timeline and text, and stays open for a while after its last editor', async () => {
    await closeAll();
    const api = await auditLog();
    const uri = await writeFile('lifetime.jsonl', `${await documentedRecord()}\n`);
    const address = uri.toString();
    const isRecognised = (): boolean => api.resources().documents.includes(address);
    // Logs of other tests may be open, or closed meanwhile.
    const held = (): number => api.resources().sharedLogs.filter((one) => one === address).length;
    await openTimeline(uri);
    // By the workbench: what extensions open, VS Code keeps for some minutes after its editor was closed.
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    await waitFor('recognised', () => isRecognised() || undefined);
    expectEqual(held(), 1, 'logs that timeline and text share');
    await closeAll();
    await waitFor('forgotten', () => !isRecognised() || undefined);
    expectEqual(held(), 1, 'logs right after');
  });
});
