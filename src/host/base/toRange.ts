import * as vscode from 'vscode';
import type { TextRange } from '../../protocol/reference.ts';

export function toRange({ startLine, startColumn, endLine, endColumn }: TextRange): vscode.Range {
  return new vscode.Range(startLine, startColumn, endLine, endColumn);
}
