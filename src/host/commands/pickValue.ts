import * as vscode from 'vscode';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import { numberText, recordsText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { readField } from './readField.ts';

type Item = vscode.QuickPickItem & { readonly chosen?: string };

/** A list that nobody could read to its end; a value that is typed need not be in it. */
const limit = 1000;

/** Lets the user pick one value of a field of the whole log, or type one; undefined if they turn away. */
export async function pickValue(view: TimelineView, field: string, title: string): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Loading values…');
  pick.matchOnDescription = true;
  pick.busy = true;
  // The timeline takes the keyboard back when the palette closes, which would close the list at once.
  pick.ignoreFocusOut = true;
  const left = new AbortController();
  const picked = new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.chosen));
    pick.onDidHide(() => resolve(undefined));
  });
  let known: readonly Item[] = [];
  const list = (): void => {
    pick.items = withTyped(known, pick.value);
  };
  pick.onDidChangeValue(list);
  pick.show();
  try {
    void load(view, field, pick, AbortSignal.any([view.signal, left.signal])).then((items) => {
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

/** The values, those of most records first; how many there are is said in the box. */
async function load(view: TimelineView, field: string, pick: vscode.QuickPick<Item>, signal: AbortSignal): Promise<readonly Item[]> {
  await readField(view, field, signal, (read, total) => {
    pick.placeholder = vscode.l10n.t('Reading records: {0} of {1}', numberText(read), numberText(total));
  });
  const outcome = await view.session.request('facets', { query: '', field, limit }, signal);
  if (outcome.status !== 'ok') {
    return [];
  }
  const { values, distinct } = outcome.answer;
  pick.placeholder = vscode.l10n.t('{0} of {1} values shown', numberText(values.length), numberText(distinct));
  return values.flatMap(({ value, count }): readonly Item[] =>
    value === null ? [] : [{ label: maskSecrets(value), description: recordsText(count), chosen: value }],
  );
}

function withTyped(items: readonly Item[], typed: string): readonly Item[] {
  const value = typed.trim();
  return value === '' || items.some(({ chosen }) => chosen?.toLowerCase() === value.toLowerCase())
    ? items
    : [...items, { label: value, description: vscode.l10n.t('as typed'), alwaysShow: true, chosen: value }];
}
