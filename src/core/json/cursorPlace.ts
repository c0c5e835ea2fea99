/** What is to be typed at the end of the beginning of a JSON object. */
export interface CursorPlace {
  readonly kind: 'key' | 'value';
  /** Keys from the object down to that whose key is typed, or to the value. Items of arrays are no steps. */
  readonly path: readonly string[];
  /** Where in the text that begins which has been typed of it, with its quote. */
  readonly start: number;
}

interface Level {
  readonly isObject: boolean;
  /** The key whose value comes. */
  key: string | undefined;
  /** In an object: what comes next. */
  expects: 'key' | 'colon' | 'value' | 'comma';
}

/**
 * Where in an object the end of its beginning is: `{"a": {"b": "x` is at the value of `b` in `a`. Undefined where neither a key nor a
 * value may be, and outside of an object.
 */
export function cursorPlace(text: string): CursorPlace | undefined {
  const levels: Level[] = [];
  let typed: number | undefined;
  // Bounded: each alternative takes at least one character, and a string that does not end is one to the end of the text.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const isOpen = index + token.length === text.length && !/^[{}[\],:]$/.test(token) && !isClosed(token);
    if (isOpen) {
      typed = index;
    } else {
      take(levels, token);
    }
  }
  const level = levels.at(-1);
  const path = levels.flatMap(({ key }) => key ?? []);
  if (level === undefined || (level.expects !== 'key' && level.expects !== 'value')) {
    return undefined;
  }
  return { kind: level.expects, path, start: typed ?? text.length };
}

function isClosed(token: string): boolean {
  return token.length > 1 && /^"(?:[^"\\]|\\[^])*"$/.test(token);
}

function take(levels: Level[], token: string): void {
  const level = levels.at(-1);
  switch (token) {
    case '{':
      levels.push({ isObject: true, key: undefined, expects: 'key' });
      break;
    case '[':
      levels.push({ isObject: false, key: undefined, expects: 'value' });
      break;
    case '}':
    case ']':
      levels.pop();
      endValue(levels.at(-1));
      break;
    case ',':
      if (level !== undefined) {
        level.key = undefined;
        level.expects = level.isObject ? 'key' : 'value';
      }
      break;
    case ':':
      if (level?.expects === 'colon') {
        level.expects = 'value';
      }
      break;
    default:
      if (level?.expects === 'key') {
        level.key = keyOf(token);
        level.expects = 'colon';
      } else {
        endValue(level);
      }
  }
}

function endValue(level: Level | undefined): void {
  if (level !== undefined) {
    level.expects = 'comma';
  }
}

function keyOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
