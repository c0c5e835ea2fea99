import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { numberText } from '../base/countText.ts';
import { type ExcerptChoice, maxExcerptRecords, surroundingRecords } from '../base/excerptChoice.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';

/** So many records before and after one are shown with it. */
const fewAround = 10;
const manyAround = 100;

/** Has the user pick which records to open: the selected one, with those around it or without, or all that are `shown`. */
export async function pickExcerpt(view: TimelineView, selected: RecordRef, shown: ExcerptChoice): Promise<ExcerptChoice | undefined> {
  const query = pageQuery(view.state);
  const page = await answerOf(view.session, 'page', { query, order: 'file', from: { at: 0 }, count: 0, soFar: true }, view.signal);
  const { matching } = page;
  const sources = view.session.snapshot?.sources ?? [];
  const items: readonly (vscode.QuickPickItem & { readonly choice: ExcerptChoice })[] = [
    { label: vscode.l10n.t('The selected record'), choice: surroundingRecords(selected, 0, sources) },
    {
      label: vscode.l10n.t('The selected record and {0} before and after it', String(fewAround)),
      choice: surroundingRecords(selected, fewAround, sources),
    },
    {
      label: vscode.l10n.t('The selected record and {0} before and after it', String(manyAround)),
      choice: surroundingRecords(selected, manyAround, sources),
    },
    {
      label: vscode.l10n.t('All records that the timeline shows'),
      description:
        matching > maxExcerptRecords
          ? vscode.l10n.t('the first {0} of {1}', numberText(maxExcerptRecords), numberText(matching))
          : numberText(matching),
      choice: shown,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open records pretty-printed'),
    // The timeline takes the keyboard back when the palette closes, which would close the question at once.
    ignoreFocusOut: true,
  });
  return picked?.choice;
}
