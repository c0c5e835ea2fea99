import * as vscode from 'vscode';
import type { Order, Page } from '../../protocol/answers/page.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { parseRecordPlace, type RecordPlace } from './recordPlace.ts';
import { showRecord } from './showRecord.ts';

/** Selects a record by number, line or time: the text handed over, else what the user types. */
export async function goToRecord(view: TimelineView, argument: unknown): Promise<void> {
  const text = typeof argument === 'string' || typeof argument === 'number' ? String(argument) : await askForPlace();
  const place = text === undefined ? undefined : parseRecordPlace(text);
  if (place === undefined) {
    return;
  }
  const ref = await find(view, place);
  if (ref === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The log has no such record.'));
    return;
  }
  await showRecord(view, ref);
}

function askForPlace(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    // The timeline takes the keyboard back when the palette closes, which would close the question at once.
    ignoreFocusOut: true,
    title: vscode.l10n.t('Go to record'),
    prompt: vscode.l10n.t('Number of the record, “:” and a line, or a time such as 2020-11-23T18:23'),
    validateInput: (text) =>
      text.trim() === '' || parseRecordPlace(text) !== undefined
        ? undefined
        : vscode.l10n.t('Expected a number such as 1277, a line such as :1278, or a time such as 2020-11-23T18:23.'),
  });
}

async function find(view: TimelineView, place: RecordPlace): Promise<RecordRef | undefined> {
  switch (place.kind) {
    case 'record':
      return firstOf(await page(view, `record:${place.number}`, 'file', 0));
    case 'line': {
      // The record that the line belongs to is the last one that begins on it or before it.
      const before = await page(view, `line<=${place.number}`, 'file', 0);
      return before === undefined || before.matching === 0
        ? undefined
        : firstOf(await page(view, `line<=${place.number}`, 'file', before.matching - 1));
    }
    case 'time':
      return firstOf(await page(view, place.query, 'oldest', 0));
  }
}

async function page(view: TimelineView, query: string, order: Order, at: number): Promise<Page | undefined> {
  const outcome = await view.session.request('page', { query, order, from: { at }, count: 1 }, view.signal);
  return outcome.status === 'ok' ? outcome.answer : undefined;
}

function firstOf(answer: Page | undefined): RecordRef | undefined {
  return answer?.rows[0]?.ref;
}
