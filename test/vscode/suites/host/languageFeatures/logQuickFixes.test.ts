import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { changed, closeAll, codeOf, documentedRecord, openUntitled, readFile, rangeOf, whenProblems, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

/** The quick fixes at a place once there are some with a beginning of a title. */
function fixesAt(uri: vscode.Uri, range: vscode.Range, title: string): Promise<readonly vscode.CodeAction[]> {
  return waitFor(`a quick fix: ${title}`, async () => {
    const actions = await executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const fitting = actions.filter((action) => action.title.startsWith(title));
    return fitting.length > 0 ? fitting : undefined;
  });
}

async function settle(section: string): Promise<void> {
  await vscode.workspace.getConfiguration('auditLog').update(section, undefined, vscode.ConfigurationTarget.Workspace);
}

describe('quick fixes', () => {
  beforeEach(closeAll);
  after(async () => {
    await settle('findings.severity');
    await settle('findings.knownValues');
    await closeAll();
  });

  it('of a file open a fixed copy, and leave the file as it is', async () => {
    const record = await documentedRecord();
    const broken = `${record}\n${record.slice(0, -1)},}\n`;
    const uri = await writeFile('fixed.jsonl', broken);
    await vscode.window.showTextDocument(uri);
    const [problem] = await whenProblems(uri, 'are there', (found) => found.some((one) => codeOf(one) === 'syntax.trailingComma'));
    const comma = problem!.range;
    const [fix] = await fixesAt(uri, comma, 'Open a Copy without the Trailing Comma');
    expectEqual(fix?.edit, undefined);
    await executeCommand(fix!.command!.command, ...(fix!.command!.arguments as readonly unknown[]));
    const copy = await waitFor('the copy', () =>
      vscode.window.activeTextEditor?.document.isUntitled === true ? vscode.window.activeTextEditor.document : undefined,
    );
    expectEqual([copy.getText(), copy.languageId], [`${record}\n${record}\n`, 'jsonl']);
    expectEqual(await readFile(uri), broken);
    expectTrue(
      vscode.workspace.textDocuments.every((one) => one.uri.toString() !== uri.toString() || !one.isDirty),
      'the file has no edits',
    );
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('change text that is in no file in place', async () => {
    const record = await documentedRecord();
    const document = await openUntitled('jsonl', `${record}\n${record.slice(0, -20)}`);
    const problems = await whenProblems(document.uri, 'are there', (found) => found.some((one) => codeOf(one) === 'syntax.truncated'));
    const cut = problems.find((one) => codeOf(one) === 'syntax.truncated')!;
    const [fix] = await fixesAt(document.uri, cut.range, 'Close What Is Open at the End');
    await vscode.workspace.applyEdit(fix!.edit!);
    JSON.parse(document.lineAt(1).text);
    await whenProblems(document.uri, 'are gone', (found) => found.every((one) => codeOf(one) !== 'syntax.truncated'));
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('set the level of a kind of findings, or turn it off', async () => {
    const text = changed(await documentedRecord(), { resultType: 'Succeed' });
    const uri = await writeFile('level.jsonl', `${text}\n`);
    await vscode.window.showTextDocument(uri);
    const level = (found: readonly vscode.Diagnostic[]): vscode.DiagnosticSeverity | undefined =>
      found.find((one) => codeOf(one) === 'value.unknownResult')?.severity;
    await whenProblems(uri, 'have a warning', (found) => level(found) === vscode.DiagnosticSeverity.Warning);
    const [fix] = await fixesAt(uri, rangeOf(text, '"Succeed"'), 'Change the Level of value.unknownResult');
    const [argument] = fix!.command!.arguments as readonly object[];
    await executeCommand(fix!.command!.command, { ...argument, level: 'error' });
    await whenProblems(uri, 'have an error', (found) => level(found) === vscode.DiagnosticSeverity.Error);
    await executeCommand(fix!.command!.command, { ...argument, level: 'off' });
    await whenProblems(uri, 'have it no more', (found) => found.length > 0 && level(found) === undefined);
    const configuration = vscode.workspace.getConfiguration('auditLog');
    await configuration.update('findings.severity', { 'value.*': 'off' }, vscode.ConfigurationTarget.Workspace);
    await whenProblems(uri, 'have none of values', (found) => found.every((one) => !codeOf(one).startsWith('value.')));
    await settle('findings.severity');
    await whenProblems(uri, 'have the warning again', (found) => level(found) === vscode.DiagnosticSeverity.Warning);
  });

  it('call a value known', async () => {
    const text = changed(await documentedRecord(), { resultType: 'Succeed' });
    const uri = await writeFile('known.jsonl', `${text}\n`);
    await vscode.window.showTextDocument(uri);
    const isUnknown = (found: readonly vscode.Diagnostic[]): boolean => found.some((one) => codeOf(one) === 'value.unknownResult');
    await whenProblems(uri, 'have a warning', isUnknown);
    const [fix] = await fixesAt(uri, rangeOf(text, '"Succeed"'), 'Add “Succeed” to the Known Values');
    await executeCommand(fix!.command!.command, ...(fix!.command!.arguments as readonly unknown[]));
    await whenProblems(uri, 'have it no more', (found) => found.length > 0 && !isUnknown(found));
    await settle('findings.knownValues');
    await whenProblems(uri, 'have it again', isUnknown);
  });
});
