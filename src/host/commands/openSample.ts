import * as vscode from 'vscode';
import type { CommandContext } from './commandContext.ts';
import { openTimeline } from './openTimeline.ts';

/** The logs that come with the extension, in media/samples. */
const samples = {
  'documented-sample': () => ({
    label: vscode.l10n.t('The documented record'),
    detail: vscode.l10n.t('The one record that Microsoft’s documentation shows.'),
  }),
  'attestation-month': () => ({
    label: vscode.l10n.t('A month of Azure Attestation'),
    detail: vscode.l10n.t('2,000 generated records: all events, callers and targets, some of them damaged or invalid.'),
  }),
} as const;

type SampleName = keyof typeof samples;

/** Opens a sample log; `argument` may name one, such as `attestation-month`, else the user chooses. */
export async function openSample(context: CommandContext, argument: unknown): Promise<void> {
  const name = isSampleName(argument) ? argument : await choose();
  if (name !== undefined) {
    await openTimeline(context, vscode.Uri.joinPath(context.extensionUri, 'media/samples', `${name}.audit.ndjson`));
  }
}

async function choose(): Promise<SampleName | undefined> {
  const items = Object.entries(samples).map(([name, texts]) => ({ name, ...texts() }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open a sample log') });
  return isSampleName(chosen?.name) ? chosen.name : undefined;
}

function isSampleName(value: unknown): value is SampleName {
  return typeof value === 'string' && Object.hasOwn(samples, value);
}
