import type * as vscode from 'vscode';

/** A value to pick. `field` is what it filters, `section` the heading that it is under (empty for none). */
export interface ValueItem extends vscode.QuickPickItem {
  readonly section: string;
  readonly field: string;
  readonly value: string | null;
}

export type Item = ValueItem | (vscode.QuickPickItem & { readonly value?: undefined });
