import * as vscode from 'vscode';

/** `1 record`, `2,000 records`. */
export function recordsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', numberText(count));
}

export function findingsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', numberText(count));
}

/** A number as the user's language groups its digits. */
export function numberText(count: number): string {
  return count.toLocaleString(vscode.env.language);
}
