import * as vscode from 'vscode';
import { numberText } from '../base/countText.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { debounce, type Debounced } from '../lifetime/debounce.ts';
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
  /** Called while the list already shows, and again when the log has grown; undefined where there is no answer. */
  readonly load: (progress: LoadProgress) => Promise<LoadedValues | undefined>;
  /** Calls back each time that the log has grown, until it is disposed. */
  readonly onGrown: (listener: () => void) => Disposable;
  /** Shows what is picked so far; undefined when nothing is being chosen any more. */
  readonly preview: (items: readonly ValueItem[] | undefined) => void;
}

const none: LoadedValues = { items: [], distinct: 0, uncounted: 0 };

/** Each preview is a question to the engine, and people tick several boxes in a row. */
const previewDelay = 150;

/** New items disturb whoever reads the list: while a log is loading they come so often, in milliseconds. */
const renewalDelay = 300;
const mostRenewalDelay = 1000;

/** Lets the user pick any number of values; undefined if they turn away. */
export async function pickValues({ title, load, onGrown, preview }: PickOptions): Promise<readonly ValueItem[] | undefined> {
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
    let hasGrown = false;
    const first = onGrown(() => (hasGrown = true));
    owned.add(first);
    const loaded = await Promise.race([load({ signal: left.signal, report }), picked.then(() => undefined)]);
    const { items } = loaded ?? none;
    pick.busy = false;
    pick.placeholder = shownText(loaded ?? none);
    pick.items = withHeadings(items);
    pick.selectedItems = pick.items.filter((item) => item.picked === true);
    choice.begin();
    first.dispose();
    const renewSoon = owned.add(
      renewal(async () => {
        const renewed = await load({ signal: left.signal, report: () => undefined });
        if (renewed !== undefined && !left.signal.aborted) {
          pick.placeholder = shownText(renewed);
          choice.renew(renewed.items, withHeadings);
        }
      }),
    );
    owned.add(onGrown(renewSoon));
    if (hasGrown) {
      renewSoon();
    }
    owned.add(pick.onDidChangeSelection(() => choice.ticked() && previewSoon()));
    owned.add(pick.onDidChangeActive(() => choice.moved() && previewSoon()));
    return await picked;
  } finally {
    left.abort();
    owned.dispose();
    preview(undefined);
  }
}

/** Renews what is shown soon after it is called, one renewal after the other. */
function renewal(renew: () => Promise<void>): Debounced {
  let last = Promise.resolve();
  return debounce(() => (last = last.then(renew)), renewalDelay, mostRenewalDelay);
}

function shownText({ items, distinct, uncounted }: LoadedValues): string {
  const values = [numberText(items.length), numberText(distinct)];
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
