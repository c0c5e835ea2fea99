import { html, type TemplateResult } from 'lit';
import { hasRightToLeft, visibleText } from '../../src/protocol/visibleText.ts';

/** UTF-16 units of a name's end that are shown whatever room there is, of one that is so long that it tells more. */
const endLength = 6;
const longName = 16;
/** How long the end may become, where it would begin within a character or beside a blank. */
const maxEndLength = 12;

/**
 * A name, whose end tells as much as its start: where there is little room it is cut in between. It is for an element of the class
 * `cut-middle`. Where that takes its name for screen readers from its content, it needs a label too: they read pieces.
 *
 * The end takes no room in the line of the text, so that the start is cut where it needs that of the end: beside the text, an
 * unseen copy of the end keeps this free. So the text stays one line for who copies it, which two items of a flex box are not.
 */
export function cutName(name: string): TemplateResult {
  const shown = visibleText(name);
  const split = splitOf(shown);
  const end = shown.slice(split);
  return html`<span class="name-text"><span class="cut" dir="auto">${shown.slice(0, split)}</span><span>${end}</span></span
    ><span class="end-room" data-end=${end}></span>`;
}

/** Where the end of a name begins: behind all of it where it has none, as one that is read from right to left, of which pieces would change places. Blanks at the border of the pieces would not be shown. */
export function splitOf(name: string): number {
  if (name.length < longName || hasRightToLeft(name)) {
    return name.length;
  }
  for (let at = name.length - endLength; at >= name.length - maxEndLength; at--) {
    const border = name.slice(at - 1, at + 1);
    if (/^\S\S$/.test(border) && !/^[\ud800-\udbff][\udc00-\udfff]$/.test(border)) {
      return at;
    }
  }
  return name.length;
}
