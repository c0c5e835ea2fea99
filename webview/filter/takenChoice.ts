import type { Choice } from './completions.ts';

/** A filter's text after a choice was taken. */
export interface TakenChoice {
  readonly text: string;
  readonly caret: number;
  /** A field or a function was taken: its value or what it takes is still to be written. */
  readonly isUnfinished: boolean;
}

export function takenChoice(text: string, { insert, from, to }: Pick<Choice, 'insert' | 'from' | 'to'>): TakenChoice {
  const isUnfinished = /(?:[:(]|, |< )$/.test(insert);
  const rest = text.slice(to);
  // What ends the choice may be there already.
  const after = /[:(),]/.test(rest.charAt(0)) && insert.trimEnd().endsWith(rest.charAt(0)) ? rest.slice(1) : rest;
  const inserted = isUnfinished || after !== '' ? insert : `${insert} `;
  return { text: text.slice(0, from) + inserted + after, caret: from + inserted.length, isUnfinished };
}
