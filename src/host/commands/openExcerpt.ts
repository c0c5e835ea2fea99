import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import type { Order } from '../../protocol/answers/page.ts';
import { isObject, list } from '../../protocol/guards.ts';
import { recordRef, type RecordRef } from '../../protocol/reference.ts';
import { order as isOrder, query as isQuery } from '../../protocol/requests.ts';
import { isListRows } from '../../protocol/viewMessages.ts';
import { chosenRecords, type ExcerptChoice, maxExcerptRecords, surroundingRecords } from '../base/excerptChoice.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { LogTextDocument } from '../languageFeatures/logTextDocument.ts';
import type { CommandContext } from './commandContext.ts';
import { pickExcerpt } from './pickExcerpt.ts';
import { selectedRows } from './selectedRows.ts';

type Context = Pick<CommandContext, 'excerpts' | 'texts' | 'timelines'>;

/** So many records before and after the one at the cursor are shown with it. */
const around = 10;

const isRecords = list(recordRef, 1, maxExcerptRecords);

/**
 * Opens records pretty-printed in a document: `{ records }`, or those of `{ query, order }`, where handed over; in a text, the records
 * of the selection, or those around the cursor; in the timeline, those that are selected in the list, else what the user picks.
 */
export async function openExcerpt(context: Context, argument: unknown): Promise<void> {
  const { excerpts, texts, timelines } = context;
  const editor = vscode.window.activeTextEditor;
  const text = editor && texts.of(editor.document);
  // Menus of texts hand over their address.
  if (editor !== undefined && text !== undefined && (!isObject(argument) || argument instanceof vscode.Uri)) {
    const choice = await choiceInText(text, editor.selection);
    if (choice !== undefined) {
      const record = await recordAt(text, editor.selection.active);
      await excerpts.show({ log: text.log, choice }, editor.viewColumn, record && { record });
    }
    return;
  }
  const view = timelines.current;
  if (view === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an audit log in the timeline first.'));
    return;
  }
  const given = givenChoice(argument);
  if (given === undefined && !isFromPage(argument) && view.state.page.kind === 'records') {
    // The page knows which records are selected, and comes back with them.
    view.act({ act: 'openExcerpt' });
    return;
  }
  const choice = given ?? (await choiceInTimeline(view, argument));
  if (choice !== undefined) {
    const { selected } = view.state;
    await excerpts.show({ log: view.uri, choice }, view.viewColumn, selected === null ? undefined : { record: selected });
  }
}

/** The records of a selection, or around a cursor; undefined outside of records, which is said. */
async function choiceInText(text: LogTextDocument, { start, end, isEmpty }: vscode.Selection): Promise<ExcerptChoice | undefined> {
  const [first, last] = [await recordAt(text, start), await recordAt(text, end)];
  if (first === undefined || last === undefined || first.source !== last.source) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a record first.'));
    return undefined;
  }
  return isEmpty
    ? surroundingRecords(first, around, text.session.snapshot?.sources ?? [])
    : { kind: 'records', runs: [[first.source, first.index, last.index]], total: last.index - first.index + 1 };
}

async function recordAt(text: LogTextDocument, position: vscode.Position): Promise<RecordRef | undefined> {
  const place = text.excerpt === undefined ? text.toLog(position) : undefined;
  const known = text.record ?? text.excerpt?.recordAt(position.line);
  if (known !== undefined || place === undefined) {
    return known;
  }
  return (await answerOf(text.session, 'recordAt', place, new AbortController().signal)).record ?? undefined;
}

function givenChoice(argument: unknown): ExcerptChoice | undefined {
  if (!isObject(argument)) {
    return undefined;
  }
  const { records, query, order = 'file' } = argument;
  if (isRecords(records)) {
    return chosenRecords(records);
  }
  return isQuery(query) && isOrder(order) ? { kind: 'filter', query, order } : undefined;
}

/** What the page sends: which rows are selected where these are several, and in which order the list is. */
function isFromPage(argument: unknown): argument is { readonly rows: unknown; readonly order: Order } {
  return isObject(argument) && 'rows' in argument && isOrder(argument['order']);
}

async function choiceInTimeline(view: TimelineView, argument: unknown): Promise<ExcerptChoice | undefined> {
  const { rows = null, order = 'file' as const } = isFromPage(argument) ? argument : {};
  if (isListRows(rows)) {
    const chosen = await selectedRows(view.session, rows, maxExcerptRecords, view.signal);
    if (chosen === undefined) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Nothing was opened: the list has changed since the records were selected. Select them again.'),
      );
      return undefined;
    }
    return chosenRecords(chosen.refs, chosen.total);
  }
  const shown: ExcerptChoice = { kind: 'filter', query: pageQuery(view.state), order };
  const { selected } = view.state;
  return selected === null ? shown : pickExcerpt(view, selected, shown);
}
