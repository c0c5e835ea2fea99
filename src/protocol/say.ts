import * as l10n from '@vscode/l10n';
import type { Explanation } from '../core/describe/fieldDescription.ts';
import type { Message, MessageArgument } from '../core/finding/message.ts';
import { visibleText } from './visibleText.ts';
import { english } from './english.ts';

/**
 * Says a message in the user's language: looks up its English words by code, and these in the l10n bundle that `l10n.config`
 * was given (host and webview each do so once; the command line speaks English). A code without words is said as it is, which
 * a test rules out.
 */
export function say(message: Message): string {
  return sayParts(message)
    .map((part) => part.text)
    .join('');
}

/** The value of an explanation: text of the log, all else in the user's language. */
export function explanationText({ value, isDocumentation = false }: Explanation): string {
  return typeof value !== 'string' ? say(value) : isDocumentation ? l10n.t(value) : visibleText(value);
}

/** What a sentence can leave out, because a column beside it says it. */
export type LeftOut = 'noCaller' | 'noTarget';

/** A piece of a sentence: fixed words, or an argument, which is text of a log and may be set off by the renderer. */
export interface Part {
  readonly text: string;
  readonly argument: boolean;
}

/** As {@link say}, with arguments told apart from words, and without what is to be left out. */
export function sayParts(message: Message, leftOut: readonly LeftOut[] = []): readonly Part[] {
  const { code } = message;
  const codes = [...leftOut.map((what) => `${code}.${what}`), code];
  const template = l10n.t(english[codes.find((one) => Object.hasOwn(english, one)) ?? ''] ?? code);
  const parts: Part[] = [];
  let last = 0;
  for (const match of template.matchAll(/\{(\d+)\}/g)) {
    if (match.index > last) {
      parts.push({ text: template.slice(last, match.index), argument: false });
    }
    parts.push(...argumentParts(message.args[Number(match[1])], leftOut));
    last = match.index + match[0].length;
  }
  if (last < template.length) {
    parts.push({ text: template.slice(last), argument: false });
  }
  return parts;
}

function argumentParts(argument: MessageArgument | undefined, leftOut: readonly LeftOut[]): readonly Part[] {
  if (argument === undefined) {
    return [];
  }
  return typeof argument === 'object' ? sayParts(argument, leftOut) : [{ text: visibleText(String(argument)), argument: true }];
}
