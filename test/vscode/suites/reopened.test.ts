import { commands } from 'vscode';
import type * as vscode from 'vscode';
import { expectEqual } from '../expect.ts';
import { changed, closeAll, documentedRecord, openTimeline, whenView, writeFile } from './support.ts';

const { executeCommand } = commands;

describe('a log that is opened again', function () {
  this.timeout(120_000);

  let uri: vscode.Uri;

  before(async () => {
    await closeAll();
    const record = await documentedRecord();
    uri = await writeFile('reopened.audit.ndjson', `${record}\n${changed(record, { env_seqNum: 1278, resultType: 'Failure' })}\n`);
  });
  afterEach(closeAll);

  /** Closes the timeline as a user does, and opens it again. */
  async function reopen(): Promise<void> {
    await executeCommand('workbench.action.closeAllEditors');
    await openTimeline(uri);
  }

  it('is shown as it was when it was closed, and leads back to what was shown before', async () => {
    await openTimeline(uri);
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await executeCommand('auditLog.findings.show');
    await reopen();
    const { state, canGoBack } = await whenView(uri, 'shows the findings', (view) => view.state.page.kind === 'findings');
    expectEqual([state.query, canGoBack], ['result:Failure', true], 'filter and way');
    await executeCommand('auditLog.history.back');
    await whenView(uri, 'shows the failure', (view) => view.state.page.kind === 'records' && view.state.query === 'result:Failure');
    await executeCommand('auditLog.history.back');
    await whenView(uri, 'shows all records', (view) => view.state.query === '' && !view.canGoBack);
  });

  it('is shown as at first once it was reset', async () => {
    await openTimeline(uri);
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await executeCommand('auditLog.view.reset');
    await whenView(uri, 'shows all records', (view) => view.state.query === '' && !view.canGoBack);
    await reopen();
    const { state, canGoBack } = await whenView(uri, 'is open', () => true);
    expectEqual([state.query, canGoBack], ['', false], 'filter and way');
  });
});
