import * as vscode from 'vscode';
import type { ViewSnapshot } from '../../../../../src/host/base/api.ts';
import { expectEqual } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, moveInList, openTimeline, tickInList, whenView, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('filters by values', () => {
  let uri: vscode.Uri;

  before(async () => {
    const record = await documentedRecord();
    const lines = [
      record,
      changed(record, { env_seqNum: 1278, resultType: 'Failure' }),
      changed(record, {
        env_seqNum: 1279,
        operationName: null,
        callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'a@b.c' }],
      }),
    ];
    uri = await writeFile('values.audit.ndjson', `${lines.join('\n')}\n`);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(uri);
  });

  function now(): Promise<ViewSnapshot> {
    return whenView(uri, 'is open', () => true);
  }

  async function queryAfter(command: string, argument: unknown): Promise<string> {
    await executeCommand(command, argument);
    return (await now()).state.query;
  }

  it('that are handed over, each list in place of the one before', async () => {
    expectEqual(
      await queryAfter('auditLog.filter.byOperation', { values: ['SetCurrentPolicy', 'x y'] }),
      'operation:(SetCurrentPolicy, "x y")',
    );
    expectEqual(await queryAfter('auditLog.filter.byCaller', { values: ['a@b.c'] }), 'operation:(SetCurrentPolicy, "x y") caller:a@b.c');
    expectEqual(await queryAfter('auditLog.filter.byOperation', { values: [null] }), 'operation:null caller:a@b.c');
    expectEqual(await queryAfter('auditLog.filter.byOperation', { values: [] }), 'caller:a@b.c');
  });

  it('of the field that is named, or of the first one', async () => {
    expectEqual(await queryAfter('auditLog.filter.byTarget', { field: 'region', values: ['EastUS2'] }), 'region:EastUS2');
    expectEqual(await queryAfter('auditLog.filter.byTarget', { field: 'nonsense', values: ['a'] }), 'region:EastUS2 instance:a');
  });

  it('and leaves the filter as it is where what is handed over is no list of values', async () => {
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    for (const argument of [{ values: 'Success' }, { values: [1] }, { values: [{}] }, {}]) {
      expectEqual(await queryAfter('auditLog.filter.byResult', argument), 'result:Failure', JSON.stringify(argument));
    }
  });

  it('of categories, findings and kinds of targets', async () => {
    expectEqual(await queryAfter('auditLog.filter.byCategory', { values: ['Authorization'] }), 'category:Authorization');
    expectEqual(
      await queryAfter('auditLog.filter.byFinding', { values: ['error', 'sequence.gap'] }),
      'category:Authorization finding:(error, sequence.gap)',
    );
    await executeCommand('auditLog.filter.clear');
    expectEqual(await queryAfter('auditLog.filter.byTarget', { field: 'target', values: ['EastUS2'] }), 'target:EastUS2');
  });

  it('of text anywhere in the record, which takes the place of other text', async () => {
    expectEqual(await queryAfter('auditLog.filter.byText', { text: ' two words ' }), 'text:"two words"');
    expectEqual(await queryAfter('auditLog.filter.byText', { text: 'other' }), 'text:other');
    expectEqual(await queryAfter('auditLog.filter.byText', { text: '' }), '');
  });

  it('of any field, by its name or that of its key', async () => {
    const command = 'auditLog.filter.byField';
    expectEqual(await queryAfter(command, { field: 'env_cv', values: ['a'] }), 'env_cv:a');
    expectEqual(await queryAfter(command, { field: 'more.inner', values: ['b', null] }), 'env_cv:a key.more.inner:(b, null)');
  });

  it('that are ticked in a list, which the timeline previews', async () => {
    const command = executeCommand('auditLog.filter.byResult');
    const preview = await tickInList(uri);
    expectEqual([preview.startsWith('result:'), (await now()).state.query], [true, '']);
    await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
    const { state, previewed } = await now();
    expectEqual([state.query, previewed], [preview, null]);
  });

  it('that the user moves to, which the timeline previews, and which are taken where none is ticked', async () => {
    for (const command of ['auditLog.filter.byResult', 'auditLog.filter.byTimeRange']) {
      await executeCommand('auditLog.filter.clear');
      const done = executeCommand(command);
      const preview = await moveInList(uri);
      expectEqual((await now()).state.query, '');
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await done;
      const { state, previewed } = await now();
      expectEqual([state.query, previewed], [preview, null], command);
    }
  });

  it('and has the filter as it was when the list is left after moving', async () => {
    await executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    for (const command of ['auditLog.filter.byResult', 'auditLog.filter.byTimeRange']) {
      const done = executeCommand(command);
      await moveInList(uri);
      await executeCommand('workbench.action.closeQuickOpen');
      await done;
      const { state, previewed } = await now();
      expectEqual([state.query, previewed], ['operation:SetCurrentPolicy', null], command);
    }
  });

  it('and forgets what is ticked when the list is left', async () => {
    await executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    const command = executeCommand('auditLog.filter.byResult');
    await tickInList(uri);
    await executeCommand('workbench.action.closeQuickOpen');
    await command;
    const { state, previewed } = await now();
    expectEqual([state.query, previewed], ['operation:SetCurrentPolicy', null]);
  });
});
