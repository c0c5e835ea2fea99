import * as vscode from 'vscode';
import { isObject, list } from '../../protocol/guards.ts';
import { recordRef, type RecordRef } from '../../protocol/reference.ts';
import type { ComparedTexts } from '../recordDocuments/comparedTexts.ts';
import type { TimelineView } from '../editor/timelineView.ts';

const isPair = list(recordRef, 2, 2);

/** How long the status bar says which record was chosen. Milliseconds. */
const shownFor = 5000;

/** Marks the selected record for the next comparison. */
export function selectForCompare(view: TimelineView): void {
  const { selected } = view.state;
  if (selected === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
    return;
  }
  view.forCompare = selected;
  vscode.window.setStatusBarMessage(vscode.l10n.t('Record {0} is selected for compare.', String(selected.index)), shownFor);
}

/**
 * Compares two records field by field: `{ records: [first, second] }` where handed over, else the two that are selected in the list, else
 * the one selected for compare and the selected one.
 */
export async function compareWithSelected(view: TimelineView, argument: unknown): Promise<void> {
  const pair = pairOf(view, argument);
  if (pair !== undefined) {
    if (view.state.page.kind !== 'records') {
      await view.apply({ kind: 'open', page: { kind: 'records' } });
    }
    await view.apply({ kind: 'select', ref: pair.second });
    view.act({ act: 'compare', ...pair });
  }
}

/** Compares the same two as text, in the diff editor of VS Code. */
export async function compareAsText(view: TimelineView, argument: unknown, texts: ComparedTexts): Promise<void> {
  const pair = pairOf(view, argument);
  if (pair !== undefined) {
    await texts.show(view.uri, pair.first, pair.second, view.viewColumn);
  }
}

/** The two records that a command is about; undefined, and said, where there are not two. */
function pairOf(view: TimelineView, argument: unknown): { readonly first: RecordRef; readonly second: RecordRef } | undefined {
  const { selected } = view.state;
  const given = isObject(argument) && isPair(argument['records']) ? argument['records'] : undefined;
  const [first, second] = given ?? [view.paired ?? view.forCompare, selected ?? undefined];
  if (first === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select two records, or choose “Select Record for Compare” on another one first.'),
    );
    return undefined;
  }
  if (second === undefined || isSame(first, second)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select another record to compare with record {0}.', String(first.index)));
    return undefined;
  }
  return { first, second };
}

function isSame(left: RecordRef, right: RecordRef): boolean {
  return left.source === right.source && left.index === right.index;
}
