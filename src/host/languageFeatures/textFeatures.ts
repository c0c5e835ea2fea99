import * as vscode from 'vscode';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { excerptScheme } from '../base/excerptAddress.ts';
import { comparedScheme, recordAddress, recordScheme } from '../base/recordAddress.ts';
import { completionTriggers, LogCompletions } from './logCompletions.ts';
import { LogCodeLens } from './logCodeLens.ts';
import { LogDefinitions } from './logDefinitions.ts';
import { LogFolding } from './logFolding.ts';
import { LogHovers } from './logHovers.ts';
import { LogInlayHints } from './logInlayHints.ts';
import { LogQuickFixes } from './logQuickFixes.ts';
import { LogReferences } from './logReferences.ts';
import { LogSelectionRanges } from './logSelectionRanges.ts';
import { LogStatus } from './logStatus.ts';
import { LogSymbols } from './logSymbols.ts';
import type { LogTexts } from './logTexts.ts';
import { LogTokens } from './logTokens.ts';
import { logLanguages } from './recognisedDocuments.ts';

/** Set while the active text editor shows an audit log, or a part of one: the editor title offers the timeline then. */
const contextKey = 'auditLog.documentIsLog';

/** What VS Code itself does for JSON is not done again: symbols, folding and completion. */
const lineLanguages = logLanguages.filter((language) => language !== 'json');

/** The language features, which are registered when the first text with records is there, and the context key of the active editor. */
export function registerTextFeatures(texts: LogTexts, extensionUri: vscode.Uri): Disposable {
  const owned = new Disposables();
  let areRegistered = false;
  let isLog = false;
  const update = (): void => {
    if (!areRegistered && !texts.isEmpty) {
      areRegistered = true;
      owned.add(registerProviders(texts, extensionUri));
    }
    const active = vscode.window.activeTextEditor?.document;
    const isLogNow = active !== undefined && (texts.of(active) !== undefined || recordAddress(active.uri) !== undefined);
    if (isLogNow !== isLog) {
      isLog = isLogNow;
      void vscode.commands.executeCommand('setContext', contextKey, isLog);
    }
  };
  owned.add(texts.onDidChange(update));
  owned.add(vscode.window.onDidChangeActiveTextEditor(update));
  update();
  return owned;
}

function registerProviders(texts: LogTexts, extensionUri: vscode.Uri): Disposable {
  const { languages } = vscode;
  const owned = new Disposables();
  const all = [
    ...logLanguages.map((language) => ({ language })),
    { scheme: recordScheme },
    { scheme: comparedScheme },
    { scheme: excerptScheme },
  ];
  const lines = [...lineLanguages.map((language) => ({ language })), { scheme: excerptScheme }];
  owned.add(languages.registerHoverProvider(all, new LogHovers(texts)));
  owned.add(languages.registerCodeLensProvider(all, owned.add(new LogCodeLens(texts))));
  owned.add(languages.registerDefinitionProvider(all, new LogDefinitions(texts)));
  owned.add(languages.registerReferenceProvider(all, new LogReferences(texts)));
  owned.add(languages.registerSelectionRangeProvider(all, new LogSelectionRanges(texts)));
  owned.add(languages.registerInlayHintsProvider(all, owned.add(new LogInlayHints(texts))));
  const fixes = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  owned.add(languages.registerCodeActionsProvider(all, new LogQuickFixes(texts, extensionUri), fixes));
  owned.add(new LogTokens(texts, all));
  owned.add(languages.registerFoldingRangeProvider(lines, owned.add(new LogFolding(texts))));
  owned.add(languages.registerCompletionItemProvider(lines, new LogCompletions(texts), ...completionTriggers));
  owned.add(new LogSymbols(texts, lines));
  owned.add(new LogStatus(texts, all));
  return owned;
}
