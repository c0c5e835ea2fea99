import * as vscode from 'vscode';
import { formatTicks, ticksFromText } from '../../core/record/ticks.ts';
import { visibleText } from '../../protocol/visibleText.ts';
import { type LinkedView, linkedView, longestLink, viewQuery } from '../base/viewAddress.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import type { Timelines } from '../editor/timelines.ts';
import { showTimeline } from './openTimeline.ts';

/** Of a filter in the question, in UTF-16 units. */
const longestShown = 500;

const path = '/view';

/** Copies a link by which VS Code opens the log as the timeline shows it. */
export async function copyViewLink(view: TimelineView, extension: string): Promise<void> {
  const query = viewQuery(view.uri.toString(), view.state);
  const link = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extension, path, query }).toString();
  if (link.length > longestLink) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The filter is too long for a link. Save it under a name, or copy its text.'));
    return;
  }
  await vscode.env.clipboard.writeText(link);
  void vscode.window.setStatusBarMessage(vscode.l10n.t('The link to this view is in the clipboard.'), 5000);
}

/** Opens what a link is about: the one handed over, else one that the user pastes. */
export async function openViewLink(timelines: Timelines, argument: unknown): Promise<void> {
  const link =
    typeof argument === 'string'
      ? argument
      : await vscode.window.showInputBox({ title: vscode.l10n.t('Link to a view'), ignoreFocusOut: true });
  if (link !== undefined) {
    await openLinkedView(timelines, vscode.Uri.parse(link.trim()));
  }
}

/** Opens the log of a link as the link says, after the user has seen what that is and agreed. */
export async function openLinkedView(timelines: Timelines, uri: vscode.Uri): Promise<void> {
  const linked = uri.path === path ? linkedView(uri.query) : undefined;
  if (linked === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('This is no link to a view of an audit log.'));
    return;
  }
  const log = vscode.Uri.parse(linked.log);
  if (!isNear(log)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Links open only files of this computer and of the workspace, not {0}.', visibleText(linked.log)),
    );
    return;
  }
  const open = vscode.l10n.t('Open');
  const detail = describe(log, linked);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Open this log as a link shows it?'),
    { modal: true, detail },
    open,
  );
  // Nobody learns whether a file exists before the user has agreed.
  if (answer === open && (await exists(log))) {
    await restore(await showTimeline(timelines, log), linked);
  }
}

/** Whether reading a file reaches no other computer that a link may name: to ask one for a file can hand over who is asking. */
function isNear(log: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(log) !== undefined || (log.scheme === 'file' && log.authority === '');
}

function describe(log: vscode.Uri, { state }: LinkedView): string {
  const { query, range, selected } = state;
  const shown = query.length > longestShown ? `${query.slice(0, longestShown)}…` : query;
  return [
    visibleText(log.scheme === 'file' ? log.fsPath : log.toString(true)),
    ...(query === '' ? [] : [vscode.l10n.t('Filter: {0}', visibleText(shown))]),
    ...(range === undefined ? [] : [vscode.l10n.t('Time: {0} to {1}', ...range.map((ticks) => formatTicks(ticksFromText(ticks)!)))]),
    ...(selected === null ? [] : [vscode.l10n.t('Record: {0}', selected.index)]),
  ].join('\n');
}

async function exists(log: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(log);
    return true;
  } catch {
    void vscode.window.showErrorMessage(vscode.l10n.t('The log of the link is not there: {0}', visibleText(log.path)));
    return false;
  }
}

/** Takes the steps that lead to what a link shows: they can be taken back as if the user had taken them. */
async function restore(view: TimelineView | undefined, { state }: LinkedView): Promise<void> {
  const { query, range = null, viewport = null, page, selected } = state;
  await view?.apply({ kind: 'open', page });
  await view?.apply({ kind: 'filter', query, range, off: [] });
  await view?.apply({ kind: 'viewport', viewport });
  await view?.apply({ kind: 'select', ref: selected });
}
