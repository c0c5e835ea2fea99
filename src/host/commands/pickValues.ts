import * as vscode from 'vscode';
import { numberText } from '../base/countText.ts';
import { Disposables } from '../lifetime/disposables.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Item, ValueChoice, type ValueItem } from './valueChoice.ts';

export interface LoadedValues {
  readonly items: readonly ValueItem[];
  /** How many values there are in all. */
  readonly distinct: number;
  /** Records with values that are not counted one by one. */
  readonly uncounted: number;
}

/** What loading is given: it ends when the user turns away, and says how many records have been read. */
export interface LoadProgress {
  readonly signal: AbortSignal;
  readonly report: (read: number, total: number) => void;
}

interface PickOptions {
  readonly title: string;
  /** Called once, while the list already shows. */
  readonly load: (progress: LoadProgress) => Promise<LoadedValues>;
  /** Shows what is picked so far; undefined when nothing is being chosen any more. */
  readonly preview: (items: readonly ValueItem[] | undefined) => void;
}

/** Each preview is a question to the engine, and people tick several boxes in a row. */
const previewDelay = 150;

/** Lets the user pick any number of values; undefined if they turn away. */
export async function pickValues({ title, load, preview }: PickOptions): Promise<readonly ValueItem[] | undefined> {
  const owned = new Disposables();
  const pick = owned.add(vscode.window.createQuickPick<Item>());
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Loading values…');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.busy = true;
  // The timeline takes the keyboard back when the palette closes, which would close the list at once.
  pick.ignoreFocusOut = true;
  const choice = new ValueChoice(pick);
  const previewSoon = owned.add(debounce(() => preview(choice.previewed), previewDelay));

  const picked = new Promise<readonly ValueItem[] | undefined>((resolve) => {
    owned.add(pick.onDidAccept(() => resolve(pick.busy ? undefined : choice.accepted)));
    owned.add(pick.onDidHide(() => resolve(undefined)));
  });
  pick.show();
  const left = new AbortController();
  const report = (read: number, total: number): void => {
    pick.placeholder = vscode.l10n.t('Reading records: {0} of {1}', numberText(read), numberText(total));
  };
  try {
    const nothing = picked.then((): LoadedValues => ({ items: [], distinct: 0, uncounted: 0 }));
    const { items, distinct, uncounted } = await Promise.race([load({ signal: left.signal, report }), nothing]);
    pick.busy = false;
    pick.placeholder = shownText(items.length, distinct, uncounted);
    pick.items = withHeadings(items);
    pick.selectedItems = pick.items.filter((item) => item.picked === true);
    choice.begin();
    owned.add(pick.onDidChangeSelection(() => choice.ticked() && previewSoon()));
    owned.add(pick.onDidChangeActive(() => choice.moved() && previewSoon()));
    return await picked;
  } finally {
    left.abort();
    owned.dispose();
    preview(undefined);
  }
}

function shownText(shown: number, distinct: number, uncounted: number): string {
  const values = [numberText(shown), numberText(distinct)];
  return uncounted === 0
    ? vscode.l10n.t('{0} of {1} values shown', ...values)
    : vscode.l10n.t('{0} of more than {1} values shown; {2} records have others', ...values, numberText(uncounted));
}

function withHeadings(items: readonly ValueItem[]): readonly Item[] {
  const result: Item[] = [];
  let section = '';
  for (const item of items) {
    if (item.section !== section) {
      section = item.section;
      result.push({ label: section, kind: vscode.QuickPickItemKind.Separator });
    }
    result.push(item);
  }
  return result;
}
