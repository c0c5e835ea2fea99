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

  /** The names of the further columns, as the page has them copied; undefined while it has not. */
  async function columns(): Promise<string | undefined> {
    await executeCommand('auditLog.record.copyAsCsv');
    const [head] = (await vscode.env.clipboard.readText()).split('\r\n');
    const names = head!.split(',');
    return names.includes('instance') ? names.slice(names.indexOf('instance') + 1, names.indexOf('errors')).join() : undefined;
  }

  /** Waits until the columns are these. */
  async function whenColumns(expected: string): Promise<void> {
    let found: string | undefined;
    const isSo = async (): Promise<true | undefined> => ((found = await columns()) === expected ? true : undefined);
    await waitFor(`the columns ${expected}`, isSo, 5000).catch(() => expectEqual(found, expected, 'columns'));
  }

  /** Runs a command on the column of a field, or on none that is named, and waits for the columns that it leads to. */
  async function check(command: string, field: string | undefined, expected: string): Promise<void> {
    await executeCommand(`auditLog.column.${command}`, field === undefined ? undefined : { field });
    await whenColumns(expected);
  }

  it('are added, moved, removed and reset by commands, also after the log was closed', async () => {
    await check('add', 'region', 'region');
    await check('add', 'seq', 'seq,region');
    await check('moveRight', 'seq', 'region,seq');
    await check('moveLeft', 'region', 'region,seq');
    await check('moveLeft', 'seq', 'seq,region');
    await check('moveRight', undefined, 'region,seq');
    await executeCommand('workbench.action.closeAllEditors');
    await openTimeline(uri);
    await whenColumns('region,seq');
    await check('remove', undefined, 'seq');
    await check('reset', undefined, '');
  });
});
