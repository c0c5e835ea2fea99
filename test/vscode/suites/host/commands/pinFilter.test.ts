import * as vscode from 'vscode';
import type { ViewSnapshot } from '../../../../../src/host/base/api.ts';
import { expectEqual } from '../../../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, whenView, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('pinned filters', () => {
  let uri: vscode.Uri;
  let other: vscode.Uri;

  before(async () => {
    const record = await documentedRecord();
    const lines = ['Success', 'Failure', 'Failure'].map((resultType, index) => changed(record, { env_seqNum: index, resultType }));
    uri = await writeFile('pinned.audit.ndjson', `${lines.join('\n')}\n`);
    other = await writeFile('notPinned.audit.ndjson', `${lines.join('\n')}\n`);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(uri);
  });
  after(closeAll);

  function now(): Promise<ViewSnapshot> {
    return whenView(uri, 'is open', () => true);
  }

  async function shown(): Promise<readonly [query: string, pinned: readonly string[]]> {
    const { state } = await now();
    return [state.query, state.pinned ?? []];
  }

  it('are the filter that is there, and stay when that is changed or cleared, until they are unpinned', async () => {
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await executeCommand('auditLog.filter.pin');
    expectEqual(await shown(), ['', ['result:Failure']]);
    await executeCommand('auditLog.filter.byOperation', { values: ['SetCurrentPolicy'] });
    expectEqual(await shown(), ['operation:SetCurrentPolicy', ['result:Failure']]);
    await executeCommand('auditLog.filter.clear');
    expectEqual(await shown(), ['', ['result:Failure']]);
    await executeCommand('auditLog.filter.unpin');
    expectEqual(await shown(), ['', []]);
    await executeCommand('auditLog.history.back');
    expectEqual(await shown(), ['', ['result:Failure']]);
  });

  it('are handed over, each once, and no wrong or empty ones', async () => {
    await executeCommand('auditLog.filter.byResult', { values: ['Success'] });
    for (const filter of ['seq>1', '-caller:x', 'seq>1', 'seq>', '']) {
      await executeCommand('auditLog.filter.pin', { filter });
    }
    expectEqual(await shown(), ['result:Success', ['seq>1', '-caller:x']]);
    await executeCommand('auditLog.filter.unpin', { filter: 'seq>1' });
    expectEqual(await shown(), ['result:Success', ['-caller:x']]);
    await executeCommand('auditLog.filter.unpin', { filter: 'no such' });
    expectEqual(await shown(), ['result:Success', ['-caller:x']]);
  });

  it('hold in each timeline of the log and of no other one, and are there when it is opened again', async () => {
    await executeCommand('auditLog.timeline.open', other);
    await whenView(other, 'is open', ({ ready }) => ready);
    await openTimeline(uri);
    await executeCommand('workbench.action.splitEditor');
    const timelines = async () => (await auditLog()).views().filter((view) => view.uri === uri.toString());
    await whenView(uri, 'is there twice', () => true);
    await executeCommand('auditLog.filter.pin', { filter: 'result:Failure' });
    const pinned = (await timelines()).map(({ state }) => state.pinned ?? []);
    expectEqual(
      pinned,
      pinned.map(() => ['result:Failure']),
    );
    expectEqual((await whenView(other, 'is open', () => true)).state.pinned ?? [], []);
    await executeCommand('workbench.action.closeAllEditors');
    await openTimeline(uri);
    expectEqual(await shown(), ['', ['result:Failure']]);
    await executeCommand('auditLog.view.reset');
    expectEqual(await shown(), ['', []]);
  });
});
