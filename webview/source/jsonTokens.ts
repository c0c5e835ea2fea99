export type TokenKind = 'key' | 'string' | 'number' | 'word' | 'punctuation';

/** A token of a JSON text: from `start` up to `end`, in UTF-16 units. */
export interface JsonToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The text ends within it. */
  readonly isCut?: true;
}

export interface JsonTokens {
  readonly tokens: readonly JsonToken[];
  /** `cut`: valid as far as the text goes, which ends too early. */
  readonly outcome: 'whole' | 'cut' | 'invalid';
}

/** What may follow: a value; a key; what separates or closes. */
type Expected = 'value' | 'valueOrEnd' | 'keyOrEnd' | 'colon' | 'separator' | 'nothing';

// Bounded: no two alternatives begin alike, and each repetition takes at least one character in one way only.
const token =
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([{}[\],:]))/y;
const blanks = /[ \t\n\r]*/y;
/** What the end of a cut text may leave of a string, a number or a word. */
const cutToken = /(?:"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrtu\da-fA-F])*\\?|-|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/y;

/** And of the rest of a number. */
const cutNumber = /(?:\.|[eE][+-]?)$/y;

/**
 * Takes a JSON text apart. Every character but the blanks between tokens is in exactly one token, up to where the text ceases to be
 * JSON. A comma after a last member is taken, which some writers leave. Without recursion, whatever the text nests.
 */
export function jsonTokens(text: string): JsonTokens {
  const tokens: JsonToken[] = [];
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = 0; ;) {
    const found = tokenAt(text, at);
    if (found === undefined) {
      return { tokens, outcome: endOf(text, at, expected, tokens) };
    }
    const kind: TokenKind = found.kind === 'string' && expected === 'keyOrEnd' ? 'key' : found.kind;
    const next = after(kind, found.mark, expected, open);
    if (next === undefined) {
      return { tokens, outcome: 'invalid' };
    }
    tokens.push({ kind, start: found.start, end: found.end });
    expected = next;
    at = found.end;
  }
}

function tokenAt(text: string, at: number): (JsonToken & { readonly mark: string }) | undefined {
  token.lastIndex = at;
  const match = token.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, string, number, word, mark = ''] = match;
  const end = token.lastIndex;
  const kind = string !== undefined ? 'string' : number !== undefined ? 'number' : word !== undefined ? 'word' : 'punctuation';
  return { kind, mark, start: end - (string ?? number ?? word ?? mark).length, end };
}

/** What may follow a token; undefined where it must not be there. Opens and closes what it opens and closes. */
function after(kind: TokenKind, mark: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  if (kind === 'key') {
    return 'colon';
  }
  if (kind === 'punctuation' && mark !== '{' && mark !== '[') {
    return afterMark(mark, expected, open);
  }
  if (expected !== 'value' && expected !== 'valueOrEnd') {
    return undefined;
  }
  if (mark === '{' || mark === '[') {
    open.push(mark);
    return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
  }
  return afterValue(open);
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : 'separator';
}

/** The same for a colon, a comma or a closing bracket. */
function afterMark(mark: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const isObject = open.at(-1) === '{';
  if (mark === ':') {
    return expected === 'colon' ? 'value' : undefined;
  }
  if (mark === ',') {
    return expected !== 'separator' ? undefined : isObject ? 'keyOrEnd' : 'valueOrEnd';
  }
  const mayClose = expected === 'separator' || expected === (mark === '}' ? 'keyOrEnd' : 'valueOrEnd');
  if (!mayClose || isObject !== (mark === '}')) {
    return undefined;
  }
  open.pop();
  return afterValue(open);
}

/** What a text is whose next token cannot be read. Of one that is cut, what is there of the last token is taken. */
function endOf(text: string, at: number, expected: Expected, tokens: JsonToken[]): JsonTokens['outcome'] {
  blanks.lastIndex = at;
  blanks.exec(text);
  const start = blanks.lastIndex;
  if (start === text.length) {
    return expected === 'nothing' ? 'whole' : 'cut';
  }
  const last = tokens.at(-1);
  cutNumber.lastIndex = start;
  if (last?.kind === 'number' && last.end === start && cutNumber.test(text)) {
    tokens[tokens.length - 1] = { ...last, end: text.length, isCut: true };
    return 'cut';
  }
  cutToken.lastIndex = start;
  const kind = cutToken.test(text) ? cutKind(text[start]!, expected) : undefined;
  if (kind === undefined) {
    return 'invalid';
  }
  tokens.push({ kind, start, end: text.length, isCut: true });
  return 'cut';
}

/** What a cut token is by its first character; undefined where it must not be there. */
function cutKind(first: string, expected: Expected): TokenKind | undefined {
  switch (expected) {
    case 'keyOrEnd':
      return first === '"' ? 'key' : undefined;
    case 'value':
    case 'valueOrEnd':
      return first === '"' ? 'string' : first === '-' ? 'number' : 'word';
    case 'colon':
    case 'separator':
    case 'nothing':
      return undefined;
  }
}
