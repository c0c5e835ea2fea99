import * as vscode from 'vscode';
import { fieldValuesOf, withFieldValues } from '../../core/query/editQuery.ts';
import { isObject, text } from '../../protocol/guards.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { inputWithPreview } from './inputWithPreview.ts';

const isText = text(10_000);

/** Shows the records whose text holds `{ text }` where handed over, else what the user types; empty text takes that away again. */
export async function filterByText(view: TimelineView, argument: unknown): Promise<void> {
  const { query } = view.state;
  const given = isObject(argument) && isText(argument['text']) ? argument['text'] : undefined;
  const queryOf = (typed: string): string => withFieldValues(query, 'text', typed.trim() === '' ? [] : [typed.trim()]);
  const typed =
    given ??
    (await inputWithPreview(view, {
      title: vscode.l10n.t('Filter by text'),
      prompt: vscode.l10n.t('Text anywhere in the record, without regard to case'),
      value: fieldValuesOf(query, 'text')[0] ?? '',
      queryOf,
    }));
  if (typed !== undefined) {
    await view.apply({ kind: 'filter', query: queryOf(typed) });
  }
}
