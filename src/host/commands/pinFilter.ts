import * as vscode from 'vscode';
import { parseQuery } from '../../core/query/parseQuery.ts';
import { positionedMessage } from '../../core/query/queryError.ts';
import { say } from '../../protocol/say.ts';
import { isObject, text } from '../../protocol/guards.ts';
import { visibleText } from '../../protocol/visibleText.ts';
import type { TimelineView } from '../editor/timelineView.ts';

const isFilter = text(100_000);

/**
 * Pins a filter, so that it holds for the log whatever else it is filtered by: `{ filter }` where handed over, else the timeline's own,
 * whose place is free then for the next one.
 */
export async function pinFilter(view: TimelineView, argument: unknown): Promise<void> {
  const { query, pinned = [] } = view.state;
  const given = givenFilter(argument);
  const filter = given ?? query;
  const parsed = parseQuery(filter);
  if (!parsed.ok) {
    void vscode.window.showErrorMessage(say(positionedMessage(parsed.error)));
  } else if (parsed.query.kind === 'all') {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no filter to pin. Filter the records first.'));
  } else {
    await view.apply({
      kind: 'filter',
      query: given === undefined ? '' : query,
      pinned: pinned.includes(filter) ? pinned : [...pinned, filter],
    });
  }
}

/** Unpins `{ filter }` where handed over, else the one that is pinned, or that the user picks. */
export async function unpinFilter(view: TimelineView, argument: unknown): Promise<void> {
  const { query, pinned = [] } = view.state;
  const filter = givenFilter(argument) ?? (pinned.length > 1 ? await pickPinned(pinned) : pinned[0]);
  if (pinned.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No filter is pinned.'));
  } else if (filter !== undefined) {
    await view.apply({ kind: 'filter', query, pinned: pinned.filter((other) => other !== filter) });
  }
}

async function pickPinned(pinned: readonly string[]): Promise<string | undefined> {
  const items = pinned.map((filter) => ({ label: visibleText(filter).replaceAll('$(', '$ ('), filter }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Unpin filter'), ignoreFocusOut: true }))?.filter;
}

function givenFilter(argument: unknown): string | undefined {
  return isObject(argument) && isFilter(argument['filter']) ? argument['filter'].trim() : undefined;
}
