import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import {
  activeTab,
  auditLog,
  changed,
  closeAll,
  documentedRecord,
  inWorkspace,
  openTimeline,
  shownTimeline,
  whenView,
  writeFile,
} from '../../support.ts';

describe('timeline', () => {
  beforeEach(closeAll);

  it('is the default for *.audit.ndjson', async () => {
    const uri = inWorkspace('documented.audit.ndjson');
    await vscode.commands.executeCommand('vscode.open', uri);
    const { log } = await shownTimeline(uri);
    expectEqual(activeTab(), { uri: uri.toString(), editor: 'auditLog.timeline' });
    expectEqual([log?.problem, log?.records, log?.isAuditLog, log?.first?.text], [null, 1, true, '2020-11-23T18:23:29.9427158Z']);
    expectEqual([log?.findings.error, log?.findings.warning], [0, 0], 'errors and warnings of the documented record');
  });

  it('is not the default for *.ndjson, and a command leads to it and back', async () => {
    const uri = await writeFile('plain.ndjson', `${await documentedRecord()}\n`);
    await vscode.commands.executeCommand('vscode.open', uri);
    await waitFor('the text editor', () => (activeTab()?.editor === 'text' ? true : undefined));
    await vscode.commands.executeCommand('auditLog.timeline.open');
    await shownTimeline(uri);
    expectEqual(activeTab(), { uri: uri.toString(), editor: 'auditLog.timeline' });
    await vscode.commands.executeCommand('auditLog.source.open');
    await waitFor('the text editor again', () => (activeTab()?.editor === 'text' ? true : undefined));
    expectEqual(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  it('opens one log in several editors that share its session and keep their own state', async () => {
    const uri = inWorkspace('documented.audit.ndjson');
    await openTimeline(uri);
    const api = await auditLog();
    const held = (): readonly string[] => api.resources().sharedLogs.filter((address) => address === uri.toString());
    expectEqual(held().length, 1, 'logs held open for one timeline');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'auditLog.timeline', vscode.ViewColumn.Beside);
    await waitFor('two timelines', () => (api.views().filter((view) => view.ready).length === 2 ? true : undefined));
    await vscode.commands.executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    expectEqual(
      api.views().map(({ state }) => state.query),
      ['result:Failure', ''],
    );
    expectEqual(held().length, 1, 'logs held open for two');
  });

  it('tells in one sentence that a file is no log', async () => {
    const uri = await writeFile('prose.log', 'Nothing to see here.\n');
    const { log } = await openTimeline(uri);
    expectTrue(log?.problem !== null, 'a problem');
    expectEqual(log?.records, 0);
  });

  it('reads a log again that changes on disk, and keeps what the user chose', async () => {
    const record = await documentedRecord();
    const uri = await writeFile('growing.audit.ndjson', `${record}\n`);
    await openTimeline(uri);
    await vscode.commands.executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    await writeFile('growing.audit.ndjson', `${record}\n${changed(record, { env_seqNum: 1278 })}\n`);
    const { state } = await whenView(uri, 'has two records', ({ log }) => log?.complete === true && log.records === 2);
    expectEqual(state.query, 'operation:SetCurrentPolicy');
  });

  it('keeps its state while it is hidden', async () => {
    const uri = inWorkspace('documented.audit.ndjson');
    await openTimeline(uri);
    await vscode.commands.executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    const other = await vscode.workspace.openTextDocument({ content: 'in front of it' });
    await vscode.window.showTextDocument(other, { preview: false });
    await whenView(uri, 'is hidden', ({ visible }) => !visible);
    await vscode.commands.executeCommand('workbench.action.previousEditor');
    const { state } = await whenView(uri, 'is back', ({ visible, ready }) => visible && ready);
    expectEqual(state.query, 'operation:SetCurrentPolicy');
  });
});
