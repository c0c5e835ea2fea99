import * as vscode from 'vscode';
import { findingCodes, findingSeverities } from '../../core/finding/codes.ts';
import { isObject, list, oneOf, shape, text } from '../../protocol/guards.ts';
import { natural } from '../../protocol/reference.ts';
import { settings } from '../base/settings.ts';
import { changedText } from '../languageFeatures/syntaxFix.ts';
import { type FindingLevel, findingLevel, findingLevels } from '../validation/findingLevel.ts';

const isCopy = shape({
  document: text(100_000),
  version: natural,
  changes: list(shape({ start: natural, end: natural, text: text(1_000_000) }), 1, 10_000),
});

const isValue = shape({ document: text(100_000), value: text(10_000) });

const isCode = oneOf(...findingCodes);
const isLevel = oneOf(...findingLevels);

/** What quick fixes of findings run. By the ids of package.json. */
export const findingFixCommands: Readonly<Record<string, (argument: unknown) => Promise<void>>> = {
  'auditLog.finding.openFixedCopy': openFixedCopy,
  'auditLog.finding.addKnownValue': addKnownValue,
  'auditLog.finding.setLevel': setLevel,
};

/** Opens a changed copy of a text, which is in no file: the text itself stays as it is. */
async function openFixedCopy(argument: unknown): Promise<void> {
  const document = isCopy(argument) ? documentAt(argument.document) : undefined;
  if (!isCopy(argument) || document === undefined || document.version !== argument.version) {
    return;
  }
  const content = changedText(document.getText(), argument.changes);
  const copy = await vscode.workspace.openTextDocument({ language: document.languageId, content });
  await vscode.window.showTextDocument(copy, { preview: false });
}

/** Adds a value to `auditLog.findings.knownValues`. */
async function addKnownValue(argument: unknown): Promise<void> {
  if (isValue(argument)) {
    await settings.addKnownValue(vscode.Uri.parse(argument.document, true), argument.value);
  }
}

/** Sets the level of a code in `auditLog.findings.severity`: `{ code, level }`, of which what is missing is picked. */
async function setLevel(argument: unknown): Promise<void> {
  const given = isObject(argument) ? argument : {};
  const address = text(100_000)(given['document']) ? given['document'] : vscode.window.activeTextEditor?.document.uri.toString();
  const uri = address === undefined ? undefined : vscode.Uri.parse(address, true);
  const code = isCode(given['code']) ? given['code'] : await pickCode();
  if (code === undefined || uri === undefined) {
    return;
  }
  const level = isLevel(given['level']) ? given['level'] : await pickLevel(code, findingLevel(settings.findingLevels(uri), code));
  if (level !== undefined) {
    await settings.setFindingLevel(uri, code, level);
  }
}

async function pickCode(): Promise<(typeof findingCodes)[number] | undefined> {
  const items = findingCodes.map((code) => ({ label: code, code }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Change the level of a kind of findings') });
  return picked?.code;
}

async function pickLevel(code: (typeof findingCodes)[number], own: FindingLevel | undefined): Promise<FindingLevel | undefined> {
  const current = own ?? findingSeverities[code];
  const items = findingLevels.map((level) => ({
    label: levelName(level),
    description: level === current ? vscode.l10n.t('now') : '',
    level,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('The level of {0} in Problems', code) });
  return picked?.level;
}

function levelName(level: FindingLevel): string {
  switch (level) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'information':
      return vscode.l10n.t('Information');
    case 'off':
      return vscode.l10n.t('Off');
  }
}

function documentAt(address: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
}
