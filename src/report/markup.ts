import { maskSecrets } from '../core/record/maskSecrets.ts';
import { visibleText } from '../protocol/visibleText.ts';

/** Text that is HTML and may be written as it is. Only {@link markup} makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type MarkupValue = string | number | Markup | readonly Markup[];

/**
 * HTML with values in it; it may be a part that is not whole by itself, which a tag named `html` would have formatters complete. A text is text there, whatever it holds, in elements and in attributes with quotes: no markup, no character
 * that is not seen or reorders others, and nothing that gives access, such as a signature.
 */
export function markup(literals: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(literals.map((literal, at) => (at === 0 ? '' : markupOf(values[at - 1]!)) + literal).join(''));
}

/** Nothing at all. */
export const noMarkup = new Markup('');

function markupOf(value: MarkupValue): string {
  if (typeof value === 'string') {
    return visibleText(maskSecrets(value)).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  }
  return typeof value === 'number' ? String(value) : value instanceof Markup ? value.text : value.map(({ text }) => text).join('');
}
