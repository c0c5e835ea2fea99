/** How a text becomes complete JSON: what is cut off its end, and what is put there. */
export interface Completion {
  /** The length of what stays. */
  readonly keep: number;
  readonly append: string;
}

interface Level {
  readonly close: '}' | ']';
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** Where the comma is after which nothing came. */
  comma: number | undefined;
}

const token = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|[{}[\],:]|[^\s{}[\],:"]+/g;
const wholeLiteral = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/**
 * Closes the strings, objects and arrays that are open at the end of a text. A key without a value gets null, a comma after which
 * nothing came goes, and a literal that was cut becomes null. Undefined where nothing is open.
 */
export function completedText(text: string): Completion | undefined {
  const levels: Level[] = [];
  let end: Completion = { keep: text.length, append: '' };
  for (const { 0: found, index } of text.matchAll(token)) {
    if (index + found.length === text.length) {
      end = completedToken(found, index);
    }
    take(levels, levels.at(-1), found, index);
  }
  return levels.length === 0 ? undefined : levels.toReversed().reduce(closed, end);
}

/** What the last token of a text lacks: a quote, or all of a literal that was cut. */
function completedToken(found: string, index: number): Completion {
  const keep = index + found.length;
  if (found.startsWith('"') && !/^"(?:[^"\\]|\\[^])*"$/.test(found)) {
    // An escape that was cut would take the quote for itself.
    const cutEscape = /\\(?:u[0-9a-fA-F]{0,3})?$/.exec(evenBackslashes(found))?.[0].length ?? 0;
    return { keep: keep - cutEscape, append: '"' };
  }
  return /^[{}[\],:"]/.test(found) || wholeLiteral.test(found) ? { keep, append: '' } : { keep: index, append: 'null' };
}

function closed({ keep, append }: Completion, { close, expects, comma }: Level): Completion {
  if (comma !== undefined && append === '') {
    return { keep: comma, append: close };
  }
  const value = expects === 'colon' ? ':null' : expects === 'value' && close === '}' ? 'null' : '';
  return { keep, append: append + value + close };
}

/** A text without the pairs of backslashes that are escapes of their own, so that one at its end is the beginning of an escape. */
function evenBackslashes(text: string): string {
  return text.replaceAll(/\\\\/g, '__');
}

function take(levels: Level[], level: Level | undefined, found: string, index: number): void {
  switch (found) {
    case '{':
    case '[':
      begin(level);
      levels.push({ close: found === '{' ? '}' : ']', expects: found === '{' ? 'key' : 'value', comma: undefined });
      break;
    case '}':
    case ']':
      levels.pop();
      break;
    case ',':
      if (level !== undefined) {
        level.comma = index;
        level.expects = level.close === '}' ? 'key' : 'value';
      }
      break;
    case ':':
      if (level !== undefined) {
        level.expects = 'value';
      }
      break;
    default:
      if (level?.expects === 'key') {
        level.comma = undefined;
        level.expects = 'colon';
      } else {
        begin(level);
      }
  }
}

/** A value begins: what holds it expects a comma after it. */
function begin(level: Level | undefined): void {
  if (level !== undefined) {
    level.comma = undefined;
    level.expects = 'comma';
  }
}
