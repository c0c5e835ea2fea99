import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { say } from '../../protocol/say.ts';
import { numberText, recordsText, sizeText } from '../base/countText.ts';
import { type FileWriter, partName } from '../base/fileWriter.ts';
import { inertMessage } from '../base/inertMessage.ts';
import { signalOf } from '../base/signalOf.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { whenRead } from '../engine/whenRead.ts';
import { type ExportEnd, exportTo } from '../export/exportTo.ts';
import { heldFile } from '../export/heldFile.ts';
import type { CommandContext } from './commandContext.ts';
import { type ExportWish, pickExport } from './pickExport.ts';

/**
 * Writes the records that the timeline shows, by its filter, time range and page, to a file: `{ format, target, fields }` where handed
 * over, else as the user picks. Nothing is replaced before all is written, and a log that is open never is.
 */
export async function exportRecords(
  { platform, timelines }: Pick<CommandContext, 'platform' | 'timelines'>,
  view: TimelineView,
  argument: unknown,
): Promise<void> {
  const wish = await pickExport(view.uri, argument);
  if (wish === undefined) {
    return;
  }
  const logs = timelines.all.map(({ uri }) => uri);
  if (logs.some((log) => log.toString() === wish.target.toString())) {
    sayEnd({ kind: 'failed', problem: { code: 'host.exportToLog', args: [] } }, wish);
    return;
  }
  sayEnd(await withProgress(view, wish, platform.fileWriter(wish.target, logs) ?? heldWriter(wish.target)), wish);
}

function heldWriter(target: vscode.Uri): FileWriter {
  return heldFile(vscode.workspace.fs, target, vscode.Uri.joinPath(target, '..', partName(nameOf(target))));
}

function withProgress(view: TimelineView, { format, fields }: ExportWish, writer: FileWriter): Thenable<ExportEnd> {
  const query = pageQuery(view.state);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting records'), cancellable: true },
    async (progress, token): Promise<ExportEnd> => {
      const signal = AbortSignal.any([view.signal, signalOf(token)]);
      let percent = 0;
      const report = (written: number, total: number): void => {
        const now = Math.floor((written / total) * 100);
        // Each report is a message to another process.
        if (now > percent) {
          progress.report({ increment: now - percent, message: vscode.l10n.t('{0} of {1}', numberText(written), numberText(total)) });
          percent = now;
        }
      };
      try {
        await whenRead(view.session, signal);
      } catch {
        return { kind: 'cancelled' };
      }
      return exportTo(writer, view.session, { query, format, fields, first: 0 }, signal, report);
    },
  );
}

function sayEnd(end: ExportEnd, wish: ExportWish): void {
  switch (end.kind) {
    case 'written':
      void sayWritten(end, wish);
      return;
    case 'cancelled':
      vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing was exported.'), 4000);
      return;
    case 'restarted':
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Nothing was exported: the engine that reads logs crashed and is started again. Try once more.'),
      );
      return;
    case 'failed': {
      const reason = typeof end.problem === 'string' ? end.problem : say(end.problem);
      void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was exported: {0}', inertMessage(reason)));
      return;
    }
  }
}

async function sayWritten({ records, bytes }: Extract<ExportEnd, { kind: 'written' }>, { target, format }: ExportWish): Promise<void> {
  const [open, reveal] = [vscode.l10n.t('Open'), vscode.l10n.t('Reveal')];
  const revealing = revealCommand(target);
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} exported to {1} ({2})', recordsText(records), inertMessage(nameOf(target)), sizeText(bytes)),
    // VS Code shows no Parquet.
    ...(format === 'parquet' ? [] : [open]),
    ...(revealing === undefined ? [] : [reveal]),
  );
  if (chosen === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  } else if (chosen === reveal && revealing !== undefined) {
    await vscode.commands.executeCommand(revealing, target);
  }
}

/** The command that shows where a file is: in the system's files where those are at hand, else in the Explorer if it is there. */
function revealCommand(target: vscode.Uri): string | undefined {
  if (target.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined) {
    return 'revealFileInOS';
  }
  return vscode.workspace.getWorkspaceFolder(target) === undefined ? undefined : 'revealInExplorer';
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
