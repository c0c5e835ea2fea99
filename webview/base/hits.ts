import { html } from 'lit';
import { soughtTexts } from '../../src/core/query/soughtTexts.ts';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { HitMarker, Sought } from './hitMarks.ts';

/** Of long texts the start is searched, in UTF-16 units, and so many hits are marked: more would be scrolled past. */
const maxSearched = 20_000;
const maxHits = 200;

interface Stretch {
  readonly text: string;
  readonly isHit: boolean;
}

let last: Sought & { readonly texts: readonly string[] } = { query: '', texts: [] };

/** The texts that the filter and those that are pinned seek, folded. Of the view that was asked for last they are known. */
export function soughtIn({ query, pinned }: Sought): readonly string[] {
  if (query !== last.query || pinned !== last.pinned) {
    // Each by itself: what is wrong in one does not unmark what the others seek.
    const texts = new Set([query, ...(pinned ?? [])].flatMap(soughtTexts).map(fold));
    last = { query, ...(pinned && { pinned }), texts: [...texts] };
  }
  return last.texts;
}

/** Whether one of the texts is in another. */
function hasHit(text: string, sought: readonly string[]): boolean {
  const folded = sought.length === 0 ? '' : fold(text.slice(0, maxSearched));
  return sought.some((one) => folded.includes(one));
}

/** A text in stretches: those that are sought, from the first on, the longest where several begin at one place, and those between. */
export function hitStretches(text: string, sought: readonly string[]): readonly Stretch[] {
  const folded = fold(text.slice(0, maxSearched));
  const next = new Map(sought.map((one) => [one, -1]));
  const found: Stretch[] = [];
  let at = 0;
  for (let hits = 0; hits < maxHits; hits++) {
    let [start, length] = [Infinity, 0];
    for (const [one, known] of next) {
      const place = known >= at ? known : folded.indexOf(one, at);
      if (place === -1) {
        next.delete(one);
      } else {
        next.set(one, place);
        if (place < start || (place === start && one.length > length)) {
          [start, length] = [place, one.length];
        }
      }
    }
    if (start === Infinity) {
      break;
    }
    found.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, start + length), isHit: true });
    at = start + length;
  }
  return [...found, { text: text.slice(at), isHit: false }].filter((one) => one.text !== '');
}

/** A text of the log with what the filter seeks marked. Text nodes only. */
export function withHits(text: string, sought: readonly string[]): unknown {
  return hasHit(text, sought)
    ? hitStretches(text, sought).map((one) => (one.isHit ? html`<mark>${visibleText(one.text)}</mark>` : visibleText(one.text)))
    : visibleText(text);
}

/** What marks the texts that the filters seek; undefined where they seek none. */
export function hitMarker(filters: Sought): HitMarker | undefined {
  const sought = soughtIn(filters);
  return sought.length === 0 ? undefined : (text) => (hasHit(text, sought) ? withHits(text, sought) : undefined);
}

/** Without regard to case, each UTF-16 unit at its place: of all characters only this one becomes two in lower case. */
function fold(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase();
}
