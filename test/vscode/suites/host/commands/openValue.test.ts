import * as vscode from 'vscode';
import type { ViewPage } from '../../../../../src/protocol/viewMessages.ts';
import { expectEqual, waitFor } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, openTimeline, whenView, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('the page of a value', () => {
  let uri: vscode.Uri;

  before(async () => {
    const record = await documentedRecord();
    const caller = (...identities: readonly (readonly [string, string])[]) => ({
      callerIdentities: identities.map(([callerIdentityType, callerIdentity]) => ({ callerIdentityType, callerIdentity })),
    });
    const lines = [
      changed(record, { env_seqNum: 1, requestId: 'r1', ...caller(['UPN', 'ann@x'], ['ObjectID', '1']) }),
      changed(record, { env_seqNum: 2, requestId: 'r2', ...caller(['ObjectID', '1']) }),
    ];
    uri = await writeFile('pages.audit.ndjson', `${lines.join('\n')}\n`);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(uri);
  });

  async function pageAfter(argument: unknown): Promise<string> {
    await executeCommand('auditLog.value.open', argument);
    return JSON.stringify((await whenView(uri, 'is open', () => true)).state.page);
  }

  it('is opened by what is handed over, a value or the term of a context menu', async () => {
    expectEqual(await pageAfter({ field: 'request', value: 'r1' }), '{"kind":"value","field":"request","value":"r1"}');
    expectEqual(await pageAfter({ fieldFilter: 'ip:10.0.0.1' }), '{"kind":"value","field":"ip","value":"10.0.0.1"}');
    expectEqual(
      await pageAfter({ field: 'instance', value: 'contoso' }),
      '{"kind":"target","path":[{"level":"instance","name":"contoso"}]}',
    );
  });

  it('of a caller is about all its identities', async () => {
    await executeCommand('auditLog.value.open', { field: 'caller.ObjectID', value: '1' });
    const { state } = await whenView(
      uri,
      'knows the identities',
      (view) => view.state.page.kind === 'caller' && view.state.page.identities !== undefined,
    );
    expectEqual(
      JSON.stringify(state.page),
      '{"kind":"caller","type":"ObjectID","value":"1","identities":[{"type":"UPN","value":"ann@x"},{"type":"ObjectID","value":"1"}]}',
    );
  });

  it('is picked from the values of the selected record', async () => {
    await executeCommand('auditLog.record.goTo', 1);
    const command = executeCommand('auditLog.value.open');
    expectEqual(JSON.stringify(await acceptedPage()), '{"kind":"value","field":"operation","value":"SetCurrentPolicy"}');
    await command;
  });

  it('is picked from the values of any field, where no record is selected', async () => {
    const command = executeCommand('auditLog.value.open');
    expectEqual((await acceptedPage()).kind !== 'records', true);
    await command;
  });

  /** Takes what each list offers first, until a page opens. Until a list is open and filled, that does nothing. */
  function acceptedPage(): Promise<ViewPage> {
    return waitFor('a page to open', async () => {
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const { state } = await whenView(uri, 'is open', () => true);
      return state.page.kind === 'records' ? undefined : state.page;
    });
  }

  it('stays away where what is handed over is no value', async () => {
    for (const argument of [{ fieldFilter: 'request:a*' }, { fieldFilter: '(' }]) {
      expectEqual(await pageAfter(argument), '{"kind":"records"}', JSON.stringify(argument));
    }
  });
});
