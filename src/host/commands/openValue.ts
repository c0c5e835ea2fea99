import * as vscode from 'vscode';
import { pageOfTerm, pageOfValue, type ValuePage } from '../../core/query/valuePage.ts';
import { typedField } from '../../core/query/typedField.ts';
import { isObject, text } from '../../protocol/guards.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { pickField } from './pickField.ts';
import { pickValue } from './pickValue.ts';

const isTerm = text(100_000);
const isName = text(1000);

/**
 * Opens the page of a value: `{ field, value }` or, as context menus hand it over, `{ fieldFilter }`, a term; else of one that the user
 * picks, from the values of the selected record or from those of any field.
 */
export async function openValue(view: TimelineView, argument: unknown): Promise<void> {
  const given = givenPage(argument);
  const page = given === undefined ? await pickPage(view) : given;
  if (page === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no page of this: it is no single value of a field.'));
  } else if (page !== undefined) {
    await view.apply({ kind: 'open', page });
  }
}

/** Undefined where nothing is handed over; null where it is no value. */
function givenPage(argument: unknown): ValuePage | null | undefined {
  if (!isObject(argument)) {
    return undefined;
  }
  const { field, value, fieldFilter } = argument;
  if (isName(field) && isTerm(value)) {
    return pageOfValue(typedField(field) ?? '', value) ?? null;
  }
  return isTerm(fieldFilter) ? (pageOfTerm(fieldFilter) ?? null) : undefined;
}

async function pickPage(view: TimelineView): Promise<ValuePage | undefined> {
  const title = vscode.l10n.t('Open page of value');
  const ofRecord = await pagesOfSelected(view);
  if (ofRecord.length > 0) {
    const others: PageItem = { label: vscode.l10n.t('A value of any field…'), page: undefined };
    const picked = await vscode.window.showQuickPick([...ofRecord, others], { title, matchOnDescription: true, ignoreFocusOut: true });
    if (picked === undefined || picked.page !== undefined) {
      return picked?.page;
    }
  }
  const field = await pickField(view, title);
  const value = field === undefined ? undefined : await pickValue(view, field, vscode.l10n.t('Open page of {0}', field));
  return field === undefined || value === undefined ? undefined : pageOfValue(field, value);
}

interface PageItem extends vscode.QuickPickItem {
  readonly page: ValuePage | undefined;
}

/** The values of the selected record, each with its field; none where no record is selected. */
async function pagesOfSelected({ state, session, signal }: TimelineView): Promise<readonly PageItem[]> {
  const outcome = state.selected === null ? undefined : await session.request('record', { ref: state.selected }, signal);
  return outcome?.status === 'ok'
    ? outcome.answer.fields.flatMap(({ name, text: label, filter }): readonly PageItem[] => {
        const page = filter === null ? undefined : pageOfTerm(filter);
        return page === undefined ? [] : [{ label, description: name, page }];
      })
    : [];
}
