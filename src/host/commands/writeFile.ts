import * as vscode from 'vscode';
import { say } from '../../protocol/say.ts';
import { recordsText, sizeText } from '../base/countText.ts';
import { type FileWriter, partName } from '../base/fileWriter.ts';
import { inertMessage } from '../base/inertMessage.ts';
import { signalOf } from '../base/signalOf.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { whenRead } from '../engine/whenRead.ts';
import { heldFile } from '../export/heldFile.ts';
import type { ExportEnd } from '../export/writtenFile.ts';
import type { CommandContext } from './commandContext.ts';
import { nameOf } from './pickTarget.ts';

/** Says how much is done, from 0 to 1, and perhaps in words. */
export type Report = (share: number, words?: () => string) => void;

/** A file that is made from what a timeline shows. */
export interface MadeFile {
  readonly target: vscode.Uri;
  /** What is shown beside the progress. */
  readonly title: string;
  /** Whether VS Code can show it. */
  readonly canBeOpened: boolean;
  readonly make: (writer: FileWriter, signal: AbortSignal, report: Report) => Promise<ExportEnd>;
}

/**
 * Makes a file once the log is read, shows the progress, which can be cancelled, and says how it ended. Nothing is replaced before all is
 * written, and a log that is open never is.
 */
export async function writeFile(
  { platform, timelines }: Pick<CommandContext, 'platform' | 'timelines'>,
  view: TimelineView,
  file: MadeFile,
): Promise<void> {
  const { target } = file;
  const logs = timelines.all.map(({ uri }) => uri);
  if (logs.some((log) => log.toString() === target.toString())) {
    sayEnd({ kind: 'failed', problem: { code: 'host.exportToLog', args: [] } }, file);
    return;
  }
  sayEnd(await withProgress(view, file, platform.fileWriter(target, logs) ?? heldWriter(target)), file);
}

function heldWriter(target: vscode.Uri): FileWriter {
  return heldFile(vscode.workspace.fs, target, vscode.Uri.joinPath(target, '..', partName(nameOf(target))));
}

function withProgress(view: TimelineView, { title, make }: MadeFile, writer: FileWriter): Thenable<ExportEnd> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token): Promise<ExportEnd> => {
      const signal = AbortSignal.any([view.signal, signalOf(token)]);
      let percent = 0;
      const report: Report = (share, words) => {
        const now = Math.floor(share * 100);
        // Each report is a message to another process.
        if (now > percent) {
          progress.report({ increment: now - percent, ...(words && { message: words() }) });
          percent = now;
        }
      };
      try {
        await whenRead(view.session, signal);
      } catch {
        return { kind: 'cancelled' };
      }
      return make(writer, signal, report);
    },
  );
}

function sayEnd(end: ExportEnd, file: MadeFile): void {
  switch (end.kind) {
    case 'written':
      void sayWritten(end, file);
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

async function sayWritten({ records, bytes }: Extract<ExportEnd, { kind: 'written' }>, { target, canBeOpened }: MadeFile): Promise<void> {
  const [open, reveal] = [vscode.l10n.t('Open'), vscode.l10n.t('Reveal')];
  const revealing = revealCommand(target);
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} exported to {1} ({2})', recordsText(records), inertMessage(nameOf(target)), sizeText(bytes)),
    ...(canBeOpened ? [open] : []),
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
