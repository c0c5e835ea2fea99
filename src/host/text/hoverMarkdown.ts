import * as vscode from 'vscode';
import { ticksFromText, unixMilliseconds } from '../../core/record/ticks.ts';
import type { Hover } from '../../protocol/answers.ts';
import type { Explanation } from '../../protocol/describe.ts';
import { say } from '../../protocol/say.ts';

/**
 * What a hover says of a field: name and type, meaning, this value explained. Text of a log is appended as text only, so
 * that no link, picture or command in it comes to life.
 */
export function hoverMarkdown({ field, sentence }: Hover): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  markdown.appendMarkdown('**');
  appendLine(markdown, field.name);
  markdown.appendMarkdown('**');
  if (field.type !== '') {
    markdown.appendMarkdown(' · ').appendText(field.type);
  }
  if (field.title !== '' && field.title !== field.name) {
    markdown.appendMarkdown(' · ').appendText(field.title);
  }
  if (field.documentation !== '') {
    markdown.appendMarkdown('\n\n').appendText(field.documentation);
  }
  if (field.inferred) {
    markdown.appendMarkdown('\n\n*').appendText(vscode.l10n.t('Inferred: no public documentation says so.')).appendMarkdown('*');
  }
  for (const line of field.explanation) {
    appendExplanation(markdown, line);
  }
  markdown.appendMarkdown('\n\n---\n\n');
  appendLine(markdown, say(sentence));
  return markdown;
}

function appendExplanation(markdown: vscode.MarkdownString, { label, value, ticks }: Explanation): void {
  markdown.appendMarkdown('\n\n');
  appendLine(markdown, say(label));
  markdown.appendText(': ');
  appendLine(markdown, typeof value === 'string' ? value : say(value));
  const local = ticks === undefined ? undefined : localTime(ticks);
  if (local !== undefined) {
    markdown.appendMarkdown('\n\n').appendText(vscode.l10n.t('Local time: {0}', local));
  }
}

/** In one line: a line break of the log must not end the list item or heading that it is put in. */
function appendLine(markdown: vscode.MarkdownString, text: string): void {
  markdown.appendText(text.replaceAll(/\s+/g, ' '));
}

/** A moment in the zone of this computer, in whole seconds: the exact digits stand in the text itself. */
function localTime(ticks: string): string | undefined {
  const exact = ticksFromText(ticks);
  return exact === undefined
    ? undefined
    : new Date(unixMilliseconds(exact)).toLocaleString(vscode.env.language, { dateStyle: 'full', timeStyle: 'long' });
}
