import * as vscode from 'vscode';

/** Whether a tab shows a file as text, also as a side of a comparison. */
export function isOpenAsText(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => textsIn(input).some((text) => text.toString() === key)));
}

function textsIn(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
