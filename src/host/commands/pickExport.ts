import * as vscode from 'vscode';
import { exportFormats, type ExportFormat } from '../../protocol/exportFormats.ts';
import { isObject, oneOf, text } from '../../protocol/guards.ts';
import { exportName, extensions } from '../export/exportName.ts';
import { nameOf, pickTarget, targetOf } from './pickTarget.ts';

/** What is to be written, and where. */
export interface ExportWish {
  readonly format: ExportFormat;
  readonly target: vscode.Uri;
  /** Names of fields with commas between them; empty for the usual ones. */
  readonly fields: string;
}

const isFormat = oneOf(...exportFormats);
const isFields = text(100_000);

/**
 * What to export of a log: `{ format, target, fields }` where handed over, else what the user picks; undefined if they turn away. A
 * target that is handed over is an address, or a path that may begin at the folder of the log.
 */
export async function pickExport(log: vscode.Uri, argument: unknown): Promise<ExportWish | undefined> {
  const given = isObject(argument) ? argument : {};
  const format = isFormat(given['format']) ? given['format'] : await pickFormat();
  if (format === undefined) {
    return undefined;
  }
  const target = targetOf(log, given['target']) ?? (await pickFile(log, format));
  return target === undefined ? undefined : { format, target, fields: isFields(given['fields']) ? given['fields'] : '' };
}

async function pickFormat(): Promise<ExportFormat | undefined> {
  const items = exportFormats.map((format) => ({ ...itemOf(format), format }));
  const title = vscode.l10n.t('Export the records shown as');
  // The timeline takes the keyboard back when the palette closes, which would close the list at once.
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true }))?.format;
}

function itemOf(format: ExportFormat): vscode.QuickPickItem {
  switch (format) {
    case 'ndjson':
      return { label: 'NDJSON', description: vscode.l10n.t('a record on each line, its bytes unchanged') };
    case 'json':
      return { label: 'JSON', description: vscode.l10n.t('one array, a record on each line') };
    case 'csv':
      return { label: 'CSV', description: vscode.l10n.t('a table for spreadsheets, in which no formula of the log runs') };
    case 'markdown':
      return { label: 'Markdown', description: vscode.l10n.t('a table for documents') };
    case 'parquet':
      return { label: 'Parquet', description: vscode.l10n.t('a table of all fields and the records’ own text, for DuckDB and others') };
  }
}

function pickFile(log: vscode.Uri, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const name = exportName(nameOf(log), format);
  return pickTarget(log, { title: vscode.l10n.t('Export Records'), name, kind: itemOf(format).label, extensions: extensions[format] });
}
