import * as vscode from 'vscode';
import { isObject, oneOf, text } from '../../protocol/guards.ts';
import { savedFilters } from '../base/savedFilters.ts';
import type { TimelineView } from '../editor/timelineView.ts';

const isName = text(1000);
const isPlace = oneOf('user', 'workspace');

type Place = 'user' | 'workspace';

/** Saves the timeline's filter in the settings: `{ name, where }` where handed over, else under the name and at the place that the user says. */
export async function saveFilter(view: TimelineView, argument: unknown): Promise<void> {
  const { query } = view.state;
  if (query.trim() === '') {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no filter to save. Filter the records first.'));
    return;
  }
  await saveFilterAs(view, query, isObject(argument) ? argument : {});
}

/** Saves any filter under the name and at the place that are given, else that the user says. */
export async function saveFilterAs(view: TimelineView, query: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const name = isName(given['name']) && given['name'].trim() !== '' ? given['name'].trim() : await askForName(view, query);
  const where = name === undefined ? undefined : isPlace(given['where']) ? given['where'] : await pickPlace();
  if (name !== undefined && where !== undefined) {
    await savedFilters.save(view.uri, name, query, where);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Filter saved'), 4000);
  }
}

async function askForName(view: TimelineView, query: string): Promise<string | undefined> {
  const names = savedFilters.all(view.uri);
  const name = await vscode.window.showInputBox({
    // The timeline takes the keyboard back when the palette closes, which would close the question at once.
    ignoreFocusOut: true,
    title: vscode.l10n.t('Save filter'),
    prompt: vscode.l10n.t('A name for {0}', query),
    validateInput: (typed) =>
      names.has(typed.trim())
        ? { message: vscode.l10n.t('Replaces the filter of this name.'), severity: vscode.InputBoxValidationSeverity.Info }
        : undefined,
  });
  return name?.trim() || undefined;
}

async function pickPlace(): Promise<Place | undefined> {
  if (vscode.workspace.workspaceFolders === undefined) {
    return 'user';
  }
  const items: readonly (vscode.QuickPickItem & { readonly where: Place })[] = [
    { label: vscode.l10n.t('User'), description: vscode.l10n.t('for all logs'), where: 'user' },
    { label: vscode.l10n.t('Workspace'), description: vscode.l10n.t('shared with this folder'), where: 'workspace' },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Save filter in settings of'), ignoreFocusOut: true }))?.where;
}
