import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../expect.ts';
import { activeTab, auditLog, closeAll, openTimeline, openUntitled, shownTimeline, whenView, writeFile } from './support.ts';
import { recordLines, whenRecords } from './writtenLog.ts';

const { executeCommand } = vscode.commands;
const { Two } = vscode.ViewColumn;

async function insert({ uri }: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(line, 0), text);
  expectEqual(await vscode.workspace.applyEdit(edit), true);
}

async function remove({ uri }: vscode.TextDocument, line: number): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.delete(uri, new vscode.Range(line, 0, line + 1, 0));
  expectEqual(await vscode.workspace.applyEdit(edit), true);
}

/** The sequence number of the record at a position of the log. */
async function sequenceOf(uri: vscode.Uri, index: number): Promise<string | undefined> {
  const outcome = await (await auditLog()).request(uri.toString(), 'record', { ref: { source: 0, index } });
  return outcome.status === 'ok' ? outcome.answer.fields.find(({ name }) => name === 'env_seqNum')?.text : undefined;
}

/** Gives up all edits: VS Code would ask what to do with them, and close nothing. */
async function giveUpEdits(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs.filter(({ isDirty }) => isDirty)) {
      const { uri } = tab.input as vscode.TabInputText | vscode.TabInputCustom;
      const editor = tab.input instanceof vscode.TabInputCustom ? tab.input.viewType : 'default';
      await executeCommand('vscode.openWith', uri, editor, { viewColumn: group.viewColumn });
      await executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  await closeAll();
  expectEqual(
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
    [],
  );
}

describe('a timeline beside its text', () => {
  before(closeAll);
  afterEach(giveUpEdits);

  it('shows text that was never saved, and each edit of it', async () => {
    const document = await openUntitled('json', await recordLines(0, 300));
    await executeCommand('auditLog.timeline.open');
    await shownTimeline(document.uri);
    expectEqual(activeTab(), { uri: document.uri.with({ scheme: 'auditlog-untitled' }).toString(), editor: 'auditLog.timeline' });
    await whenRecords(document.uri, 300);
    expectEqual(await sequenceOf(document.uri, 150), '150');
    await executeCommand('auditLog.record.goTo', '200');
    await whenView(document.uri, 'has a selection', ({ state }) => state.selected?.index === 200);
    // In the middle, so that the text is longer and begins and ends as before.
    await insert(document, 150, await recordLines(7000, 7002));
    await whenRecords(document.uri, 302);
    await whenView(document.uri, 'has the same record selected', ({ state }) => state.selected?.index === 202);
    expectEqual(await sequenceOf(document.uri, 151), '7001');
    await insert(document, 302, await recordLines(300, 301));
    await whenRecords(document.uri, 303);
    // Another record is followed although the one before was, while the text grew at its end.
    await executeCommand('auditLog.record.goTo', '100');
    await whenView(document.uri, 'has another selection', ({ state }) => state.selected?.index === 100);
    await insert(document, 50, await recordLines(7100, 7101));
    await whenView(document.uri, 'has that selected', ({ state }) => state.selected?.index === 101);
    await executeCommand('auditLog.timeline.open');
    expectEqual(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2, 'tabs');
    await executeCommand('auditLog.source.open');
    await waitFor('the text', () => vscode.window.activeTextEditor?.document === document || undefined);
  });

  it('has nothing selected after the selected record was deleted, and follows one beside which others were', async () => {
    const document = await openUntitled('json', await recordLines(0, 30));
    await executeCommand('auditLog.timeline.open');
    await shownTimeline(document.uri);
    await whenRecords(document.uri, 30);
    await executeCommand('auditLog.record.goTo', '20');
    await whenView(document.uri, 'has a selection', ({ state }) => state.selected?.index === 20);
    await remove(document, 20);
    await whenRecords(document.uri, 29);
    await whenView(document.uri, 'has nothing selected', ({ state }) => state.selected === null);
    await executeCommand('auditLog.record.goTo', '10');
    await whenView(document.uri, 'has another selection', ({ state }) => state.selected?.index === 10);
    await remove(document, 9);
    await whenRecords(document.uri, 28);
    await whenView(document.uri, 'has the same record selected', ({ state }) => state.selected?.index === 9);
  });

  it('shows the edits of a file, and the file again once they are undone, or saved', async () => {
    const uri = await writeFile('edited.audit.ndjson', await recordLines(0, 6));
    await openTimeline(uri);
    await executeCommand('vscode.openWith', uri, 'default', { viewColumn: Two });
    const document = await vscode.workspace.openTextDocument(uri);
    await insert(document, 3, await recordLines(50, 52));
    await whenRecords(uri, 8);
    expectEqual(await sequenceOf(uri, 4), '51');
    await executeCommand('undo');
    await whenRecords(uri, 6);
    await insert(document, 0, await recordLines(60, 61));
    await whenRecords(uri, 7);
    await document.save();
    await waitFor('saved', () => !document.isDirty || undefined);
    await whenRecords(uri, 7);
    await writeFile('edited.audit.ndjson', await recordLines(0, 9));
    await whenRecords(uri, 9);
  });
});

describe('two timelines of one log', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('have each a filter, a selection and a history of its own', async () => {
    const uri = await writeFile('twice.audit.ndjson', await recordLines(0, 6));
    await openTimeline(uri);
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await executeCommand('workbench.action.splitEditorRight');
    const api = await auditLog();
    const views = () => api.views().filter((view) => view.uri === uri.toString() && view.ready);
    await waitFor('two timelines', () => (views().length === 2 ? true : undefined));
    await executeCommand('auditLog.filter.byResult', { values: ['Success'] });
    await executeCommand('auditLog.record.goTo', '2');
    await whenView(uri, 'has a selection', ({ active, state }) => active && state.selected?.index === 2);
    const other = views().find(({ active }) => !active);
    expectEqual([other?.state.query, other?.state.selected], ['result:Failure', null]);
    await executeCommand('auditLog.history.back');
    await whenView(uri, 'has gone back', ({ active, state }) => active && state.query !== 'result:Success');
    expectEqual(views().find(({ active }) => !active)?.state.query, 'result:Failure');
  });
});
