import * as vscode from 'vscode';
import type { RecordDetail } from '../../protocol/answers/record.ts';
import type { ViewPage } from '../../protocol/viewMessages.ts';
import { isObject } from '../../protocol/guards.ts';
import { isViewPage } from '../../protocol/viewMessages.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Opens the page of a caller: `{ type, value }` where handed over, else the caller of the selected record. */
export async function openCaller(view: TimelineView, argument: unknown): Promise<void> {
  const page =
    isObject(argument) && 'value' in argument
      ? { kind: 'caller', type: argument['type'], value: argument['value'] }
      : await pageOfSelected(view, callerOf);
  await openPage(view, page, vscode.l10n.t('The record names no caller.'));
}

/** Opens the page of a target: `{ path: [{ level, name }…] }` where handed over, else the target of the selected record. */
export async function openTarget(view: TimelineView, argument: unknown): Promise<void> {
  const page = isObject(argument) && 'path' in argument ? { kind: 'target', path: argument['path'] } : await pageOfSelected(view, targetOf);
  await openPage(view, page, vscode.l10n.t('The record names no target.'));
}

async function openPage(view: TimelineView, page: unknown, absent: string): Promise<void> {
  if (isViewPage(page)) {
    await view.apply({ kind: 'open', page });
  } else if (view.state.selected === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
  } else {
    void vscode.window.showInformationMessage(absent);
  }
}

async function pageOfSelected(view: TimelineView, pageOf: (detail: RecordDetail) => ViewPage | undefined): Promise<ViewPage | undefined> {
  const { selected } = view.state;
  if (selected === null) {
    return undefined;
  }
  const outcome = await view.session.request('record', { ref: selected }, view.signal);
  return outcome.status === 'ok' ? pageOf(outcome.answer) : undefined;
}

function callerOf({ row: { caller } }: RecordDetail): ViewPage | undefined {
  return caller === null ? undefined : { kind: 'caller', type: caller.type ?? '', value: caller.value };
}

/** The resource where the record names one, else the place, else its most telling target. An empty path is no page. */
function targetOf({ resource, place, targets }: RecordDetail): ViewPage {
  const path = [resource, place, targets.slice(0, 1)].find(({ length }) => length > 0);
  return { kind: 'target', path: path ?? [] };
}
