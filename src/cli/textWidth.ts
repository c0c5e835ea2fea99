import stringWidth from 'string-width';

/** The columns of a terminal that a text takes. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text at exactly this width: what is too long is cut between characters as people count them. */
export function fitted(text: string, width: number): string {
  const own = textWidth(text);
  if (own <= width) {
    return text + ' '.repeat(width - own);
  }
  let cut = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    const next = textWidth(segment);
    if (taken + next > width - 1) {
      break;
    }
    cut += segment;
    taken += next;
  }
  return `${cut}…${' '.repeat(width - 1 - taken)}`;
}
