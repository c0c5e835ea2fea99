import * as vscode from 'vscode';
import type { Requests, RequestName } from '../../../src/protocol/requests.ts';
import { expectEqual, expectTrue } from '../expect.ts';
import { shownText } from './compressedLogs.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, tickInList, whenProblems, whenView, writeFile } from './support.ts';

const { executeCommand } = vscode.commands;

/** Above the 50 MB at which VS Code hands extensions no text. */
const megabytes = 60;

/** Every fourth record is another caller's and another operation; the last one has a wrong type. */
async function largeLog(): Promise<{ readonly text: string; readonly records: number }> {
  const record = await documentedRecord();
  const lines: string[] = [];
  let length = 0;
  while (length < megabytes * 1024 * 1024) {
    const index = lines.length;
    const line = changed(record, {
      operationName: index % 4 === 0 ? 'CreateInstance' : 'SetCurrentPolicy',
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: index % 4 === 0 ? 'ops@contoso.com' : 'dev@contoso.com' }],
      env_time: new Date(Date.UTC(2020, 10, 1) + index * 1000).toISOString(),
      env_seqNum: index,
    });
    length += line.length + 1;
    lines.push(line);
  }
  const last = changed(record, { env_seqNum: lines.length, env_flags: 'none' });
  return { text: `${lines.join('\n')}\n${last}\n`, records: lines.length + 1 };
}

describe('a log of 60 MB', function () {
  this.timeout(180_000);
  let uri: vscode.Uri;
  let records: number;

  before(async () => {
    await closeAll();
    // VS Code's own question before it opens a large file as text; nobody is here to answer it.
    await vscode.workspace.getConfiguration('workbench').update('editorLargeFileConfirmation', 1024, vscode.ConfigurationTarget.Workspace);
    const log = await largeLog();
    records = log.records;
    uri = await writeFile('large.audit.ndjson', log.text);
  });

  after(async () => {
    await closeAll();
    await vscode.workspace
      .getConfiguration('workbench')
      .update('editorLargeFileConfirmation', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(uri);
  });

  async function ask<Name extends RequestName>(name: Name, params: Requests[Name]['params']): Promise<Requests[Name]['answer']> {
    const outcome = await (await auditLog()).request(uri.toString(), name, params);
    expectTrue(outcome.status === 'ok', `${name} is answered, not ${JSON.stringify(outcome)}`);
    return outcome.answer;
  }

  it('opens in the timeline', async () => {
    const { log } = await openTimeline(uri, 120_000);
    expectEqual([log?.problem, log?.records, log?.findings.error], [null, records, 1]);
  });

  it('is searched through its records, which can be stopped and continued', async () => {
    const query = 'text:"\\"env_flags\\":\\"none\\""';
    const soFar = () => ask('page', { query, order: 'file', from: { at: 0 }, count: 1, soFar: true });
    const before = await soFar();
    expectEqual([before.matching, before.searching], [0, { left: records, total: records }]);
    const stop = new AbortController();
    const stopped = (await auditLog()).request(uri.toString(), 'search', { query }, stop.signal);
    stop.abort();
    expectEqual(await stopped, { status: 'cancelled' });
    const { searching } = await soFar();
    expectTrue(searching !== undefined && searching.left > 0, 'the search has not gone through all records');
    expectEqual((await ask('search', { query })).matching, 1);
    const after = await soFar();
    expectEqual([after.matching, after.searching, after.rows[0]?.ref.index], [1, undefined, records - 1]);
  });

  it('is filtered by a pick list', async () => {
    const command = executeCommand('auditLog.filter.byOperation');
    await tickInList(uri);
    await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
    const { query: picked } = (await whenView(uri, 'is open', () => true)).state;
    expectTrue(['operation:SetCurrentPolicy', 'operation:CreateInstance'].includes(picked), picked);
    const { matching, total } = await ask('timeline', { query: picked, width: 100 });
    expectEqual(total, records);
    const quarter = Math.ceil((records - 1) / 4);
    expectEqual(matching, picked === 'operation:CreateInstance' ? quarter : records - quarter);
  });

  it('leads to a caller and back', async () => {
    await executeCommand('auditLog.filter.clear');
    await executeCommand('auditLog.record.goTo', '0');
    await executeCommand('auditLog.caller.open');
    const { state } = await whenView(uri, 'shows the caller', (view) => view.state.page.kind === 'caller');
    const { page } = state;
    expectEqual(page.kind === 'caller' && [page.type, page.value], ['UPN', 'ops@contoso.com']);
    const { matching } = await ask('profile', { query: 'caller.UPN:ops@contoso.com', limit: 10 });
    expectEqual(matching, Math.ceil((records - 1) / 4));
    await executeCommand('auditLog.history.back');
    await whenView(uri, 'shows the records', (view) => view.state.page.kind === 'records');
  });

  it('leads from a finding to the very place among the records around, as extensions are handed no text of it', async () => {
    const { groups } = await ask('findings', { query: 'finding:schema.type', limit: 10, items: 10 });
    const finding = groups.find(({ code }) => code === 'schema.type')?.items[0];
    expectTrue(finding !== undefined, 'the finding');
    const { range } = await ask('locate', { finding: finding.ref });
    expectEqual(range.startLine, records - 1);
    await executeCommand('auditLog.source.open', { finding: finding.ref });
    const { document, selection } = await shownText(`records ${records - 11} to ${records - 1}.jsonl`);
    expectEqual([document.getText(selection), document.uri.scheme], ['"none"', 'auditlog-excerpt']);
    const problem = (found: readonly vscode.Diagnostic[]): boolean => found.some((one) => document.getText(one.range) === '"none"');
    await whenProblems(document.uri, 'are there', problem);
    const [hover] = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.start);
    expectEqual(hover?.range && document.getText(hover.range), '"none"');
  });
});
