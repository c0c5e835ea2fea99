type TokenKind = 'key' | 'string' | 'number' | 'word' | 'plain';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

// Bounded by the text that a detail carries; each alternative consumes at least one character, so it cannot backtrack.
const tokenPattern = /"(?:[^"\\\r\n]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|[^"\d\-tfn]+|[^]/g;

/** Splits JSON for colouring. Every character of the text is in exactly one token, whatever the text is. */
export function sourceTokens(text: string): readonly Token[] {
  return [...text.matchAll(tokenPattern)].map((match) => ({ kind: kindOf(match[0], match[1] !== undefined), text: match[0] }));
}

function kindOf(text: string, isKey: boolean): TokenKind {
  if (text.length > 1 && text.startsWith('"')) {
    return isKey ? 'key' : 'string';
  }
  if (/^-?\d/.test(text)) {
    return 'number';
  }
  return text === 'true' || text === 'false' || text === 'null' ? 'word' : 'plain';
}
