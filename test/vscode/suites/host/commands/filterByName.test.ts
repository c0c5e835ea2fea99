import * as vscode from 'vscode';
import type { ViewSnapshot } from '../../../../../src/host/base/api.ts';
import { expectEqual } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, moveInList, openTimeline, whenView, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('filters with names', () => {
  let uri: vscode.Uri;

  before(async () => {
    const record = await documentedRecord();
    const lines = ['SetCurrentPolicy', 'RemovePolicyCertificate', 'DestroyInstance'].map((operationName, index) =>
      changed(record, { env_seqNum: index, operationName, resultType: index === 1 ? 'Failure' : 'Success' }),
    );
    uri = await writeFile('named.audit.ndjson', `${lines.join('\n')}\n`);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(uri);
  });

  afterEach(async () => {
    for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.Global]) {
      await vscode.workspace.getConfiguration('auditLog').update('filters', undefined, target);
    }
  });

  function now(): Promise<ViewSnapshot> {
    return whenView(uri, 'is open', () => true);
  }

  async function queryBy(name: string): Promise<string> {
    await executeCommand('auditLog.filter.bySaved', { name });
    return (await now()).state.query;
  }

  it('are built in for the formats of the log, and take the place of the filter that is there', async () => {
    expectEqual(await queryBy('failures'), 'resultGroup:failure');
    expectEqual(await queryBy('certificateChanges'), 'event:("Add Policy Certificate", "Remove Policy Certificate")');
    // The log has no record of CloudTrail, and nothing has this name.
    expectEqual(await queryBy('loginsWithoutMfa'), 'event:("Add Policy Certificate", "Remove Policy Certificate")');
  });

  it('are saved for the user and the workspace, which comes first', async () => {
    await executeCommand('auditLog.filter.byOperation', { values: ['DestroyInstance'] });
    await executeCommand('auditLog.filter.save', { name: 'mine', where: 'user' });
    await executeCommand('auditLog.filter.save', { name: ' other ', where: 'user' });
    await executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    await executeCommand('auditLog.filter.save', { name: 'mine', where: 'workspace' });
    const { globalValue, workspaceValue } = vscode.workspace.getConfiguration('auditLog').inspect('filters') ?? {};
    expectEqual(globalValue, { mine: 'operation:DestroyInstance', other: 'operation:DestroyInstance' });
    expectEqual(workspaceValue, { mine: 'operation:SetCurrentPolicy' });
    await executeCommand('auditLog.filter.clear');
    expectEqual(await queryBy('mine'), 'operation:SetCurrentPolicy');
    expectEqual(await queryBy('other'), 'operation:DestroyInstance');
  });

  it('are not saved where there is no filter', async () => {
    await executeCommand('auditLog.filter.save', { name: 'nothing', where: 'user' });
    expectEqual(vscode.workspace.getConfiguration('auditLog').get('filters'), {});
  });

  it('that were used last come first in the list', async () => {
    await executeCommand('auditLog.filter.clearHistory');
    await executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    await executeCommand('auditLog.filter.byOperation', { values: ['DestroyInstance'] });
    await executeCommand('auditLog.filter.clear');
    const command = executeCommand('auditLog.filter.bySaved');
    // The first is active at once; one below it is the one that was used before.
    await moveInList(uri);
    await whenView(uri, 'previews it', ({ previewed }) => previewed === 'operation:SetCurrentPolicy');
    await executeCommand('workbench.action.closeQuickOpen');
    await command;
    await executeCommand('auditLog.filter.clearHistory');
    const again = executeCommand('auditLog.filter.bySaved');
    expectEqual((await moveInList(uri)).startsWith('operation:'), false);
    await executeCommand('workbench.action.closeQuickOpen');
    await again;
  });

  it('are previewed while moving in the list, and forgotten when it is left', async () => {
    const command = executeCommand('auditLog.filter.bySaved');
    await moveInList(uri);
    await executeCommand('workbench.action.closeQuickOpen');
    await command;
    const { state, previewed } = await now();
    expectEqual([state.query, previewed], ['', null]);
  });

  it('are taken from the list', async () => {
    const command = executeCommand('auditLog.filter.bySaved');
    const preview = await moveInList(uri);
    await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
    const { state, previewed } = await now();
    expectEqual([state.query === preview, previewed], [true, null]);
  });
});
