import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../../../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, writeFile } from '../../support.ts';

/** Waits until the status bar says this of the timeline. */
async function whenStatus(expected: readonly string[]): Promise<void> {
  const api = await auditLog();
  const isSo = (): true | undefined => (JSON.stringify(api.statusBar()) === JSON.stringify(expected) ? true : undefined);
  await waitFor('the status bar', isSo, 10_000).catch(() => expectEqual(api.statusBar(), expected, 'the status bar'));
}

describe('the status bar', () => {
  before(closeAll);
  after(closeAll);

  it('says of the active timeline how many records it shows, whether it is filtered, its findings and the zone', async () => {
    const record = await documentedRecord();
    const lines = [record, changed(record, { env_seqNum: 1278, operationName: 'Odd' }), '{"operationName":"x",}'];
    const uri = await writeFile('status.audit.ndjson', `${lines.join('\n')}\n`);
    await openTimeline(uri);
    const findings = '1 error, 1 warning, 4 notes';
    await whenStatus(['2 of 2 records', 'Filter off', findings, 'UTC']);
    await vscode.commands.executeCommand('auditLog.filter.byOperation', { values: ['Odd'] });
    await whenStatus(['1 of 2 records', 'Filter on', findings, 'UTC']);
    const settings = vscode.workspace.getConfiguration('auditLog');
    await settings.update('time.zone', 'Europe/Berlin', vscode.ConfigurationTarget.Global);
    await whenStatus(['1 of 2 records', 'Filter on', findings, 'Europe/Berlin']);
    await settings.update('time.zone', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('auditLog.filter.clear');
    await whenStatus(['2 of 2 records', 'Filter off', findings, 'UTC']);
    const other = await vscode.workspace.openTextDocument({ content: 'in front of it' });
    await vscode.window.showTextDocument(other, { preview: false });
    await whenStatus([]);
  });
});
