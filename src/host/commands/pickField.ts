import * as vscode from 'vscode';
import type { TimelineView } from '../editor/timelineView.ts';
import { fieldItems, withTyped, type FieldItem, type FieldList } from './fieldItems.ts';

/** Lets the user pick a field, also one that is not in the list, by its name or by that of a key; undefined if they turn away. */
export async function pickField(view: TimelineView, title: string): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<FieldItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('A field, a key, or a path of keys such as context.ticket.owner');
  pick.matchOnDescription = true;
  pick.busy = true;
  // The timeline takes the keyboard back when the palette closes, which would close the list at once.
  pick.ignoreFocusOut = true;
  const left = new AbortController();
  const picked = new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.field));
    pick.onDidHide(() => resolve(undefined));
  });
  let known: FieldList = { items: [], seen: undefined };
  const list = (): void => {
    const { items, named } = withTyped(known, pick.value);
    pick.items = items;
    if (named !== undefined) {
      pick.activeItems = [named];
    }
  };
  pick.onDidChangeValue(list);
  pick.show();
  try {
    void fieldItems(view, AbortSignal.any([view.signal, left.signal])).then((fields) => {
      if (!left.signal.aborted) {
        known = fields;
        pick.busy = false;
        list();
      }
    });
    return await picked;
  } finally {
    left.abort();
    pick.dispose();
  }
}
