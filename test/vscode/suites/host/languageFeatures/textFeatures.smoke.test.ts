import * as vscode from 'vscode';
import { expectEqual } from '../../../expect.ts';
import { closeAll, openUntitled, rangeOf, rangeText } from '../../support.ts';
import { ana, cloudTrail, definitionsAt, given, openText, trail } from '../../textLogs.ts';

const { executeCommand } = vscode.commands;

describe('text with records', () => {
  beforeEach(closeAll);
  after(closeAll);

  for (const layout of ['jsonl', 'json'] as const) {
    it(`leads from a repeated record to the first, in ${layout}`, async () => {
      const lines = trail().trimEnd().split('\n');
      const text = layout === 'jsonl' ? trail() : `[\n${lines.join(',\n')}\n]\n`;
      const uri = await openText(`partner.${layout}`, text);
      const [definition] = await definitionsAt(uri, rangeOf(text, '"id-1"', 1).start);
      expectEqual([definition?.uri.toString(), definition?.range.start.line], [uri.toString(), layout === 'jsonl' ? 0 : 1]);
    });

    it(`lists the places of the caller at the cursor, in ${layout}`, async () => {
      const lines = trail().trimEnd().split('\n');
      const text = layout === 'jsonl' ? trail() : `[\n${lines.join(',\n')}\n]\n`;
      const uri = await openText(`callers.${layout}`, text);
      const places = await given(
        'references',
        () => executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, rangeOf(text, ana).start.translate(0, 4)),
        (found) => found.length > 0,
      );
      expectEqual(
        places.map(({ range }) => rangeText(range)),
        [0, 1, 2].map((nth) => rangeText(rangeOf(text, `"${ana}"`, nth))),
      );
    });

    it(`expands a selection to the record, in ${layout}`, async () => {
      const lines = trail().trimEnd().split('\n');
      const text = layout === 'jsonl' ? trail() : `[\n${lines.join(',\n')}\n]\n`;
      const uri = await openText(`expand.${layout}`, text);
      const record = rangeText(rangeOf(text, lines[3]!));
      const at = rangeOf(text, '"id-4"').start.translate(0, 2);
      await given(
        'a selection',
        () => executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [at]),
        (found) => {
          const ranges: string[] = [];
          for (let one = found?.[0]; one !== undefined; one = one.parent) {
            ranges.push(rangeText(one.range));
          }
          return ranges.includes(record) && ranges.includes(rangeText(rangeOf(text, '"eventID":"id-4"')));
        },
      );
    });
  }

  it('completes keys and values of an untitled log', async () => {
    const document = await openUntitled('jsonl', `${trail()}{"awsR`);
    const complete = async (position: vscode.Position, label: string): Promise<vscode.CompletionItem> => {
      const { items } = await given(
        label,
        () => executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position),
        (list) => list.items.some((item) => item.label === label),
      );
      return items.find((item) => item.label === label)!;
    };
    const key = await complete(new vscode.Position(4, 6), 'awsRegion');
    expectEqual([key.insertText, key.range instanceof vscode.Range && rangeText(key.range)], ['"awsRegion"', '4:1-4:6']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 6), 'egion":');
    await vscode.workspace.applyEdit(edit);
    await complete(new vscode.Position(4, 13), JSON.stringify(cloudTrail.awsRegion));
  });

  it('colours what was done and by whom, in what is in view', async () => {
    const uri = await openText('colours.jsonl');
    const legend = await given(
      'a legend',
      () =>
        executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentRangeSemanticTokensLegend', uri, new vscode.Range(0, 0, 1, 0)),
      (found) => found !== undefined,
    );
    const tokens = await given(
      'tokens',
      () => executeCommand<vscode.SemanticTokens>('vscode.provideDocumentRangeSemanticTokens', uri, new vscode.Range(0, 0, 0, 10_000)),
      (found) => found?.data.length > 0,
    );
    const found: string[] = [];
    const lines = trail().split('\n');
    let [row, column] = [0, 0];
    for (let at = 0; at < tokens.data.length; at += 5) {
      const [rows = 0, columns = 0, length = 0, type = 0] = tokens.data.slice(at, at + 5);
      [row, column] = [row + rows, rows === 0 ? column + columns : columns];
      const text = lines[row] ?? '';
      found.push(`${legend.tokenTypes[type]} ${text.slice(column, column + length)}`);
    }
    expectEqual(
      [`auditOperation ${cloudTrail.eventName}`, 'auditCaller ana', `auditCaller ${ana}`].filter((one) => !found.includes(one)),
      [],
    );
  });

  it('says on demand what values stand for, and how long after another a record is', async () => {
    const uri = await openText('hints.jsonl');
    const hints = (): Thenable<vscode.InlayHint[]> =>
      executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, new vscode.Range(0, 0, 3, 0));
    expectEqual(await hints(), []);
    await executeCommand('auditLog.text.toggleHints');
    const shown = await given('hints', hints, (found) => found.length > 0);
    const after = shown.find(({ label }) => label === '+2 s');
    expectEqual(after?.position.line, 1);
    await executeCommand('auditLog.text.toggleHints');
    await given('no hints', hints, (found) => found.length === 0);
  });
});
