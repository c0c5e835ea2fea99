import * as vscode from 'vscode';
import { withoutTimeRange } from '../../core/query/editTimeRange.ts';
import { farStretches } from '../../core/timeline/farStretches.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Takes the limits of time out of the filter, and shows all times or those of nearly all records. */
export async function showExtent(view: TimelineView, extent: 'whole' | 'dense'): Promise<void> {
  await view.apply({ kind: 'filter', query: withoutTimeRange(view.state.query), range: null });
  await view.apply({ kind: 'viewport', viewport: null });
  view.showExtent(extent);
}

/** Shows the time of the few records that lie far before or after all others. */
export async function showFar(view: TimelineView, side: 'before' | 'after'): Promise<void> {
  const outcome = await view.session.request('outliers', { query: '' }, view.signal);
  if (outcome.status !== 'ok') {
    return;
  }
  const span = farStretches(outcome.answer)?.[side];
  if (span === undefined) {
    const sentence =
      side === 'before'
        ? vscode.l10n.t('No record is far before all others in time.')
        : vscode.l10n.t('No record is far after all others in time.');
    void vscode.window.showInformationMessage(sentence);
    return;
  }
  await view.apply({ kind: 'viewport', viewport: [String(span.from), String(span.to)] });
}
