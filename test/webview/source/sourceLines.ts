import type { SourceLine } from '../../../webview/source/sourceLayout.ts';

/** What a piece shows. */
export function pieceText({ layer, from, to }: SourceLine['pieces'][number]): string {
  return layer.text.slice(from, to);
}

/** Lines as they are shown: indented, with a blank after a colon. */
export function shownText(lines: readonly SourceLine[]): string {
  return lines
    .map(({ level, pieces }) => {
      const texts = pieces.map((piece) => (piece.kind === 'punctuation' && pieceText(piece) === ':' ? ': ' : pieceText(piece)));
      return `${'  '.repeat(level)}${texts.join('')}`;
    })
    .join('\n');
}
