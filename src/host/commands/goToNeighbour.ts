import * as vscode from 'vscode';
import { andTerm } from '../../core/query/editQuery.ts';
import { pageQuery } from '../../core/query/pageQuery.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { ViewCommand } from './commandContext.ts';

export type Direction = Requests['neighbour']['params']['direction'];

/** The record that ends a gap of sequence numbers has this finding. */
const afterGap = 'finding:sequence.gap';
const failure = 'resultGroup:failure';

/** Steps from record to record in the order of time, by the ids of package.json. */
export const stepCommands: Readonly<Record<string, ViewCommand>> = {
  'auditLog.record.nextMatch': (view) => goToMatch(view, 'next'),
  'auditLog.record.previousMatch': (view) => goToMatch(view, 'previous'),
  'auditLog.record.nextFailure': (view) => goToNeighbour(view, failure, 'next'),
  'auditLog.record.previousFailure': (view) => goToNeighbour(view, failure, 'previous'),
  'auditLog.gap.next': (view) => goToNeighbour(view, afterGap, 'next'),
  'auditLog.gap.previous': (view) => goToNeighbour(view, afterGap, 'previous'),
};

/**
 * The nearest record that a filter finds before or after the selected one, in the order of time; where none is selected, the latest or
 * the first. Undefined where there is none.
 */
export async function neighbourOf(view: TimelineView, query: string, direction: Direction): Promise<RecordRef | undefined> {
  const { selected } = view.state;
  if (selected !== null) {
    return (await answerOf(view.session, 'neighbour', { ref: selected, direction, query }, view.signal)).record ?? undefined;
  }
  const order = direction === 'next' ? 'oldest' : 'newest';
  return (await answerOf(view.session, 'page', { query, order, from: { at: 0 }, count: 1 }, view.signal)).rows[0]?.ref;
}

/** Selects the nearest record that a term finds under the filter, and in the whole log if the user wants that. */
export async function goToNeighbour(view: TimelineView, term: string, direction: Direction): Promise<void> {
  const query = andTerm(pageQuery(view.state), term);
  if (await select(view, query, direction)) {
    return;
  }
  if (query !== term) {
    const whole = vscode.l10n.t('Look in the Whole Log');
    if (
      (await vscode.window.showInformationMessage(noneUnderFilter(direction), whole)) !== whole ||
      (await select(view, term, direction))
    ) {
      return;
    }
  }
  void vscode.window.showInformationMessage(
    direction === 'next'
      ? vscode.l10n.t('The log has no such record after this one.')
      : vscode.l10n.t('The log has no such record before this one.'),
  );
}

/** Selects the nearest record that the filter finds, also from one that it hides. */
async function goToMatch(view: TimelineView, direction: Direction): Promise<void> {
  if (!(await select(view, pageQuery(view.state), direction))) {
    void vscode.window.showInformationMessage(noneUnderFilter(direction));
  }
}

function noneUnderFilter(direction: Direction): string {
  return direction === 'next'
    ? vscode.l10n.t('The filter finds no such record after this one.')
    : vscode.l10n.t('The filter finds no such record before this one.');
}

/** Selects what is found, on a page that shows it; false where nothing is. */
async function select(view: TimelineView, query: string, direction: Direction): Promise<boolean> {
  const ref = await neighbourOf(view, query, direction);
  if (ref === undefined) {
    return false;
  }
  const { kind } = view.state.page;
  if (kind === 'findings' || kind === 'coverage') {
    await view.apply({ kind: 'open', page: { kind: 'records' } });
  }
  await view.apply({ kind: 'select', ref });
  return true;
}
