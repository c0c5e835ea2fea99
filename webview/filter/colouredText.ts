import type { Span } from '../../src/core/query/ast.ts';
import { queryTokens, type TokenKind, tokenKinds } from '../../src/core/query/queryTokens.ts';

/** A stretch of a filter's text that looks the same from its start to its end. */
export interface Piece {
  readonly text: string;
  /** Undefined for blanks. */
  readonly kind: TokenKind | undefined;
  readonly isWrong: boolean;
}

/** A filter's text as it is coloured: one piece after the other, nothing left out. A mistake beyond the end has a blank of its own. */
export function piecesOf(text: string, wrong: Span | undefined): readonly Piece[] {
  const tokens = queryTokens(text);
  const wrongEnd = wrong === undefined ? 0 : Math.max(wrong.end, wrong.start + 1);
  const shown = wrongEnd > text.length ? text.padEnd(wrongEnd) : text;
  const bounds = [
    0,
    shown.length,
    ...tokens.flatMap(({ start, end }) => [start, end]),
    ...(wrong === undefined ? [] : [wrong.start, wrongEnd]),
  ];
  const sorted = [...new Set(bounds)].toSorted((left, right) => left - right);
  let token = 0;
  return sorted.slice(0, -1).map((start, index) => {
    while (token < tokens.length && tokens[token]!.end <= start) {
      token++;
    }
    const here = tokens[token];
    return {
      text: shown.slice(start, sorted[index + 1]),
      kind: here !== undefined && here.start <= start ? here.kind : undefined,
      isWrong: wrong !== undefined && wrong.start <= start && start < wrongEnd,
    };
  });
}

/** The name of the highlight that marks tokens of a kind, or where the filter is wrong. */
export function highlightName(kind: TokenKind | 'wrong'): string {
  return `audit-log-${kind}`;
}

/**
 * Marks the pieces of a text by the browser's highlights. Elements would part the text, and each of its parts may be up to a
 * sixty-fourth of a pixel wider than in the input: a long filter would be beside itself at its end.
 */
export function highlightText(node: Text, wrong: Span | undefined): void {
  const marked = new Map<string, Range[]>(names.map((name) => [name, []]));
  let start = 0;
  for (const { text, kind, isWrong } of piecesOf(node.data.trimEnd(), wrong)) {
    const range = new Range();
    range.setStart(node, Math.min(start, node.length));
    range.setEnd(node, Math.min(start + text.length, node.length));
    for (const name of [...(kind === undefined ? [] : [kind]), ...(isWrong ? (['wrong'] as const) : [])]) {
      marked.get(highlightName(name))!.push(range);
    }
    start += text.length;
  }
  for (const [name, ranges] of marked) {
    CSS.highlights.set(name, new Highlight(...ranges));
  }
}

const names = [...tokenKinds, 'wrong' as const].map(highlightName);
