import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { isObject, text } from '../../protocol/guards.ts';
import { say } from '../../protocol/say.ts';
import { visibleText } from '../../protocol/visibleText.ts';
import { recordsText } from '../base/countText.ts';
import type { RecentFilters } from '../editor/recentFilters.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { Disposables } from '../lifetime/disposables.ts';
import { debounce } from '../lifetime/debounce.ts';
import { ActiveFilter } from './activeFilter.ts';
import { type NamedFilter, namedFilters, recentlyUsed } from './namedFilters.ts';
import { type FilterButton, filterButtons } from './savedFilterActs.ts';

type FilterItem = vscode.QuickPickItem & { readonly filter: NamedFilter; readonly buttons: readonly FilterButton[] };
type Item = FilterItem | (vscode.QuickPickItem & { readonly filter?: undefined });

/** What the user does in the list: takes a filter, presses a button, or neither. */
type Choice = { readonly filter: NamedFilter } | { readonly button: FilterButton } | undefined;

const isName = text(1000);

/** Each preview is a question to the engine, and people move through several items in a row. */
const previewDelay = 150;

/** New items move the list under the user's hands: counts that come together are shown together, after so many milliseconds. */
const countDelay = 100;
const mostCountDelay = 1000;

/**
 * Filters the timeline by a saved or built-in filter in place of the one that it has: by that of `{ name }` where handed over, else by
 * the one that the user picks from a list with counts.
 */
export async function filterByName(view: TimelineView, argument: unknown, recent: RecentFilters): Promise<void> {
  const name = isObject(argument) && isName(argument['name']) ? argument['name'] : undefined;
  const filter = name === undefined ? await pickOrManage(view, recent) : await filterNamed(view, name);
  if (filter !== undefined) {
    await view.apply({ kind: 'filter', query: filter.query });
  }
}

async function filterNamed(view: TimelineView, name: string): Promise<NamedFilter | undefined> {
  const found = (await namedFilters(view, view.signal)).find((filter) => filter.name === name);
  if (found === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No filter has this name, or none for the formats of this log.'));
  }
  return found;
}

/** Shows the list until a filter is taken or the list is left; its buttons lead back to it. */
async function pickOrManage(view: TimelineView, recent: RecentFilters): Promise<NamedFilter | undefined> {
  for (;;) {
    const choice = await pickFilter(view, recent);
    if (choice === undefined || 'filter' in choice) {
      return choice?.filter;
    }
    await choice.button.run();
  }
}

async function pickFilter(view: TimelineView, recent: RecentFilters): Promise<Choice> {
  const owned = new Disposables();
  const left = new AbortController();
  const signal = AbortSignal.any([view.signal, left.signal]);
  const pick = owned.add(vscode.window.createQuickPick<Item>());
  pick.title = vscode.l10n.t('Filter by saved or built-in filter');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.busy = true;
  // The timeline takes the keyboard back when the palette closes, which would close the list at once.
  pick.ignoreFocusOut = true;
  const picked = new Promise<Choice>((resolve) => {
    owned.add(
      pick.onDidAccept(() => {
        const filter = pick.activeItems[0]?.filter;
        resolve(filter && { filter });
      }),
    );
    owned.add(
      pick.onDidTriggerItemButton(({ item, button }) => {
        const own = item.buttons?.find((one) => one === button);
        resolve(own !== undefined && 'run' in own ? { button: own as FilterButton } : undefined);
      }),
    );
    owned.add(pick.onDidHide(() => resolve(undefined)));
  });
  pick.show();
  try {
    const named = await Promise.race([namedFilters(view, signal), picked.then(() => [])]);
    const used = recentlyUsed(named, recent.all);
    const filters = [...used, ...named.filter((filter) => !used.includes(filter))];
    const list = { filters, used: used.length, buttonsOf: (filter: NamedFilter) => filterButtons(view, recent, filter) };
    const descriptions = filters.map(() => '…');
    const active = new ActiveFilter<Item>(pick);
    active.show(itemsOf(list, descriptions));
    const preview = owned.add(debounce(() => view.preview(active.moved?.query ?? null), previewDelay));
    owned.add(pick.onDidChangeActive(([item]) => active.changed(item) && preview()));
    const showSoon = owned.add(debounce(() => active.show(itemsOf(list, descriptions)), countDelay, mostCountDelay));
    void count(view, filters, signal, (at, description) => {
      descriptions[at] = description;
      showSoon();
    }).finally(() => {
      if (!owned.isDisposed) {
        pick.busy = false;
      }
    });
    return await picked;
  } finally {
    left.abort();
    owned.dispose();
    view.preview(null);
  }
}

/** One after the other: a filter may need a search through all records. */
async function count(
  view: TimelineView,
  filters: readonly NamedFilter[],
  signal: AbortSignal,
  report: (at: number, description: string) => void,
): Promise<void> {
  for (const [at, { query }] of filters.entries()) {
    const shown = pageQuery({ ...view.state, query });
    const outcome = await view.session.request('page', { query: shown, order: 'file', from: { at: 0 }, count: 0 }, signal);
    if (signal.aborted) {
      return;
    }
    report(at, outcome.status === 'ok' ? recordsText(outcome.answer.matching) : outcome.status === 'error' ? say(outcome.message) : '');
  }
}

interface FilterList {
  readonly filters: readonly NamedFilter[];
  /** How many of them, from the first on, were used last. */
  readonly used: number;
  readonly buttonsOf: (filter: NamedFilter) => readonly FilterButton[];
}

function itemsOf({ filters, used, buttonsOf }: FilterList, descriptions: readonly string[]): readonly Item[] {
  const items: Item[] = [];
  const headingAt = (at: number): string => (at < used ? vscode.l10n.t('Recently used') : headingOf(filters[at]!));
  for (const [at, filter] of filters.entries()) {
    if (at === 0 || headingAt(at) !== headingAt(at - 1)) {
      items.push({ label: headingAt(at), kind: vscode.QuickPickItemKind.Separator });
    }
    // A filter without a name is its own label.
    const detail = filter.kind === 'recent' ? {} : { detail: plainLabel(filter.query) };
    items.push({
      label: plainLabel(filter.title),
      description: descriptions[at] ?? '',
      ...detail,
      filter,
      buttons: buttonsOf(filter),
    });
  }
  return items;
}

function headingOf({ saved }: NamedFilter): string {
  switch (saved) {
    case 'user':
      return vscode.l10n.t('Saved for the user');
    case 'workspace':
      return vscode.l10n.t('Saved in the workspace');
    case undefined:
      return vscode.l10n.t('Built in');
  }
}

/** Text of settings, in which VS Code would make icons of `$(…)`. */
function plainLabel(label: string): string {
  return visibleText(label).replaceAll('$(', '$ (');
}
