import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Selects a record in a timeline, on its page of records, and says so where the filter hides it. */
export async function showRecord(view: TimelineView, ref: RecordRef): Promise<void> {
  if (view.state.page.kind !== 'records') {
    await view.apply({ kind: 'open', page: { kind: 'records' } });
  }
  await view.apply({ kind: 'select', ref });
  view.focus('records');
  // The command is done; whether the offer is taken is another matter.
  void offerToClear(view, ref);
}

/** A record that the filter hides is selected all the same; the user may want to see its neighbours. */
async function offerToClear(view: TimelineView, ref: RecordRef): Promise<void> {
  const { query: own, page, pinned = [] } = view.state;
  const query = pageQuery({ query: own, page, pinned });
  const outcome = await view.session.request('page', { query, order: 'file', from: { around: ref }, count: 0 }, view.signal);
  if (outcome.status !== 'ok' || outcome.answer.found !== null) {
    return;
  }
  const clear = vscode.l10n.t('Clear Filters');
  const unpin = vscode.l10n.t('Unpin Filters');
  const ways = [...(own === '' ? [] : [clear]), ...(pinned.length === 0 ? [] : [unpin])];
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('The filter hides this record from the list.'), ...ways);
  if (chosen === clear) {
    await view.apply({ kind: 'filter', query: '' });
  } else if (chosen === unpin) {
    await view.apply({ kind: 'filter', query: own, pinned: [] });
  }
}
