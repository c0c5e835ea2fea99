import * as vscode from 'vscode';
import { isObject, list, text } from '../../protocol/guards.ts';
import { excerptAddress } from '../base/excerptAddress.ts';

const isPair = list(text(100_000), 2, 2);

/** An excerpt that a tab shows. */
interface OpenExcerpt extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/**
 * Compares two excerpts in the diff editor: those at `{ excerpts: [first, second] }` where handed over, else another one that is open
 * with the active one.
 */
export async function compareExcerpts(argument: unknown): Promise<void> {
  const pair = givenPair(argument) ?? (await pickedPair());
  if (pair !== undefined) {
    const [first, second] = pair;
    const title = vscode.l10n.t('{0} ↔ {1}', nameOf(first), nameOf(second));
    await vscode.commands.executeCommand('vscode.diff', first, second, title, { preview: false });
  }
}

function givenPair(argument: unknown): readonly [vscode.Uri, vscode.Uri] | undefined {
  const given = isObject(argument) && isPair(argument['excerpts']) ? argument['excerpts'] : [];
  const [first, second] = given.map((address) => vscode.Uri.parse(address, true)).filter((uri) => excerptAddress(uri) !== undefined);
  return first === undefined || second === undefined ? undefined : [first, second];
}

async function pickedPair(): Promise<readonly [vscode.Uri, vscode.Uri] | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active === undefined || excerptAddress(active) === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open records pretty-printed first.'));
    return undefined;
  }
  const others = openExcerpts().filter(({ uri }) => uri.toString() !== active.toString());
  const [only] = others;
  if (only === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open other records pretty-printed, to compare these with them.'));
    return undefined;
  }
  const title = vscode.l10n.t('Compare with other pretty-printed records');
  const picked = others.length === 1 ? only : await vscode.window.showQuickPick(others, { title });
  return picked && [picked.uri, active];
}

/** Each once, in the order of the tabs. */
function openExcerpts(): readonly OpenExcerpt[] {
  const found = new Map<string, OpenExcerpt>();
  for (const { input } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
    if (input instanceof vscode.TabInputText && excerptAddress(input.uri) !== undefined) {
      found.set(input.uri.toString(), { uri: input.uri, label: nameOf(input.uri) });
    }
  }
  return [...found.values()];
}

/** As tabs show it, without the ending that gives it its colours. */
function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.jsonl$/, '');
}
