import * as vscode from 'vscode';
import { isObject, text } from '../../protocol/guards.ts';
import { typedField } from '../../core/query/typedField.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { pickField } from './pickField.ts';
import { filterByValues, type Choice } from './filterByValues.ts';

const isName = text(1000);

/**
 * Filters the timeline by values of any field: `{ field, values? }` where handed over, else by what the user picks, first a field
 * and then values of it.
 */
export async function filterByField(view: TimelineView, argument: unknown): Promise<void> {
  const given = isObject(argument) && isName(argument['field']) ? typedField(argument['field']) : undefined;
  const field = given ?? (await pickField(view, vscode.l10n.t('Filter by any field')));
  if (field !== undefined) {
    await filterByValues(view, fieldChoice(field), isObject(argument) && 'values' in argument ? argument : undefined);
  }
}

function fieldChoice(field: string): Choice {
  return { title: vscode.l10n.t('Filter by {0}', field), sections: [{ heading: '', listed: field, filtered: field }], isRead: true };
}
