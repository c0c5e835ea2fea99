import * as vscode from 'vscode';
import { excerptAddress } from '../base/excerptAddress.ts';
import { recordAddress } from '../base/recordAddress.ts';
import { logAddress, timelineAddress } from '../base/timelineAddress.ts';
import { timelineViewType } from '../editor/timelineEditor.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import type { Timelines } from '../editor/timelines.ts';
import type { CommandContext } from './commandContext.ts';
import { findTextPlace, recordOf } from './recordAtCursor.ts';
import { showRecord } from './showRecord.ts';

type OpenContext = Pick<CommandContext, 'timelines' | 'texts'>;

/**
 * Opens a log in the timeline: the one handed over (by a menu or a key binding), else that of the active editor. A timeline
 * that is open is shown, in whatever column it is. The record at the cursor of the log's text, or of an
 * excerpt, or whose document is shown, is selected there.
 */
export async function openTimeline({ timelines, texts }: OpenContext, argument: unknown): Promise<void> {
  const address = uriOf(argument) ?? activeUri() ?? (await askForFile());
  if (address === undefined) {
    return;
  }
  const uri = logAddress(address);
  const place = findTextPlace(uri, texts);
  const log = recordAddress(uri)?.log ?? excerptAddress(uri)?.log ?? uri;
  const view = await showTimeline(timelines, log);
  const ref = place === undefined || view === undefined ? undefined : await recordOf(place, view);
  if (view !== undefined && ref !== undefined) {
    await showRecord(view, ref);
  }
}

/** Shows the timeline of a log, in whatever column it is open. */
export async function showTimeline(timelines: Timelines, log: vscode.Uri): Promise<TimelineView | undefined> {
  const column = vscode.window.tabGroups.activeTabGroup.viewColumn;
  const open = timelines.nearest(log.toString(), column);
  const viewColumn = open?.viewColumn ?? column;
  await vscode.commands.executeCommand('vscode.openWith', timelineAddress(log), timelineViewType, { viewColumn, preview: false });
  return open ?? timelines.nearest(log.toString(), column);
}

function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) {
    return argument;
  }
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}

/** What the active tab shows: texts above 50 MB are no text editors to extensions, but they are tabs. */
function activeUri(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return input.uri;
  }
  return vscode.window.activeTextEditor?.document.uri;
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Logs')]: ['json', 'jsonl', 'ndjson', 'log', 'gz'], [vscode.l10n.t('All Files')]: ['*'] };
  const chosen = await vscode.window.showOpenDialog({ filters, title: vscode.l10n.t('Open an audit log in the timeline') });
  return chosen?.[0];
}
