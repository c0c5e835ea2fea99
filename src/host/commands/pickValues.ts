import * as vscode from 'vscode';
import { numberText } from '../base/countText.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { debounce, type Debounced } from '../lifetime/debounce.ts';
import { noValues, shownText, withHeadings, type LoadedValues, type LoadProgress } from './loadedValues.ts';
import { ValueChoice } from './valueChoice.ts';
import type { Item, ValueItem } from './valueItem.ts';

interface PickOptions {
  readonly title: string;
  /** Called while the list already shows, and again when the log has grown; undefined where there is no answer. */
  readonly load: (progress: LoadProgress) => Promise<LoadedValues | undefined>;
  /** Calls back each time that the log has grown, until it is disposed. */
  readonly onGrown: (listener: () => void) => Disposable;
  /** Shows what is picked so far; undefined when nothing is being chosen any more. */
  readonly preview: (items: readonly ValueItem[] | undefined) => void;
}

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
    const { items } = loaded ?? noValues;
    pick.busy = false;
    pick.placeholder = shownText(loaded ?? noValues);
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
  const renewNext = (): void => {
    last = last.then(renew);
  };
  return debounce(renewNext, renewalDelay, mostRenewalDelay);
}
