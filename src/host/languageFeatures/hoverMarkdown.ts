import * as vscode from 'vscode';
import { formatTicks, ticksFromText, unixMilliseconds } from '../../core/record/ticks.ts';
import type { AboutFormat } from '../../protocol/answers/formats.ts';
import type { Occurrence } from '../../protocol/answers/occurrences.ts';
import type { Hover } from '../../protocol/answers/places.ts';
import type { Explanation } from '../../protocol/describe.ts';
import { explanationText, say } from '../../protocol/say.ts';
import type { ViewPage } from '../../protocol/viewMessages.ts';
import { recordsText } from '../base/countText.ts';
import { inertMarkdown } from './inertMarkdown.ts';
import { linkCommands, valueLinks } from './valueLinks.ts';

/** Longer values are cut where they are named, in UTF-16 units. */
const maxValue = 60;

/**
 * What a hover says of a field: name and type, meaning, this value explained, how often it occurs, and the record in a sentence. All
 * text is made inert, so that no link, picture or command in a log comes to life: the links are the extension's own.
 *
 * @param document The text that the hover is of.
 * @param occurrence Undefined where the value was not counted.
 * @param page Of the caller or target that the value names.
 */
export function hoverMarkdown(
  document: vscode.Uri,
  hover: Hover,
  occurrence: Occurrence | undefined,
  page: ViewPage | undefined,
): vscode.MarkdownString {
  const { field, sentence, format } = hover;
  const title = field.title === field.name ? '' : vscode.l10n.t(field.title);
  const first = [`**${inertMarkdown(field.name)}**`, ...[field.type, title].filter((text) => text !== '').map(inertMarkdown)];
  const paragraphs = [
    first.join(' · '),
    field.documentation === '' ? '' : inertMarkdown(vscode.l10n.t(field.documentation)),
    field.inferred ? `*${inertMarkdown(vscode.l10n.t('Inferred: no public documentation says so.'))}*` : '',
    field.explanation
      .flatMap(explain)
      .map((line) => `- ${line}`)
      .join('\n'),
    occurrence === undefined || occurrence.records === 0 ? '' : inertMarkdown(occurrenceText(field.text, occurrence)),
    valueLinks(document, hover, page),
    '---',
    inertMarkdown(say(sentence)),
    format.id === 'attestation' ? '' : formatLine(format),
  ];
  const markdown = new vscode.MarkdownString(paragraphs.filter((text) => text !== '').join('\n\n'));
  markdown.isTrusted = { enabledCommands: linkCommands };
  markdown.supportHtml = false;
  return markdown;
}

/** How often a value occurs in the log, and when first and last. */
function occurrenceText(text: string, { records, first, last }: Occurrence): string {
  const value = text.length > maxValue ? `${text.slice(0, maxValue - 1)}…` : text;
  const [from, to] = [first?.time, last?.time].map((time) => (typeof time === 'string' ? ticksFromText(time) : undefined));
  if (from === undefined || to === undefined) {
    return vscode.l10n.t('“{0}” in this log: {1}', value, recordsText(records));
  }
  return records === 1
    ? vscode.l10n.t('“{0}” in this log: only here, {1}', value, formatTicks(from))
    : vscode.l10n.t('“{0}” in this log: {1}, first {2}, last {3}', value, recordsText(records), formatTicks(from), formatTicks(to));
}

/** The format of the record, with a link to its documentation: an `https` address of the program or of the user, not of the log. */
function formatLine({ title, summary, documentation }: AboutFormat): string {
  const name = inertMarkdown(vscode.l10n.t(title));
  // No character of an address ends the link, or is markup.
  const link = documentation.replaceAll(/[^\w!#$%&*+,./:;=?@~-]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
  return [link === '' ? name : `[${name}](${link})`, ...(summary === '' ? [] : [inertMarkdown(vscode.l10n.t(summary))])].join(': ');
}

function explain(explanation: Explanation): readonly string[] {
  const { label, ticks } = explanation;
  const local = ticks === undefined ? undefined : localTime(ticks);
  return [
    `${inertMarkdown(say(label))}: ${inertMarkdown(explanationText(explanation))}`,
    ...(local === undefined ? [] : [inertMarkdown(vscode.l10n.t('Local time: {0}', local))]),
  ];
}

/** A moment in the zone of this computer, in whole seconds: the exact digits are in the text itself. */
function localTime(ticks: string): string | undefined {
  const exact = ticksFromText(ticks);
  return exact === undefined
    ? undefined
    : new Date(unixMilliseconds(exact)).toLocaleString(vscode.env.language, { dateStyle: 'full', timeStyle: 'long' });
}
