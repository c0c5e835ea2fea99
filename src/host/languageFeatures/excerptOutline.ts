import * as vscode from 'vscode';
import type { Excerpt } from './logTextDocument.ts';

/** The records of an excerpt by their sentences, as those of a log. */
export function excerptSymbols({ records }: Excerpt): vscode.DocumentSymbol[] {
  return records.map(({ title, time, range }) => {
    const start = new vscode.Range(range.start, range.start);
    return new vscode.DocumentSymbol(title, time?.text ?? '', vscode.SymbolKind.Event, range, start);
  });
}

/** Records from their heading on, and what is within brackets of theirs. */
export function excerptFolding({ records }: Excerpt, document: vscode.TextDocument): vscode.FoldingRange[] {
  return records.flatMap(({ range: { start, end } }) => [
    new vscode.FoldingRange(start.line, end.line),
    ...bracketFolding(document, start.line + 2, end.line),
  ]);
}

/** Pretty-printed text opens a bracket at the end of a line, and closes it at the beginning of one. */
function bracketFolding(document: vscode.TextDocument, first: number, last: number): vscode.FoldingRange[] {
  const open: number[] = [];
  const found: vscode.FoldingRange[] = [];
  for (let line = first; line < last; line++) {
    const text = document.lineAt(line).text;
    if (/^\s*[}\]]/.test(text)) {
      const start = open.pop();
      if (start !== undefined && line - 1 > start) {
        found.push(new vscode.FoldingRange(start, line - 1));
      }
    } else if (/[{[]$/.test(text)) {
      open.push(line);
    }
  }
  return found;
}
