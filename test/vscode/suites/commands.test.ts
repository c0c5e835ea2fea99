import * as vscode from 'vscode';
import type { ViewSnapshot } from '../../../src/host/base/api.ts';
import { expectEqual, waitFor } from '../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, whenView, writeFile } from './support.ts';

const { executeCommand } = vscode.commands;

describe('commands', () => {
  let uri: vscode.Uri;

  before(async () => {
    const record = await documentedRecord();
    const identities = [{ callerIdentityType: 'UPN', callerIdentity: 'ops@contoso.com' }];
    const lines = [
      record,
      changed(record, { env_seqNum: 1278, env_time: '2020-11-23T19:00:00Z', resultType: 'Failure' }),
      changed(record, {
        env_seqNum: 1279,
        env_time: '2020-11-24T10:00:00Z',
        operationName: 'CreateInstance',
        callerIdentities: identities,
      }),
    ];
    uri = await writeFile('commands.audit.ndjson', `${lines.join('\n')}\n`);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(uri);
  });

  function now(): Promise<ViewSnapshot> {
    return whenView(uri, 'is open', () => true);
  }

  /** Runs a command and compares the filter that it leads to. */
  async function checkFilter(command: string, argument: unknown, expected: string): Promise<void> {
    await executeCommand(command, argument);
    expectEqual((await now()).state.query, expected, command);
  }

  it('filters by operation, result, caller, target and time range, one on top of the other', async () => {
    await checkFilter(
      'auditLog.filter.byOperation',
      { values: ['SetCurrentPolicy', 'CreateInstance'] },
      'operation:(SetCurrentPolicy, CreateInstance)',
    );
    await checkFilter('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] }, 'operation:SetCurrentPolicy');
    await checkFilter('auditLog.filter.byResult', { values: ['Failure'] }, 'operation:SetCurrentPolicy result:Failure');
    await checkFilter('auditLog.filter.byResult', { values: [] }, 'operation:SetCurrentPolicy');
    await checkFilter('auditLog.filter.byCaller', { values: ['<some object ID>'] }, 'operation:SetCurrentPolicy caller:"<some object ID>"');
    await checkFilter('auditLog.filter.clear', undefined, '');
    await checkFilter('auditLog.filter.byTarget', { field: 'region', values: ['EastUS2'] }, 'region:EastUS2');
    await checkFilter('auditLog.filter.byTimeRange', { range: '2020-11-23' }, 'region:EastUS2 time:2020-11-23');
    await checkFilter('auditLog.filter.byTimeRange', { range: 'yesterday' }, 'region:EastUS2 time:2020-11-23');
  });

  it('excludes the value at the cursor of the text', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const editor = vscode.window.activeTextEditor!;
    const at = editor.document.positionAt(editor.document.getText().indexOf('SetCurrentPolicy') + 3);
    editor.selection = new vscode.Selection(at, at);
    await executeCommand('auditLog.text.excludeFromTimeline');
    await whenView(uri, 'leaves the operation out', ({ state }) => state.query === '-operation:SetCurrentPolicy');
  });

  it('shows what lies far from the others in time, and all of it', async () => {
    const record = await documentedRecord();
    const times = Array.from({ length: 40 }, (_, index) => `2020-11-23T18:${10 + index}:00Z`);
    const lines = ['0001-01-01T00:00:00Z', ...times].map((time, index) => changed(record, { env_seqNum: 2000 + index, env_time: time }));
    const far = await writeFile('far.audit.ndjson', `${lines.join('\n')}\n`);
    await openTimeline(far);
    /** The first of the days that the chart shows; undefined for what the log opens on. */
    const day = async (): Promise<number | undefined> => {
      const { viewport } = (await whenView(far, 'is open', () => true)).state;
      return viewport && Number(BigInt(viewport[0]) / 864_000_000_000n);
    };
    await executeCommand('auditLog.time.showBefore');
    expectEqual(await day(), 0);
    await executeCommand('auditLog.time.showAfter');
    expectEqual(await day(), 0, 'nothing lies after');
    await executeCommand('auditLog.time.showAll');
    expectEqual(await day(), undefined);
    await executeCommand('auditLog.time.showBefore');
    await executeCommand('auditLog.time.showDense');
    expectEqual(await day(), undefined);
    // Until the page knows its times, there is nothing to zoom.
    await waitFor('the timeline to be zoomed', async () => {
      await executeCommand('auditLog.time.zoomIn');
      return day();
    });
    expectEqual((await whenView(far, 'is open', () => true)).state.query, '');
  });

  it('shows lanes, whose states the engine replays', async () => {
    await executeCommand('auditLog.lanes.show');
    const outcome = await (await auditLog()).request(uri.toString(), 'states', { query: '', width: 100, limit: 10 });
    const lanes = outcome.status === 'ok' ? outcome.answer.lanes : [];
    expectEqual(
      lanes.map(({ what, periods, attempts }) => [what, periods.map(({ state }) => state), attempts.map(({ group }) => group)]),
      [
        ['policy', ['unknown', 'sets'], ['failure']],
        [null, ['unknown', 'creates'], []],
      ],
    );
  });

  it('goes back and forward', async () => {
    await checkFilter('auditLog.filter.byResult', { values: ['Failure'] }, 'result:Failure');
    await checkFilter('auditLog.history.back', undefined, '');
    await checkFilter('auditLog.history.forward', undefined, 'result:Failure');
    const { canGoBack, canGoForward } = await now();
    expectEqual([canGoBack, canGoForward], [true, false]);
  });

  it('goes to a record by number, line and time', async () => {
    for (const [argument, index] of [
      ['1', 1],
      [':3', 2],
      ['2020-11-23T18:30', 1],
      ['0', 0],
    ] as const) {
      await executeCommand('auditLog.record.goTo', argument);
      expectEqual((await now()).state.selected, { source: 0, index }, argument);
    }
  });

  it('stays where it is when there is no such record', async () => {
    await executeCommand('auditLog.record.goTo', '1');
    await executeCommand('auditLog.record.goTo', '99');
    await executeCommand('auditLog.record.goTo', 'nowhere');
    expectEqual((await now()).state.selected, { source: 0, index: 1 });
  });

  it('opens the caller and the target of the selected record', async () => {
    await executeCommand('auditLog.record.goTo', '2');
    await executeCommand('auditLog.caller.open');
    const caller = (await now()).state.page;
    expectEqual(caller.kind === 'caller' && [caller.type, caller.value], ['UPN', 'ops@contoso.com']);
    await executeCommand('auditLog.target.open');
    const { page } = (await now()).state;
    expectEqual(page.kind === 'target' && page.path.at(-1), { level: 'instance', name: '<some instance name>' });
    await executeCommand('auditLog.history.back');
    await executeCommand('auditLog.history.back');
    expectEqual((await now()).state.page, { kind: 'records' });
  });

  it('shows findings and coverage', async () => {
    for (const page of ['findings', 'coverage'] as const) {
      await executeCommand(`auditLog.${page}.show`);
      expectEqual((await now()).state.page, { kind: page });
      await executeCommand('auditLog.history.back');
    }
  });

  it('shows what is around the selected record without the filter, and goes back to that', async () => {
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await executeCommand('auditLog.record.goTo', '1');
    await executeCommand('auditLog.record.showSurrounding', { records: 1 });
    expectEqual((await now()).state.query, 'record:0..2');
    expectEqual((await now()).state.selected, { source: 0, index: 1 });
    await executeCommand('auditLog.history.back');
    expectEqual((await now()).state.query, 'result:Failure');
    await executeCommand('auditLog.record.showSurrounding', { seconds: 60 });
    const { query, range } = (await now()).state;
    expectEqual(query, '');
    // A minute before and after 2020-11-23T19:00:00Z, the last tick included.
    expectEqual(range, ['637417547400000000', '637417548600000001']);
    await executeCommand('auditLog.time.clearRange');
    expectEqual((await now()).state.range, undefined);
    await executeCommand('auditLog.history.back');
    expectEqual((await now()).state.range, range);
    await executeCommand('auditLog.history.back');
    expectEqual((await now()).state.query, 'result:Failure');
  });

  it('goes to the next and previous record with the same caller or result, under the filter', async () => {
    await executeCommand('auditLog.record.goTo', '0');
    await executeCommand('auditLog.record.nextSame', { of: 'caller' });
    expectEqual((await now()).state.selected, { source: 0, index: 1 });
    await executeCommand('auditLog.record.previousSame', { of: 'caller' });
    expectEqual((await now()).state.selected, { source: 0, index: 0 });
    await executeCommand('auditLog.record.nextSame', { of: 'result' });
    expectEqual((await now()).state.selected, { source: 0, index: 2 });
    await executeCommand('auditLog.filter.byResult', { values: ['Success'] });
    await executeCommand('auditLog.record.previousSame', { of: 'target' });
    expectEqual((await now()).state.selected, { source: 0, index: 0 });
  });

  it('goes to the next and previous failure, gap and match, from any page', async () => {
    const record = await documentedRecord();
    const lines = [0, 1, 4, 5].map((number) =>
      changed(record, {
        env_seqNum: number,
        env_time: `2020-11-23T18:0${number}:00Z`,
        resultType: number === 0 || number === 5 ? 'Failure' : 'Success',
      }),
    );
    const stepped = await writeFile('stepped.audit.ndjson', `${lines.join('\n')}\n`);
    await openTimeline(stepped);
    const index = async (): Promise<number | undefined> => (await whenView(stepped, 'is open', () => true)).state.selected?.index;
    const check = async (command: string, expected: number): Promise<void> => {
      await executeCommand(`auditLog.${command}`);
      expectEqual(await index(), expected, command);
    };
    await check('record.nextFailure', 0);
    await check('record.nextFailure', 3);
    await executeCommand('auditLog.coverage.show');
    await check('gap.previous', 2);
    expectEqual((await whenView(stepped, 'is open', () => true)).state.page, { kind: 'records' });
    await check('record.previousFailure', 0);
    await check('gap.next', 2);
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await check('record.previousMatch', 0);
    await check('record.nextMatch', 3);
    await check('record.nextMatch', 3);
  });

  it('compares the selected record with the one selected for compare', async () => {
    await executeCommand('auditLog.record.goTo', '0');
    await executeCommand('auditLog.record.selectForCompare');
    await executeCommand('auditLog.findings.show');
    await executeCommand('auditLog.record.goTo', '2');
    await executeCommand('auditLog.record.compareWithSelected');
    expectEqual((await now()).state.page, { kind: 'records' });
    expectEqual((await now()).state.selected, { source: 0, index: 2 });
    const records = [2, 1].map((index) => ({ source: 0, index }));
    await executeCommand('auditLog.record.compareWithSelected', { records });
    expectEqual((await now()).state.selected, { source: 0, index: 1 });
  });

  it('compares two records in the diff editor, with a line for each value', async () => {
    const records = [0, 1].map((index) => ({ source: 0, index }));
    await executeCommand('auditLog.record.compareAsText', { records });
    const shown = (): vscode.TabInputTextDiff | undefined => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    };
    await waitFor('a diff editor', shown);
    const texts = await Promise.all([shown()!.original, shown()!.modified].map((one) => vscode.workspace.openTextDocument(one)));
    expectEqual(
      texts.map((one) => one.lineCount === texts[0]!.lineCount && /\n  "env_seqNum": 127[78],?\n/.test(one.getText())),
      [true, true],
    );
  });

  it('narrows the filter by the value of a field, leaves it out, or shows it alone', async () => {
    await executeCommand('auditLog.field.include', { auditLogPlace: 'field', fieldFilter: 'resultType:Success' });
    expectEqual((await now()).state.query, 'result:Success');
    await executeCommand('auditLog.field.exclude', { auditLogPlace: 'field', fieldFilter: 'operation:CreateInstance' });
    expectEqual((await now()).state.query, 'result:Success -operation:CreateInstance');
    await executeCommand('auditLog.field.exclude', { fieldFilter: 7 });
    expectEqual((await now()).state.query, 'result:Success -operation:CreateInstance');
    await executeCommand('auditLog.field.only', { auditLogPlace: 'record', fieldFilter: 'operation:SetCurrentPolicy' });
    expectEqual((await now()).state.query, 'result:Success operation:SetCurrentPolicy');
    await executeCommand('auditLog.field.only', { auditLogPlace: 'record' });
    expectEqual((await now()).state.query, 'result:Success operation:SetCurrentPolicy');
  });

  it('copies the selected record, and closes it', async () => {
    await executeCommand('auditLog.record.goTo', '2');
    await executeCommand('auditLog.record.copy');
    const copied = JSON.parse(await vscode.env.clipboard.readText()) as { readonly env_seqNum: number };
    expectEqual(copied.env_seqNum, 1279);
    await executeCommand('auditLog.record.close');
    expectEqual((await now()).state.selected, null);
  });

  it('opens the source of the selected record', async () => {
    await executeCommand('auditLog.record.goTo', '1');
    await executeCommand('auditLog.source.open');
    const editor = vscode.window.activeTextEditor;
    expectEqual(editor?.document.uri.toString(), uri.toString());
    expectEqual(editor?.document.getText(editor.selection), editor?.document.lineAt(1).text);
  });

  it('opens the samples', async () => {
    await executeCommand('auditLog.sample.open', 'documented-sample');
    const extension = vscode.extensions.getExtension('audit-log-viewer.audit-log-viewer');
    const sample = vscode.Uri.joinPath(extension!.extensionUri, 'media/samples/documented-sample.audit.ndjson');
    const view = await whenView(sample, 'shows the sample', ({ log }) => log?.complete === true);
    expectEqual([view.log?.problem, view.log?.records], [null, 1]);
  });
});
