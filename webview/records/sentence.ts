import { html, type TemplateResult } from 'lit';
import type { Message } from '../../src/protocol/describe.ts';
import { type LeftOut, sayParts } from '../../src/protocol/say.ts';
import { splitOf } from '../base/cutName.ts';
import type { HitMarker } from '../base/hitMarks.ts';

/** UTF-16 units of a name that is cut where there is little room. */
const longName = 24;

export interface SentenceForm {
  /** What the columns beside it say, or the page around it. */
  readonly leftOut?: readonly LeftOut[];
  /** Marks what the filter seeks. */
  readonly mark?: HitMarker | undefined;
  /** Whether long names are cut in the middle where all of them together would leave the words no room. */
  readonly cutsNames?: boolean;
}

/** A sentence with what comes from the log set off from the words around it. Text nodes only. */
export function sentence(message: Message, { leftOut, mark, cutsNames = false }: SentenceForm = {}): TemplateResult {
  const parts = sayParts(message, leftOut);
  const isCut = (text: string): boolean => cutsNames && text.length >= longName && !/\s/.test(text) && mark?.(text) === undefined;
  const cut = parts.filter((part) => part.argument && isCut(part.text)).length;
  return html`${parts.map((part) =>
    !part.argument ? part.text : isCut(part.text) ? cutInLine(part.text, cut) : html`<b>${mark?.(part.text) ?? part.text}</b>`,
  )}`;
}

/** As `cutName` does in a column, but within a line of text: all parts are inline, so that what is copied is one line too. */
function cutInLine(name: string, names: number): TemplateResult {
  const split = splitOf(name);
  return html`<b><span class="start ${names > 1 ? 'half' : ''}">${name.slice(0, split)}</span>${name.slice(split)}</b>`;
}
