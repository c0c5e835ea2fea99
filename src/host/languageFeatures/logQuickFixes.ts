import * as vscode from 'vscode';
import { excerptScheme } from '../base/excerptAddress.ts';
import { comparedScheme, recordScheme } from '../base/recordAddress.ts';
import { findingPageFile } from '../base/findingPage.ts';
import { sourceName } from '../validation/toDiagnostics.ts';
import { type SyntaxFix, syntaxFix, type TextChange } from './syntaxFix.ts';
import type { LogTexts } from './logTexts.ts';

/** Longer texts are not copied to mend them. UTF-16 units. */
const maxLength = 20_000_000;

/** Documents that show a part of a log: what is wrong there is mended in the log. */
const partSchemes: ReadonlySet<string> = new Set([recordScheme, comparedScheme, excerptScheme]);

/** Findings about values that nothing documents. */
const unknownValue = /^value\.unknown(?:Operation|Result|IdentityType|TargetType|Category)$/;

/** What `auditLog.finding.openFixedCopy` takes. */
export interface FixedCopy {
  readonly document: string;
  /** Of the document that the changes are of. */
  readonly version: number;
  readonly changes: readonly TextChange[];
}

/**
 * Mends broken JSON, calls a value known, sets the level of a kind of findings, and opens its documentation. A log is evidence: only
 * text that is in no file is changed in place; of a file the fix opens a copy, which is no file yet.
 */
export class LogQuickFixes implements vscode.CodeActionProvider {
  readonly #texts: LogTexts;
  readonly #extensionUri: vscode.Uri;

  constructor(texts: LogTexts, extensionUri: vscode.Uri) {
    this.#texts = texts;
    this.#extensionUri = extensionUri;
  }

  provideCodeActions(document: vscode.TextDocument, _: vscode.Range, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    if (this.#texts.of(document) === undefined) {
      return [];
    }
    const ours = diagnostics.filter(({ source }) => source === sourceName);
    return [...this.#syntaxFixes(document, ours), ...ours.flatMap((diagnostic) => this.#others(document, diagnostic))];
  }

  #syntaxFixes(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
    const { scheme } = document.uri;
    if (partSchemes.has(scheme) || !diagnostics.some((one) => codeOf(one).startsWith('syntax.'))) {
      return [];
    }
    const text = document.getText();
    if (text.length > maxLength) {
      return [];
    }
    const own = diagnostics.flatMap((diagnostic) => {
      const fix = fixOf(document, text, diagnostic);
      return fix === undefined ? [] : [{ diagnostic, fix }];
    });
    const actions = own.map(({ diagnostic, fix }) => action(document, fixTitle(fix, isFile(document)), [diagnostic], [fix.change]));
    const everywhere = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === sourceName);
    const all = everywhere.flatMap((diagnostic) => fixOf(document, text, diagnostic)?.change ?? []);
    if (own.length > 0 && all.length > 1) {
      const title = isFile(document)
        ? vscode.l10n.t('Open a Copy with All {0} Syntax Fixes', String(all.length))
        : vscode.l10n.t('Apply All {0} Syntax Fixes', String(all.length));
      actions.push(action(document, title, [], all));
    }
    return actions;
  }

  #others(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
    const code = codeOf(diagnostic);
    if (code === '') {
      return [];
    }
    const address = document.uri.toString();
    const value = unknownValue.test(code) ? stringIn(document.getText(diagnostic.range)) : undefined;
    const known =
      value === undefined
        ? []
        : [
            command(vscode.l10n.t('Add “{0}” to the Known Values', value), diagnostic, 'auditLog.finding.addKnownValue', {
              document: address,
              value,
            }),
          ];
    return [
      ...known,
      command(vscode.l10n.t('Change the Level of {0}…', code), diagnostic, 'auditLog.finding.setLevel', { document: address, code }),
      command(
        vscode.l10n.t('Open the Documentation of {0}', code),
        diagnostic,
        'markdown.showPreview',
        findingPageFile(this.#extensionUri, code),
      ),
    ];
  }
}

function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/** Text that is in a file, or comes from elsewhere, is not changed. */
function isFile({ uri }: vscode.TextDocument): boolean {
  return uri.scheme !== 'untitled';
}

function fixOf(document: vscode.TextDocument, text: string, diagnostic: vscode.Diagnostic): SyntaxFix | undefined {
  const { start, end } = diagnostic.range;
  // In JSON the array around all records may be open as well.
  const openFrom = document.languageId === 'json' ? 0 : document.offsetAt(new vscode.Position(start.line, 0));
  return syntaxFix(codeOf(diagnostic), text, { start: document.offsetAt(start), end: document.offsetAt(end), openFrom });
}

function fixTitle({ kind, change }: SyntaxFix, isCopy: boolean): string {
  switch (kind) {
    case 'trailingComma':
      return isCopy ? vscode.l10n.t('Open a Copy without the Trailing Comma') : vscode.l10n.t('Remove the Trailing Comma');
    case 'quoteKey':
      return isCopy ? vscode.l10n.t('Open a Copy with the Key as {0}', change.text) : vscode.l10n.t('Write the Key as {0}', change.text);
    case 'close':
      return isCopy ? vscode.l10n.t('Open a Copy with What Is Open Closed') : vscode.l10n.t('Close What Is Open at the End');
    case 'padding':
      return isCopy ? vscode.l10n.t('Open a Copy without the Padding') : vscode.l10n.t('Remove the Padding');
  }
}

function action(
  document: vscode.TextDocument,
  title: string,
  diagnostics: vscode.Diagnostic[],
  changes: readonly TextChange[],
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = diagnostics;
  if (isFile(document)) {
    const argument: FixedCopy = { document: document.uri.toString(), version: document.version, changes };
    made.command = { command: 'auditLog.finding.openFixedCopy', title, arguments: [argument] };
  } else {
    made.edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of changes) {
      made.edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  }
  return made;
}

function command(title: string, diagnostic: vscode.Diagnostic, id: string, argument: unknown): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = [diagnostic];
  made.command = { command: id, title, arguments: [argument] };
  return made;
}

function stringIn(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
