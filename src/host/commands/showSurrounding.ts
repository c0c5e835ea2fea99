import * as vscode from 'vscode';
import { literalTerm } from '../../core/query/editQuery.ts';
import { clampTicks, ticksFromText, ticksPerSecond } from '../../core/record/ticks.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { Intent } from '../../protocol/viewMessages.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { type Extent, givenExtent, parseExtent } from './surroundingExtent.ts';

/**
 * Shows what is around the selected record, whatever the filter: `{ records }` or `{ seconds }` before and after it where handed over,
 * else as much as the user picks. It is one step of the history: *Go Back* leads to the filter again.
 */
export async function showSurrounding(view: TimelineView, argument: unknown): Promise<void> {
  const { selected } = view.state;
  if (selected === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
    return;
  }
  const extent = givenExtent(argument) ?? (await pickExtent());
  const step =
    extent === undefined
      ? undefined
      : 'records' in extent
        ? stepOfRecords(view, selected, extent.records)
        : await stepOfTime(view, selected, extent.seconds);
  if (step === undefined) {
    return;
  }
  if (view.state.page.kind !== 'records') {
    await view.apply({ kind: 'open', page: { kind: 'records' } });
  }
  await view.apply(step);
  view.focus('records');
}

async function pickExtent(): Promise<Extent | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly extent: Extent | undefined })[] = [
    { label: vscode.l10n.t('10 records before and after'), extent: { records: 10 } },
    { label: vscode.l10n.t('50 records before and after'), extent: { records: 50 } },
    { label: vscode.l10n.t('10 seconds before and after'), extent: { seconds: 10 } },
    { label: vscode.l10n.t('1 minute before and after'), extent: { seconds: 60 } },
    { label: vscode.l10n.t('10 minutes before and after'), extent: { seconds: 600 } },
    { label: vscode.l10n.t('1 hour before and after'), extent: { seconds: 3600 } },
    { label: vscode.l10n.t('Other number or time…'), alwaysShow: true, extent: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Show surrounding records'), ignoreFocusOut: true });
  return picked === undefined || picked.extent !== undefined ? picked?.extent : askForExtent();
}

async function askForExtent(): Promise<Extent | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Show surrounding records'),
    ignoreFocusOut: true,
    prompt: vscode.l10n.t('A number of records such as 25, or a time such as 90s, 15m, 2h or 3d, before and after the record'),
    validateInput: (text) =>
      text.trim() === '' || parseExtent(text) !== undefined
        ? undefined
        : vscode.l10n.t('Expected a number of records such as 25, up to 1,000,000, or a time such as 90s, 15m, 2h, 3d or 1h 30m.'),
  });
  return typed === undefined ? undefined : parseExtent(typed);
}

/** Records of the same file, by their numbers. */
function stepOfRecords(view: TimelineView, { source, index }: RecordRef, records: number): Intent {
  const sources = view.session.snapshot?.sources ?? [];
  const file = sources.length > 1 ? ` ${literalTerm('source', sources[source]?.name ?? '')}` : '';
  return { kind: 'filter', query: `record:${Math.max(0, index - records)}..${index + records}${file}`, range: null };
}

/** All records of the time around it, as a stretch beside the filter; undefined for a record without a time. */
async function stepOfTime(view: TimelineView, ref: RecordRef, seconds: number): Promise<Intent | undefined> {
  const outcome = await view.session.request('record', { ref }, view.signal);
  const ticks = outcome.status === 'ok' && outcome.answer.row.time !== null ? ticksFromText(outcome.answer.row.time.ticks) : undefined;
  if (ticks === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The record has no valid time.'));
    return undefined;
  }
  const length = BigInt(seconds) * BigInt(ticksPerSecond);
  return { kind: 'filter', query: '', range: [String(clampTicks(ticks - length)), String(ticks + length + 1n)] };
}
