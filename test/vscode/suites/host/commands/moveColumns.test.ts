import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../../../expect.ts';
import { closeAll, documentedRecord, openTimeline, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('columns of the list', () => {
  let uri: vscode.Uri;

  before(async () => {
    await closeAll();
    uri = await writeFile('columns.audit.ndjson', `${await documentedRecord()}\n`);
    await openTimeline(uri);
    await executeCommand('auditLog.record.goTo', '0');
  });
  after(closeAll);

  /** The heads of the further columns, as the page has copied them. */
  async function columns(): Promise<readonly string[]> {
    await vscode.env.clipboard.writeText('');
    await executeCommand('auditLog.record.copyAsCsv');
    const text = await waitFor('the copy', async () => (await vscode.env.clipboard.readText()) || undefined);
    const heads = text.split('\r\n')[0]!.split(',');
    return heads.slice(heads.indexOf('instance') + 1, heads.indexOf('errors'));
  }

  /** Runs a command and waits until the columns are these. */
  async function check(command: string, field: string | undefined, expected: readonly string[]): Promise<void> {
    await executeCommand(`auditLog.column.${command}`, field === undefined ? undefined : { field });
    let found: readonly string[] = [];
    await waitFor(`${command} to lead to ${expected.join()}`, async () => {
      found = await columns();
      return found.join() === expected.join() ? true : undefined;
    }).catch(() => expectEqual(found, expected, command));
  }

  it('are added, moved, removed and reset by commands, also after the log was closed', async () => {
    await check('add', 'region', ['region']);
    await check('add', 'seq', ['seq', 'region']);
    await check('moveRight', 'seq', ['region', 'seq']);
    await check('moveLeft', 'region', ['region', 'seq']);
    await check('moveLeft', 'seq', ['seq', 'region']);
    await check('moveRight', undefined, ['region', 'seq']);
    await executeCommand('workbench.action.closeAllEditors');
    await openTimeline(uri);
    expectEqual(await columns(), ['region', 'seq']);
    await check('remove', undefined, ['seq']);
    await check('reset', undefined, []);
  });
});
