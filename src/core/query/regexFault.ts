import type { Span } from './ast.ts';

/** What is wrong with a pattern, and where in the pattern. */
export interface RegexFault {
  readonly code: string;
  readonly args: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
}

/** Longer patterns are lists of values, for which `field:(A, B)` is made. */
const maxLength = 1000;

/** The pieces of a pattern: literal text, a class, look-around, a backreference, another escape, any other character. */
const pieces = /\\Q[^]*?(?:\\E|$)|\[\^?\]?(?:\[:\w+:\]|\\[^]|[^\]\\])*\]?|(?<around>\(\?<?[=!])|(?<back>\\(?:[1-9]\d*|k))|\\[^]|[^]/g;

/**
 * What no regular expression in linear time can do, or what is too long to try: said while a filter is typed, without the engine that
 * compiles patterns. What else is wrong with a pattern, that engine says.
 */
export function regexFault(pattern: string): RegexFault | undefined {
  if (pattern.length > maxLength) {
    return { code: 'query.longRegex', args: [maxLength], start: 0, end: pattern.length };
  }
  for (const { 0: piece, index, groups } of pattern.matchAll(pieces)) {
    const code =
      groups?.['around'] !== undefined ? 'query.regexLookAround' : groups?.['back'] !== undefined ? 'query.regexBackreference' : undefined;
    if (code !== undefined) {
      return { code, args: [piece], start: index, end: index + piece.length };
    }
  }
  return undefined;
}

/** Where a part of a pattern is in the filter, in which each slash of the pattern is written `\/`; `opening` is the slash before it. */
export function regexSpan(opening: number, pattern: string, { start, end }: Span): Span {
  const place = (offset: number): number => opening + 1 + offset + pattern.slice(0, offset).split('/').length - 1;
  return { start: place(start), end: place(end) };
}
