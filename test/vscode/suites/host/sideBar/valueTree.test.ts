import * as vscode from 'vscode';
import type { SideBarItem } from '../../../../../src/host/base/api.ts';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, whenView, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

/** Waits until a tree shows something that a test wants. */
async function whenTree(tree: string, what: string, isWanted: (items: readonly SideBarItem[]) => boolean): Promise<readonly SideBarItem[]> {
  const api = await auditLog();
  let last: readonly SideBarItem[] = [];
  return waitFor(`${tree} to show ${what}`, async () => {
    last = await api.sideBar(tree);
    return isWanted(last) ? last : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; it shows ${JSON.stringify(last)}`);
  });
}

const counts = (items: readonly SideBarItem[]): readonly string[] => items.map(({ label, description }) => `${label} ${description}`);

describe('the side bar', () => {
  let uri: vscode.Uri;

  before(async () => {
    await closeAll();
    const record = await documentedRecord();
    const lines = [
      record,
      changed(record, { env_seqNum: 1278, operationName: 'RemovePolicyCertificate', resultType: 'Failure' }),
      changed(record, { env_seqNum: 1281, operationName: 'RemovePolicyCertificate', resultType: 'ClientError' }),
      '{"operationName":"x",}',
    ];
    uri = await writeFile('sideBar.audit.ndjson', `${lines.join('\n')}\n`);
    await openTimeline(uri);
  });
  after(closeAll);

  it('counts operations with their failures, and filters by them with a click', async () => {
    const all = await whenTree('auditLog.operations', 'both', (items) => items.length === 2);
    expectEqual(counts(all), ['RemovePolicyCertificate 2 · ▲ 1 · ▨ 1', 'SetCurrentPolicy 1']);
    expectEqual(all[0]?.spoken, 'RemovePolicyCertificate, 2 records, 1 client error, 1 failure');
    const { id = '', argument } = all[0]?.command ?? {};
    await executeCommand(id, argument);
    await whenView(uri, 'is filtered', ({ state }) => state.query === 'operation:RemovePolicyCertificate');
    // Its own values keep their counts, so that another one can be chosen; those of others are under the filter.
    const chosen = await whenTree('auditLog.operations', 'the chosen one', ([first]) => first?.description.startsWith('shown') === true);
    expectEqual(counts(chosen), ['RemovePolicyCertificate shown · 2 · ▲ 1 · ▨ 1', 'SetCurrentPolicy 1']);
    expectEqual(
      chosen.map((item) => item.id),
      all.map((item) => item.id),
      'ids, by which selected and open nodes stay so',
    );
    await whenTree('auditLog.callers', 'counts under the filter', ([first]) => first?.description.startsWith('2') === true);
    await executeCommand(id, argument);
    await whenView(uri, 'is not filtered', ({ state }) => state.query === '');
  });

  it('leaves out values, and goes to the next record with one', async () => {
    const [operation] = await whenTree('auditLog.operations', 'both', (items) => items.length === 2);
    expectTrue(operation !== undefined, 'an operation');
    await executeCommand('auditLog.field.exclude', { fieldFilter: 'operation:RemovePolicyCertificate' });
    await whenView(uri, 'leaves it out', ({ state }) => state.query === '-operation:RemovePolicyCertificate');
    await whenTree('auditLog.operations', 'that it is left out', ([first]) => first?.description.startsWith('left out') === true);
    await executeCommand('auditLog.filter.clear');
    for (const index of [1, 2, 1]) {
      await executeCommand('auditLog.value.next', { fieldFilter: 'operation:RemovePolicyCertificate' });
      await whenView(uri, `selects record ${index}`, ({ state }) => state.selected?.index === index);
    }
  });

  it('opens the page of a caller, which keeps nothing else of the node', async () => {
    const [caller] = await whenTree('auditLog.callers', 'the caller', (items) => items.length > 0);
    const { argument } = caller!.command!;
    await executeCommand('auditLog.caller.open', { ...caller, ...(argument as object), type: '' });
    const { value } = argument as { readonly value: string };
    const { state } = await whenView(uri, 'is on the page', ({ state: { page } }) => page.kind === 'caller');
    expectEqual(state.page, { kind: 'caller', type: '', value });
    await executeCommand('auditLog.history.back');
  });

  it('has targets by level, and findings by code, which lead to the record or to the text', async () => {
    const levels = await whenTree('auditLog.targets', 'levels', (items) => items.length > 0);
    const api = await auditLog();
    const names = await api.sideBar('auditLog.targets', levels[0]!.id);
    expectTrue(names.length > 0 && names[0]!.description.startsWith('3'), 'targets of three records');
    const codes = await whenTree('auditLog.findings', 'codes', (items) => items.length >= 2);
    expectEqual(codes[0]?.label, 'Trailing commas');
    const [broken] = await api.sideBar('auditLog.findings', codes[0]!.id);
    expectEqual([broken?.context, broken?.description, broken?.command?.id], ['brokenStretch', 'line 4', 'auditLog.source.open']);
    const gap = codes.find(({ id }) => id === 'finding sequence.gap');
    const [finding] = await api.sideBar('auditLog.findings', gap!.id);
    await executeCommand(finding!.command!.id, finding!.command!.argument);
    await whenView(uri, 'shows the record', ({ state }) => state.selected?.index === 2);
  });

  it('has the writers with their gaps, which lead to the time around them', async () => {
    const [writer] = await whenTree('auditLog.coverage', 'writers', (items) => items.length > 0);
    expectEqual(writer?.description, '2');
    const api = await auditLog();
    const [gap] = await api.sideBar('auditLog.coverage', writer!.id);
    expectEqual([gap?.label, gap?.description], ['1279 – 1280', '2']);
    await executeCommand('auditLog.record.close');
    await executeCommand(gap!.command!.id, gap!.command!.argument);
    await whenView(uri, 'shows the record after the gap', ({ state }) => state.selected?.index === 2 && state.viewport !== undefined);
  });

  it('shows text of a log on one line, without what turns it around, and is empty without a timeline', async () => {
    const record = await documentedRecord();
    const hostile = await writeFile('hostile.audit.ndjson', `${changed(record, { operationName: 'a\n$(error) **b** \u202ec' })}\n`);
    await openTimeline(hostile);
    const [item] = await whenTree('auditLog.operations', 'the operation', ([first]) => first?.label.includes('$(error)') === true);
    expectEqual(item?.label, 'a $(error) **b** \ufffdc');
    await executeCommand('workbench.action.closeAllEditors');
    await whenTree('auditLog.operations', 'nothing', (items) => items.length === 0);
  });
});
