import * as vscode from 'vscode';
import { andTerm } from '../../core/query/editQuery.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { findingsText } from '../base/countText.ts';
import { isOpenAsText } from '../base/isOpenAsText.ts';
import { settings } from '../base/settings.ts';
import { showSource } from '../editor/showSource.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { LogTextDocument } from '../languageFeatures/logTextDocument.ts';
import { asPagePlace, asValuePlace, type PagePlace, pageOf, type ValuePlace } from '../languageFeatures/valueLinks.ts';
import type { CommandContext } from './commandContext.ts';
import { showTimeline } from './openTimeline.ts';

/** A command on a text with records: on the value that a link hands over, else on the one at the cursor. */
type TextCommand = (context: CommandContext, argument: unknown) => Promise<void> | void;

/** By the ids of package.json. */
export const textCommands: Readonly<Record<string, TextCommand>> = {
  'auditLog.text.filterTimeline': (context, argument) => filterTimeline(context, argument, ''),
  'auditLog.text.excludeFromTimeline': (context, argument) => filterTimeline(context, argument, '-'),
  'auditLog.text.nextOccurrence': nextOccurrence,
  'auditLog.text.openPage': openPage,
  'auditLog.text.showFindings': showFindings,
  'auditLog.text.showActions': showActions,
  'auditLog.text.toggleResults': ({ resultMarks }) => resultMarks.toggle(),
  'auditLog.text.toggleHints': () => settings.setInlayHints(!settings.inlayHints()),
};

const never = new AbortController().signal;

/** Narrows the filter of the log's timeline to records with the value, or to those without it. */
async function filterTimeline(context: CommandContext, argument: unknown, sign: '' | '-'): Promise<void> {
  const value = asValuePlace(argument) ?? (await atCursor(context))?.value;
  const text = value && textAt(context, value.document);
  const view = text && (await showTimeline(context.timelines, text.log));
  if (value !== undefined && view !== undefined) {
    await view.apply({ kind: 'filter', query: andTerm(view.state.query, `${sign}${value.filter}`) });
  } else {
    sayNothingThere();
  }
}

/** Selects the value in the next record of the log that has it, in the log's own text or in the document of that record. */
async function nextOccurrence(context: CommandContext, argument: unknown): Promise<void> {
  const value = asValuePlace(argument) ?? (await atCursor(context))?.value;
  const text = value && textAt(context, value.document);
  if (value === undefined || text === undefined) {
    sayNothingThere();
    return;
  }
  const { filter, record } = value;
  const page = await answerOf(text.session, 'page', { query: filter, order: 'file', from: { around: record }, count: 3 }, never);
  const next = page.found === null ? undefined : page.rows[page.found + 1 - page.at];
  if (next === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No later record of the log has this value.'));
    return;
  }
  await showValue(context, text, filter, next.ref);
}

async function showValue({ recordDocuments }: CommandContext, text: LogTextDocument, filter: string, ref: RecordRef): Promise<void> {
  const { log, session } = text;
  const params = { source: ref.source, of: { filter }, within: ref, limit: 1 };
  const [place] = (await answerOf(session, 'references', params, never)).places;
  const editor = vscode.window.activeTextEditor;
  const viewColumn = editor?.viewColumn;
  const here = text.excerpt?.has(ref) === true && place !== undefined ? text.toDocument(place.range, ref.source) : undefined;
  if (editor !== undefined && here !== undefined) {
    editor.selection = new vscode.Selection(here.start, here.end);
    editor.revealRange(here);
  } else if ((text.record ?? text.excerpt) !== undefined && !isOpenAsText(log)) {
    await recordDocuments.show({ log, ...ref }, viewColumn, null);
  } else if (place !== undefined) {
    await showSource(log, viewColumn, place.range);
  }
}

/** Opens the page of the caller or target that the value names. */
async function openPage(context: CommandContext, argument: unknown): Promise<void> {
  const place = asPagePlace(argument) ?? (await atCursor(context))?.page;
  const text = place && textAt(context, place.document);
  const view = text && (await showTimeline(context.timelines, text.log));
  if (place !== undefined && view !== undefined) {
    await view.apply({ kind: 'open', page: place.page });
  } else {
    void vscode.window.showInformationMessage(vscode.l10n.t('The value at the cursor names no caller and no target.'));
  }
}

/** Opens the page of findings of the log of a text: of that whose address is handed over, else of the active one. */
async function showFindings(context: CommandContext, argument: unknown): Promise<void> {
  const address = typeof argument === 'string' ? argument : vscode.window.activeTextEditor?.document.uri.toString();
  const log = address === undefined ? undefined : (textAt(context, address)?.log ?? vscode.Uri.parse(address, true));
  const view = log && (await showTimeline(context.timelines, log));
  await view?.apply({ kind: 'open', page: { kind: 'findings' } });
}

/** Lists what leads on from a text: the timeline, the findings, Problems. */
async function showActions(context: CommandContext, argument: unknown): Promise<void> {
  const address = typeof argument === 'string' ? argument : vscode.window.activeTextEditor?.document.uri.toString();
  const text = address === undefined ? undefined : textAt(context, address);
  if (text === undefined) {
    sayNothingThere();
    return;
  }
  const { error = 0, warning = 0, information = 0 } = text.session.snapshot?.findings ?? {};
  const actions = [
    { label: vscode.l10n.t('Go to Timeline at This Record'), command: 'auditLog.record.goToTimeline' },
    {
      label: vscode.l10n.t('Show Findings in Timeline'),
      description: findingsText(error + warning + information),
      command: 'auditLog.text.showFindings',
    },
    { label: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
    {
      label: settings.inlayHints() ? vscode.l10n.t('Hide Hints in Text') : vscode.l10n.t('Show Hints in Text'),
      command: 'auditLog.text.toggleHints',
    },
  ];
  const picked = await vscode.window.showQuickPick(actions, { title: vscode.l10n.t('Audit Log') });
  if (picked !== undefined) {
    await vscode.commands.executeCommand(picked.command);
  }
}

interface AtCursor {
  readonly value: ValuePlace | undefined;
  readonly page: PagePlace | undefined;
}

/** The value at the cursor of the active text. */
async function atCursor(context: CommandContext): Promise<AtCursor | undefined> {
  const editor = vscode.window.activeTextEditor;
  const text = editor && context.texts.of(editor.document);
  if (editor === undefined || text === undefined) {
    return undefined;
  }
  const document = editor.document.uri.toString();
  const place = text.toLog(editor.selection.active);
  const found = place && (await text.session.request('hover', place, never));
  if (found?.status !== 'ok' || found.answer === null || found.answer.field.filter === null) {
    return undefined;
  }
  const { field, record } = found.answer;
  const page = pageOf(field, await answerOf(text.session, 'record', { ref: record }, never));
  return {
    value: field.filter === null ? undefined : { document, filter: field.filter, record },
    page: page && { document, page },
  };
}

function textAt({ texts }: CommandContext, address: string): LogTextDocument | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  return document && texts.of(document);
}

function sayNothingThere(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a value of a record first.'));
}
