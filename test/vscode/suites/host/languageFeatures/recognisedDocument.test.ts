import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { changed, closeAll, codeOf, documentedRecord, rangeOf, whenProblems } from '../../support.ts';
import { openText } from '../../textLogs.ts';

const { executeCommand } = vscode.commands;

async function editorOf(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return waitFor('the text', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** Inserts text at a place, as a key does. */
async function type(editor: vscode.TextEditor, at: vscode.Position, text: string): Promise<void> {
  expectTrue(await editor.edit((builder) => builder.insert(at, text)), 'the edit is taken');
}

describe('a text in which somebody types', () => {
  let lines: readonly string[];

  before(async () => {
    const record = await documentedRecord();
    lines = Array.from({ length: 60 }, (_, index) =>
      changed(record, { env_seqNum: 2000 + index, ...(index === 40 ? { env_time: 'at noon' } : {}) }),
    );
  });

  beforeEach(closeAll);

  afterEach(async () => {
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  it('has its findings at the values that are there after each series of keys', async () => {
    const original = `${lines.join('\n')}\n`;
    const uri = await openText('typed.audit.jsonl', original);
    const editor = await editorOf(uri);
    const { document } = editor;
    const atNoon = (found: readonly vscode.Diagnostic[]): boolean =>
      found.some((one) => codeOf(one) === 'value.time' && document.getText(one.range) === '"at noon"');
    await whenProblems(uri, 'are there', atNoon);
    // Keys before the value, in its line and in others, also some that break a record and a line.
    for (const text of ['x', '😀', '\n', '\r\n', '}', '{"a": 1}\n']) {
      await type(editor, new vscode.Position(3, 1), text);
      await type(editor, rangeOf(document.getText(), '"at noon"').start, ' ');
    }
    await whenProblems(uri, 'are at the value', atNoon);
    await whenProblems(uri, 'say what is broken', (found) => found.some((one) => codeOf(one).startsWith('syntax.')));
    // Each of ours is of the version that is shown: the value of a type that is wrong is all of its range.
    await type(editor, rangeOf(document.getText(), 'at noon').end, ', or so');
    await whenProblems(uri, 'follow the value', (found) =>
      found.some((one) => codeOf(one) === 'value.time' && document.getText(one.range) === '"at noon, or so"'),
    );
    // A busy VS Code may take two edits for one, or a key for none.
    await waitFor('all of it undone', async () => {
      await executeCommand('undo');
      return document.getText() === original || undefined;
    });
    await whenProblems(uri, 'are as at first', (found) => atNoon(found) && !found.some((one) => codeOf(one).startsWith('syntax.')));
  });

  it('has findings between records, and hovers, of what is typed', async () => {
    const uri = await openText('typed-between.audit.jsonl', `${lines.join('\n')}\n`);
    const editor = await editorOf(uri);
    const { document } = editor;
    const isDuplicate = (one: vscode.Diagnostic): boolean => codeOf(one) === 'sequence.duplicate';
    await type(editor, new vscode.Position(0, 0), `${lines[50]}\n`);
    const found = await whenProblems(uri, 'name the duplicate', (all) => all.some(isDuplicate));
    const duplicate = found.find(isDuplicate)!;
    expectTrue([0, 51].includes(duplicate.range.start.line), `line ${duplicate.range.start.line}`);
    const hover = await waitFor('a hover', async () => {
      const [first] = await executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        rangeOf(document.getText(), '"at noon"').start.translate(0, 2),
      );
      return first?.range === undefined ? undefined : first;
    });
    expectEqual(document.getText(hover.range), '"at noon"');
    await executeCommand('undo');
    await whenProblems(uri, 'name none', (all) => all.length > 0 && !all.some(isDuplicate));
  });
});
