import * as vscode from 'vscode';
import type { CommandContext } from './commandContext.ts';
import { openTimeline } from './openTimeline.ts';

/** The logs that come with the extension, by the beginnings of their names in media/samples. */
const samples = {
  'documented-sample': () => ({
    file: 'documented-sample.audit.ndjson',
    label: vscode.l10n.t('The documented record'),
    detail: vscode.l10n.t('The one record that Microsoft’s documentation shows.'),
  }),
  'attestation-month': () => ({
    file: 'attestation-month.audit.ndjson',
    label: vscode.l10n.t('A month of Azure Attestation'),
    detail: vscode.l10n.t('2,000 generated records: all events, callers and targets, some of them damaged or invalid.'),
  }),
  cloudtrail: () => ({
    file: 'cloudtrail.audit.json',
    label: vscode.l10n.t('AWS CloudTrail'),
    detail: vscode.l10n.t('200 generated events of one account: requests, sign-ins to the console, events of services.'),
  }),
  kubernetes: () => ({
    file: 'kubernetes.audit.ndjson',
    label: vscode.l10n.t('Kubernetes'),
    detail: vscode.l10n.t('200 generated events of an API server, one for each stage of a request.'),
  }),
  m365: () => ({
    file: 'm365.audit.json',
    label: vscode.l10n.t('Microsoft 365'),
    detail: vscode.l10n.t('200 generated rows of an export: files, mail, sign-ins, administration.'),
  }),
  'azure-activity': () => ({
    file: 'azure-activity.audit.json',
    label: vscode.l10n.t('Azure activity log'),
    detail: vscode.l10n.t('200 generated events of a subscription, some as the portal’s download has them.'),
  }),
} as const;

export type SampleName = keyof typeof samples;

/** Opens a sample log; `argument` may name one, such as `attestation-month`, else the user chooses. */
export async function openSample(context: CommandContext, argument: unknown): Promise<void> {
  const name = isSampleName(argument) ? argument : await choose();
  if (name !== undefined) {
    await openTimeline(context, vscode.Uri.joinPath(context.extensionUri, 'media/samples', samples[name]().file));
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
