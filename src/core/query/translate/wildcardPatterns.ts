/** A wildcard pattern of a filter as one of SQL's LIKE, with a backslash before what is to be taken as it is. */
export function likePattern(pattern: string): string {
  return pattern.replace(/[%_\\*?]/g, (character) => (character === '*' ? '%' : character === '?' ? '_' : `\\${character}`));
}

/** A wildcard pattern of a filter as a regular expression over the whole text, in RE2's syntax, which Oniguruma reads too. */
export function wildcardRegex(pattern: string): string {
  const inner = pattern.replace(/\*+|[?\\^$.|+()[\]{}]/g, (piece) => {
    if (piece.startsWith('*')) {
      return '[\\s\\S]*';
    }
    return piece === '?' ? '[\\s\\S]' : `\\${piece}`;
  });
  return `\\A${inner}\\z`;
}
