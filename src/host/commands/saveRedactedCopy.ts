import * as vscode from 'vscode';
import type { RedactedKind, RedactionPart, RedactionPreview } from '../../protocol/answers/redaction.ts';
import { isObject } from '../../protocol/guards.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../base/countText.ts';
import { inertMessage } from '../base/inertMessage.ts';
import { signalOf } from '../base/signalOf.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { whenRead } from '../engine/whenRead.ts';
import { logBaseName } from '../export/exportName.ts';
import { redactTo } from '../export/redactTo.ts';
import type { CommandContext } from './commandContext.ts';
import { nameOf, pickTarget, targetOf } from './pickTarget.ts';
import { writeFile } from './writeFile.ts';

/** Examples of each kind in the preview. */
const examples = 3;

/**
 * Saves a copy of the log in which pseudonyms stand for whatever names somebody, after it has shown what they replace. `{ target }`
 * where handed over: then nothing is asked.
 */
export async function saveRedactedCopy(
  context: Pick<CommandContext, 'platform' | 'timelines'>,
  view: TimelineView,
  argument: unknown,
): Promise<void> {
  if (view.session.snapshot !== null && view.session.snapshot.sources.length > 1) {
    void vscode.window.showInformationMessage(vscode.l10n.t('A redacted copy is made of one file: open it by itself.'));
    return;
  }
  const given = targetOf(view.uri, isObject(argument) ? argument['target'] : undefined);
  const target = given ?? ((await isAccepted(view)) ? await pickCopy(view.uri) : undefined);
  if (target !== undefined) {
    await writeFile(context, view, {
      target,
      title: vscode.l10n.t('Saving the redacted copy'),
      canBeOpened: true,
      make: (writer, signal, report) => redactTo(writer, view.session, 0, signal, report),
    });
  }
}

/** Shows what would be replaced; whether the user goes on. */
async function isAccepted(view: TimelineView): Promise<boolean> {
  const preview = await previewOf(view);
  if (preview === undefined) {
    return false;
  }
  const items = preview.kinds.map((kind) => ({
    label: `${kindName(kind)}: ${numberText(kind.values)}`,
    detail: kind.examples
      .map(({ original, pseudonym }) => `${inertMessage(original)} → ${pseudonym}`)
      .join(' · ')
      .replaceAll('$(', '$ ('),
  }));
  const title = vscode.l10n.t('Replaced in the copy: Enter goes on, Escape ends');
  const none = [{ label: vscode.l10n.t('Nothing is replaced'), detail: '' }];
  return (await vscode.window.showQuickPick(items.length === 0 ? none : items, { title, ignoreFocusOut: true })) !== undefined;
}

function previewOf({ session, signal: ended }: TimelineView): Thenable<RedactionPreview | undefined> {
  const title = vscode.l10n.t('Looking for what names somebody');
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const signal = AbortSignal.any([ended, signalOf(token)]);
      try {
        await whenRead(session, signal);
      } catch {
        return undefined;
      }
      let done = 0;
      const outcome = await session.request('redaction', { source: 0, examples }, signal, (part) => {
        const percent = Math.floor((part as RedactionPart).share * 100);
        progress.report({ increment: percent - done });
        done = percent;
      });
      if (outcome.status === 'error') {
        void vscode.window.showErrorMessage(inertMessage(say(outcome.message)));
      }
      return outcome.status === 'ok' ? outcome.answer : undefined;
    },
  );
}

function kindName({ kind }: RedactedKind): string {
  switch (kind) {
    case 'name':
      return vscode.l10n.t('Names');
    case 'number':
      return vscode.l10n.t('Numbers of accounts');
    case 'hex':
      return vscode.l10n.t('Fingerprints and keys');
    case 'email':
      return vscode.l10n.t('E-mail addresses');
    case 'domain':
      return vscode.l10n.t('Domains');
    case 'guid':
      return vscode.l10n.t('Ids (GUIDs), as often as they occur');
    default:
      return kind === 'ipv4' ? vscode.l10n.t('IPv4 addresses') : vscode.l10n.t('IPv6 addresses');
  }
}

function pickCopy(log: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = `${logBaseName(nameOf(log))}-redacted.audit.${/\.json(?:\.gz)?$/i.test(log.path) ? 'json' : 'ndjson'}`;
  return pickTarget(log, {
    title: vscode.l10n.t('Save Redacted Copy'),
    name,
    kind: 'JSON',
    extensions: ['json', 'ndjson', 'jsonl', 'log'],
  });
}
