import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../../../expect.ts';
import { closeAll, openTimeline, whenView, writeFile } from '../../support.ts';
import { recordLines } from '../../writtenLog.ts';

const { executeCommand } = vscode.commands;

describe('text and timeline side by side', () => {
  beforeEach(closeAll);
  after(closeAll);

  async function sideBySide(name: string): Promise<{ readonly uri: vscode.Uri; readonly editor: vscode.TextEditor }> {
    const uri = await writeFile(name, await recordLines(0, 300));
    await openTimeline(uri);
    await executeCommand('vscode.openWith', uri, 'default', { viewColumn: vscode.ViewColumn.Two, preview: false });
    const editor = await waitFor('the text', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.uri.toString() === uri.toString() ? activeTextEditor : undefined;
    });
    return { uri, editor };
  }

  it('go to the same record when the cursor moves', async () => {
    const { uri, editor } = await sideBySide('step-text.jsonl');
    editor.selection = new vscode.Selection(200, 0, 200, 0);
    // As a key does it: what an extension sets is of no kind, and is not followed.
    await executeCommand('cursorDown');
    await whenView(uri, 'follows the cursor', ({ state }) => (state.selected?.index ?? 0) > 200);
    const { line } = editor.selection.active;
    await whenView(uri, 'is at the record of the cursor', ({ state }) => state.selected?.index === line);
    expectEqual(editor.selection.active.line, line);
  });

  it('go to the same record when another is selected in the timeline, and the focus stays', async () => {
    const { uri, editor } = await sideBySide('step-timeline.jsonl');
    await executeCommand('auditLog.record.goTo', '250');
    await whenView(uri, 'has it selected', ({ state }) => state.selected?.index === 250);
    await waitFor('the text to follow', () => (editor.selection.active.line === 250 ? true : undefined));
    await waitFor('the record in view', () => editor.visibleRanges.some((range) => range.contains(editor.selection.active)) || undefined);
    // The text that moved has the timeline stay where it is.
    await executeCommand('auditLog.record.goTo', '17');
    await waitFor('the text to follow again', () => (editor.selection.active.line === 17 ? true : undefined));
    await whenView(uri, 'is where it was sent', ({ state }) => state.selected?.index === 17);
  });
});
