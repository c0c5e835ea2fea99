import * as vscode from 'vscode';
import { isObject, text } from '../../protocol/guards.ts';
import { typedField } from '../../core/query/typedField.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { fieldItems, typedItem, type FieldItem } from './fieldItems.ts';
import { filterByValues, type Choice } from './filterByValues.ts';

const isName = text(1000);

/**
 * Filters the timeline by values of any field: `{ field, values? }` where handed over, else by what the user picks, first a field
 * and then values of it.
 */
export async function filterByField(view: TimelineView, argument: unknown): Promise<void> {
  const given = isObject(argument) && isName(argument['field']) ? typedField(argument['field']) : undefined;
  const field = given ?? (await pickField(view));
  if (field !== undefined) {
    await filterByValues(view, fieldChoice(field), isObject(argument) && 'values' in argument ? argument : undefined);
  }
}

function fieldChoice(field: string): Choice {
  return { title: vscode.l10n.t('Filter by {0}', field), sections: [{ heading: '', listed: field, filtered: field }], isRead: true };
}

/** Lets the user pick a field, also one that is not in the list, by its name; undefined if they turn away. */
async function pickField(view: TimelineView): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<FieldItem>();
  pick.title = vscode.l10n.t('Filter by any field');
  pick.placeholder = vscode.l10n.t('A field, a key, or a path of keys such as context.ticket.owner');
  pick.matchOnDescription = true;
  pick.busy = true;
  const left = new AbortController();
  const picked = new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.field));
    pick.onDidHide(() => resolve(undefined));
  });
  let known: readonly FieldItem[] = [];
  const list = (): void => {
    pick.items = [...known, ...typedItem(pick.value, known)];
  };
  pick.onDidChangeValue(list);
  pick.show();
  try {
    void fieldItems(view, AbortSignal.any([view.signal, left.signal])).then((items) => {
      if (!left.signal.aborted) {
        known = items;
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
