import * as vscode from 'vscode';
import type { TextRange } from '../../protocol/reference.ts';
import { toRange } from '../base/toRange.ts';

/**
 * Shows a log as text, with a stretch of it selected and in view. The workbench opens it by itself, because extensions
 * are not handed texts above 50 MB.
 */
export async function showSource(uri: vscode.Uri, viewColumn: vscode.ViewColumn | undefined, range: TextRange | null): Promise<void> {
  const options: vscode.TextDocumentShowOptions = {
    preview: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
    ...(range === null ? {} : { selection: toRange(range) }),
  };
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default', options);
}
