import * as vscode from 'vscode';
import { expectEqual, expectTrue } from '../../../expect.ts';
import { closeAll } from '../../support.ts';
import { given, openText } from '../../textLogs.ts';

const { executeCommand } = vscode.commands;

describe('the outline of a log', () => {
  beforeEach(closeAll);
  after(closeAll);

  for (const name of ['symbols.jsonl', 'symbols.log']) {
    it(`has its records by sentence in groups by hour, in ${name}`, async () => {
      const uri = await openText(name);
      const symbols = await given(
        'symbols',
        () => executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
        (found) => found?.length === 2,
      );
      expectEqual(
        symbols.map((group) => [group.name, group.detail, group.children.map(({ range }) => range.start.line)]),
        [
          ['2026-03-01 09:00 UTC', '3 records', [0, 1, 2]],
          ['2026-03-01 10:00 UTC', '1 record', [3]],
        ],
      );
      expectTrue(symbols[0]?.children[0]?.name.includes('ana') === true, 'the sentence names the caller');
      const folds = await given(
        'folding',
        () => executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri),
        (found) => found?.length > 0,
      );
      expectEqual(
        folds.map(({ start, end }) => [start, end]),
        [[0, 2]],
      );
    });
  }
});
