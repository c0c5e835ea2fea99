import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { isObject, text } from '../../protocol/guards.ts';
import { say } from '../../protocol/say.ts';
import { visibleText } from '../../protocol/visibleText.ts';
import { recordsText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { Disposables } from '../lifetime/disposables.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type NamedFilter, namedFilters } from './namedFilters.ts';

type FilterItem = vscode.QuickPickItem & { readonly filter: NamedFilter };
type Item = FilterItem | (vscode.QuickPickItem & { readonly filter?: undefined });

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
export async function filterByName(view: TimelineView, argument: unknown): Promise<void> {
  const name = isObject(argument) && isName(argument['name']) ? argument['name'] : undefined;
  const filter = name === undefined ? await pickFilter(view) : await filterNamed(view, name);
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

async function pickFilter(view: TimelineView): Promise<NamedFilter | undefined> {
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
  const picked = new Promise<NamedFilter | undefined>((resolve) => {
    owned.add(pick.onDidAccept(() => resolve(pick.activeItems[0]?.filter)));
    owned.add(pick.onDidHide(() => resolve(undefined)));
  });
  pick.show();
  try {
    const filters = await Promise.race([namedFilters(view, signal), picked.then(() => [])]);
    const descriptions = filters.map(() => '…');
    pick.items = itemsOf(filters, descriptions);
    previewActive(view, pick, owned);
    const showSoon = owned.add(debounce(() => showDescriptions(pick, itemsOf(filters, descriptions)), countDelay, mostCountDelay));
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

/** Shows what the active item would filter by, as soon as the user has moved. */
function previewActive(view: TimelineView, pick: vscode.QuickPick<Item>, owned: Disposables): void {
  let first = pick.items.find(({ filter }) => filter !== undefined)?.filter;
  const preview = owned.add(debounce(() => view.preview(pick.activeItems[0]?.filter?.query ?? null), previewDelay));
  owned.add(
    pick.onDidChangeActive(([item]) => {
      // That the first item is active at the beginning, and again with each count, is nothing that the user has done.
      if (item?.filter !== first) {
        first = undefined;
        preview();
      }
    }),
  );
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

/** New items, with the same one active. */
function showDescriptions(pick: vscode.QuickPick<Item>, items: readonly Item[]): void {
  const active = pick.activeItems[0]?.filter;
  pick.keepScrollPosition = true;
  pick.items = items;
  pick.activeItems = items.filter(({ filter }) => filter !== undefined && filter === active);
}

function itemsOf(filters: readonly NamedFilter[], descriptions: readonly string[]): readonly Item[] {
  const items: Item[] = [];
  for (const [at, filter] of filters.entries()) {
    if (filters[at - 1]?.isSaved !== filter.isSaved) {
      items.push({ label: filter.isSaved ? vscode.l10n.t('Saved') : vscode.l10n.t('Built in'), kind: vscode.QuickPickItemKind.Separator });
    }
    items.push({ label: plainLabel(filter.title), description: descriptions[at] ?? '', detail: plainLabel(filter.query), filter });
  }
  return items;
}

/** Text of settings, in which VS Code would make icons of `$(…)`. */
function plainLabel(label: string): string {
  return visibleText(label).replaceAll('$(', '$ (');
}
