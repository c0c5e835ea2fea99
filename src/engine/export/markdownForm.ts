import { nothing, utf8, type ExportForm } from './exportForm.ts';
import { cellText, type RecordFields } from './recordFields.ts';

/** A table of Markdown (GitHub's). What records say is text in it: no markup, no HTML, no other cell. */
export function markdownForm({ names, values }: RecordFields): ExportForm {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |\n`;
  return {
    begin: () => utf8(`${line(names)}|${names.map(() => ' --- |').join('')}\n`),
    record: (row, bytes) => utf8(line(values(row, bytes).map(cellText))),
    end: () => nothing,
  };
}

/**
 * Any text as it is to be read: what Markdown gives a meaning to within a line is escaped, breaks of lines become blanks, and controls
 * and marks that reorder text are shown by their numbers.
 */
function markdownText(text: string): string {
  return text
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(meaningful, (mark) => (html.has(mark) ? `&#${mark.charCodeAt(0)};` : `\\${mark}`));
}

const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Marks of emphasis, code, links, images, mentions and mathematics, and those that make a link of a bare address. */
const meaningful = /[\\`*_[\]<>&|~$!@#]|:(?=\/\/)|(?<=mailto|xmpp):|(?<=www)\./gi;

/** Written by their numbers: also where a reader knows no escapes, they begin no tag, and no other cell. */
const html: ReadonlySet<string> = new Set(['&', '<', '>', '|']);
