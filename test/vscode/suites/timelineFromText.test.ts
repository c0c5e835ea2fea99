import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../expect.ts';
import { compressed, shownRecord, writeBytes } from './compressedLogs.ts';
import {
  activeTab,
  auditLog,
  changed,
  closeAll,
  documentedRecord,
  inWorkspace,
  openTimeline,
  shownTimeline,
  whenView,
  writeFile,
} from './support.ts';
import { recordLines } from './writtenLog.ts';

const { executeCommand } = vscode.commands;

/** Opens a log as text, as the workbench does, with the cursor at a place or a stretch selected. */
async function openText(log: vscode.Uri, selection: vscode.Range, viewColumn: vscode.ViewColumn): Promise<vscode.TextEditor> {
  await executeCommand('vscode.openWith', log, 'default', { viewColumn, selection, preview: false });
  return waitFor('the text', () => {
    const { activeTextEditor: editor } = vscode.window;
    return editor?.document.uri.toString() === log.toString() ? editor : undefined;
  });
}

/** Saves the edits of a text: VS Code asks what to do with them before it closes their editor. On a busy machine it refuses at times. */
async function save(document: vscode.TextDocument): Promise<void> {
  await waitFor('the edits to be saved', async () => ((await document.save()) || !document.isDirty ? true : undefined));
}

function at(line: number, column: number): vscode.Range {
  return new vscode.Range(line, column, line, column);
}

/** Waits for the page, too: VS Code 1.100 takes long to load one while another that was left half loaded goes. */
async function whenSelected(log: vscode.Uri, index: number): Promise<void> {
  await whenView(log, `has record ${index} selected`, ({ state, active, ready }) => active && ready && state.selected?.index === index);
}

describe('Open Timeline', () => {
  let lines: vscode.Uri;
  let pretty: vscode.Uri;
  const { One, Two } = vscode.ViewColumn;

  before(async () => {
    const text = await recordLines(0, 700);
    lines = await writeFile('cursor.jsonl', text);
    const records = text.split('\n').slice(0, 20);
    pretty = await writeFile(
      'cursor.json',
      JSON.stringify(
        records.map((one): unknown => JSON.parse(one)),
        null,
        2,
      ),
    );
  });
  beforeEach(closeAll);
  after(closeAll);

  it('selects the record at the cursor of the text, in a new timeline', async () => {
    for (const [line, column] of [
      [685, 0],
      [0, 0],
      [699, 100_000],
    ] as const) {
      await openText(lines, at(line, column), One);
      await executeCommand('auditLog.timeline.open');
      await whenSelected(lines, line);
      expectEqual(activeTab(), { uri: lines.toString(), editor: 'auditLog.timeline' });
      await closeAll();
    }
  });

  it('selects it where the record takes many lines', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(pretty));
    const line = text.split('\n').findIndex((one) => one.includes('"env_seqNum": 13'));
    await openText(pretty, at(line, 3), One);
    await executeCommand('auditLog.timeline.open', pretty);
    await whenSelected(pretty, 13);
  });

  it('selects it in a timeline that is open, in the same column and in another one, and keeps the filter', async () => {
    for (const textColumn of [One, Two]) {
      await openTimeline(lines);
      await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
      await openText(lines, at(685, 4), textColumn);
      await executeCommand('auditLog.timeline.open');
      await whenSelected(lines, 685);
      const views = (await auditLog()).views();
      expectEqual([views.length, views[0]?.state.query], [1, 'result:Failure']);
      await closeAll();
    }
  });

  it('selects also what the filter hides, on the page of records, and keeps the filter', async () => {
    await openTimeline(lines);
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    await executeCommand('auditLog.findings.show');
    await openText(lines, at(684, 4), Two);
    await executeCommand('auditLog.timeline.open');
    await whenSelected(lines, 684);
    const { state } = await shownTimeline(lines);
    expectEqual([state.query, state.page.kind], ['result:Failure', 'records']);
  });

  it('selects the record whose text is shown as a document of its own', async () => {
    const text = await recordLines(0, 6);
    for (const log of [
      await writeBytes('cursor.ndjson.gz', await compressed(text)),
      await writeFile('cursor-plain.audit.ndjson', text.replaceAll('"Failure"', '700700')),
    ]) {
      await openTimeline(log);
      const address = log.with({
        scheme: 'auditlog-record',
        path: `${log.path} · record 3.json`,
        query: JSON.stringify([log.toString(), '0', '3']),
      });
      await executeCommand('vscode.open', address, { viewColumn: Two });
      await shownRecord(3);
      await executeCommand('auditLog.record.goTo', '1');
      await executeCommand('vscode.open', address, { viewColumn: Two });
      await executeCommand('auditLog.timeline.open');
      await whenSelected(log, 3);
      expectEqual(
        (await auditLog()).views().map(({ uri }) => uri),
        [log.toString()],
      );
      await closeAll();
      // And in a new timeline.
      await executeCommand('vscode.open', address);
      await shownRecord(3);
      await executeCommand('auditLog.timeline.open');
      await whenSelected(log, 3);
      await closeAll();
    }
  });

  it('finds the record of a text with edits in the timeline, which shows them', async () => {
    const added = changed(await documentedRecord(), { env_seqNum: 77 });
    for (const [line, expected] of [
      [1, 1],
      [2, 2],
      [5, 5],
    ] as const) {
      const log = await writeFile(`cursor-edited-${line}.jsonl`, await recordLines(0, 8));
      const editor = await openText(log, at(0, 0), One);
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), `${added}\n`));
      editor.selection = new vscode.Selection(line, 4, line, 4);
      await waitFor('the edit and the cursor', () => {
        const { document, selection } = vscode.window.activeTextEditor ?? editor;
        return (document.isDirty && document.lineAt(2).text === added && selection.active.line === line) || undefined;
      });
      await executeCommand('auditLog.timeline.open');
      await whenSelected(log, expected);
      await save(editor.document);
      await closeAll();
    }
  });

  it('finds a record that was just added in a timeline that has not read the edit yet', async () => {
    const added = changed(await documentedRecord(), { env_seqNum: 78 });
    const log = await writeFile('cursor-just-added.jsonl', await recordLines(0, 8));
    await openTimeline(log);
    const editor = await openText(log, at(3, 4), Two);
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), `${added}\n`));
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    await executeCommand('auditLog.timeline.open');
    await whenSelected(log, 3);
    expectEqual((await shownTimeline(log)).log?.records, 9);
    await save(editor.document);
  });

  it('leaves the selection as it is where no record stands at the cursor', async () => {
    const log = await writeFile('cursor-nowhere.jsonl', `${await recordLines(0, 3)}\n`);
    await openTimeline(log);
    await executeCommand('auditLog.record.goTo', '1');
    await openText(log, at(4, 0), One);
    await executeCommand('auditLog.timeline.open');
    await whenSelected(log, 1);
  });

  it('leads back to where Open Source led', async () => {
    await openTimeline(lines);
    await executeCommand('auditLog.record.goTo', '300');
    await executeCommand('auditLog.source.open');
    await waitFor('the text', () => (activeTab()?.editor === 'text' ? true : undefined));
    await executeCommand('auditLog.timeline.open');
    await whenSelected(lines, 300);
  });

  it('opens a log that is no text without a selection', async () => {
    await openTimeline(inWorkspace('documented.audit.ndjson'));
    const { state } = await shownTimeline(inWorkspace('documented.audit.ndjson'));
    expectEqual(state.selected, null);
  });
});
