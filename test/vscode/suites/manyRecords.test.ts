import * as vscode from 'vscode';
import { expectEqual, expectTrue } from '../expect.ts';
import { changed, closeAll, documentedRecord, whenProblems } from './support.ts';
import { definitionsAt, given, hoverText, openText, plain } from './textLogs.ts';

const { executeCommand } = vscode.commands;

/** The lines on which the records of the outline are. */
async function listedLines(uri: vscode.Uri): Promise<readonly number[]> {
  const symbols = (await executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
  return symbols.flatMap(({ children }) => children.map(({ range }) => range.start.line));
}

describe('a text with many records', function () {
  this.timeout(180_000);

  beforeEach(closeAll);
  after(closeAll);

  it('lists in its outline the five thousand around the cursor, and others where the cursor goes', async () => {
    const record = (index: number): string =>
      JSON.stringify({
        operationName: 'Set',
        resultType: 'Success',
        callerIdentities: [],
        env_time: new Date(Date.UTC(2026, 0, 1) + index * 10_000).toISOString(),
        env_seqNum: index,
      });
    const uri = await openText('outlined.audit.jsonl', Array.from({ length: 6000 }, (_, index) => `${record(index)}\n`).join(''));
    const first = await given(
      'an outline',
      () => listedLines(uri),
      ({ length }) => length > 0,
    );
    expectEqual([first.length, first[0], first.at(-1)], [5000, 0, 4999]);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    editor.selection = new vscode.Selection(5990, 0, 5990, 0);
    const last = await given(
      'the others',
      () => listedLines(uri),
      (lines) => lines.includes(5999),
    );
    expectEqual([last.length, last[0]], [5000, 1000]);
  });

  it('leads from the record after a gap to the one before it', async () => {
    const record = await documentedRecord();
    const numbers = [...Array.from({ length: 20 }, (_, index) => 3000 + index), ...Array.from({ length: 20 }, (_, index) => 3030 + index)];
    const lines = numbers.map((number, index) =>
      changed(record, { env_seqNum: number, env_time: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString() }),
    );
    const uri = await openText('gapped.audit.jsonl', `${lines.join('\n')}\n`);
    const [before] = await definitionsAt(uri, new vscode.Position(20, 5));
    expectEqual([before?.uri.toString(), before?.range.start.line], [uri.toString(), 19]);
  });

  it('says of thirty thousand that are wrong how many are not shown, and answers meanwhile', async () => {
    const line = '{"operationName":"Set","resultType":"Success","callerIdentities":[],"env_time":"x"}\n';
    const uri = await openText('wrong.audit.jsonl', line.repeat(30_000));
    const hover = plain(await hoverText(uri, new vscode.Position(29_999, 5)));
    expectTrue(hover.startsWith('**operationName**'), hover);
    const problems = await whenProblems(uri, 'are there', ({ length }) => length > 0);
    expectTrue(problems.length <= 1000, String(problems.length));
    const all = problems.map(({ message }) => message);
    expectTrue(
      all.some((message) => /^\d+ of \d{2,3},\d{3} findings are shown here/.test(message)),
      'how many are shown',
    );
    expectTrue(
      all.some((message) => /^29,\d{3} more of this kind$/.test(message)),
      'how many more of a kind there are',
    );
  });
});
