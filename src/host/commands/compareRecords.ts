import * as vscode from 'vscode';
import { isObject, list } from '../../protocol/guards.ts';
import { recordRef, type RecordRef } from '../../protocol/reference.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** The record of each timeline that others are compared with. */
const chosen = new WeakMap<TimelineView, RecordRef>();

const isPair = list(recordRef, 2, 2);

/** How long the status bar says which record was chosen. Milliseconds. */
const shownFor = 5000;

/** Remembers the selected record, for the next comparison. */
export function selectForCompare(view: TimelineView): void {
  const { selected } = view.state;
  if (selected === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
    return;
  }
  chosen.set(view, selected);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Record {0} is selected for compare.', String(selected.index)), shownFor);
}

/** Compares two records field by field: `{ records: [first, second] }` where handed over, else the one selected for compare and the selected one. */
export async function compareWithSelected(view: TimelineView, argument: unknown): Promise<void> {
  const { selected } = view.state;
  const given = isObject(argument) && isPair(argument['records']) ? argument['records'] : undefined;
  const [first, second] = given ?? [chosen.get(view), selected ?? undefined];
  if (first === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('First choose “Select Record for Compare” on another record.'));
  } else if (second === undefined || isSame(first, second)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select another record to compare with record {0}.', String(first.index)));
  } else {
    if (view.state.page.kind !== 'records') {
      await view.apply({ kind: 'open', page: { kind: 'records' } });
    }
    await view.apply({ kind: 'select', ref: second });
    view.act({ act: 'compare', first, second });
  }
}

function isSame(left: RecordRef, right: RecordRef): boolean {
  return left.source === right.source && left.index === right.index;
}
