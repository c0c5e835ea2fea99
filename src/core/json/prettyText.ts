const indent = '  ';
/** More levels than these are indented as if they were as deep: who nests further gains nothing from blanks. */
const maxIndent = 64;

/**
 * JSON text with each member and item on a line of its own. Strings and numbers stay as they are written. A text that ends early, or
 * that is no JSON, is laid out as far as its brackets and commas go; nothing but blanks is added or left out.
 */
export function prettyText(text: string): string {
  const parts: string[] = [];
  let level = 0;
  const breakLine = (): void => void parts.push('\n', indent.repeat(Math.min(level, maxIndent)));
  // Bounded: each alternative takes at least one character, and a string that does not end is one to the end of the text.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|[{[]\s*[}\]]|[{}[\],:]|\s+|[^\s{}[\],:"]+/g)) {
    if (token === '{' || token === '[') {
      parts.push(token);
      level++;
      breakLine();
    } else if (token === '}' || token === ']') {
      level = Math.max(0, level - 1);
      breakLine();
      parts.push(token);
    } else if (token === ',') {
      parts.push(token);
      breakLine();
    } else if (token === ':') {
      parts.push(': ');
    } else if (token.trim() !== '') {
      parts.push(/^[{[]\s/.test(token) ? `${token[0]}${token.at(-1)}` : token);
    }
  }
  return parts.join('');
}
