import * as vscode from 'vscode';
import type { GroupCounts } from '../../protocol/answers/answer.ts';

/** `1 record`, `2,000 records`. */
export function recordsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', numberText(count));
}

/** `12 records, 1 client error, 3 failures`: failures and client errors apart, as everywhere in the timeline. */
export function groupCountsText(count: number, { failure, clientError }: GroupCounts): string {
  return [
    recordsText(count),
    ...(clientError === 0
      ? []
      : [clientError === 1 ? vscode.l10n.t('1 client error') : vscode.l10n.t('{0} client errors', numberText(clientError))]),
    ...(failure === 0 ? [] : [failure === 1 ? vscode.l10n.t('1 failure') : vscode.l10n.t('{0} failures', numberText(failure))]),
  ].join(', ');
}

export function findingsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', numberText(count));
}

/** A size in the largest unit of which it has one, such as `5.2 MB`; a megabyte is a million bytes. */
export function sizeText(bytes: number): string {
  const power = Math.min(3, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][power];
  return (bytes / 1000 ** power).toLocaleString(vscode.env.language, { style: 'unit', unit, maximumFractionDigits: 1 });
}

/** A number as the user's language groups its digits. */
export function numberText(count: number): string {
  return count.toLocaleString(vscode.env.language);
}
