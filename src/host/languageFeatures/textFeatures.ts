import * as vscode from 'vscode';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { LogCodeLens } from './logCodeLens.ts';
import { LogHovers } from './logHovers.ts';
import { recordAddress } from '../base/recordAddress.ts';
import { logLanguages, type RecognisedDocuments } from './recognisedDocuments.ts';

/** Set while the active text editor shows an audit log, or a part of one: the editor title offers the timeline then. */
const contextKey = 'auditLog.documentIsLog';

/** Hovers and CodeLens, which are registered when the first log is recognised, and the context key of the active editor. */
export function registerTextFeatures(documents: RecognisedDocuments): Disposable {
  const owned = new Disposables();
  let areRegistered = false;
  let isLog = false;
  const update = (): void => {
    if (!areRegistered && documents.all.length > 0) {
      areRegistered = true;
      const selector = logLanguages.map((language) => ({ language }));
      owned.add(vscode.languages.registerHoverProvider(selector, new LogHovers(documents)));
      owned.add(vscode.languages.registerCodeLensProvider(selector, owned.add(new LogCodeLens(documents))));
    }
    const active = vscode.window.activeTextEditor?.document;
    const isLogNow = active !== undefined && (documents.of(active) !== undefined || recordAddress(active.uri) !== undefined);
    if (isLogNow !== isLog) {
      isLog = isLogNow;
      void vscode.commands.executeCommand('setContext', contextKey, isLog);
    }
  };
  owned.add(documents.onDidChange(update));
  owned.add(vscode.window.onDidChangeActiveTextEditor(update));
  update();
  return owned;
}
