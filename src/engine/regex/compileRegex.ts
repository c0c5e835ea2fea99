import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { message, type Message } from '../../core/finding/message.ts';
import type { RegexRefusal } from '../../core/query/compileTerm.ts';

/**
 * Instructions of a pattern's program. Each may be looked at for each character of a text, so that this bounds what a hostile
 * pattern costs: some 0.1 ms for each character.
 */
const maxProgram = 2000;

/** The codes of what RE2 finds wrong with a pattern, by its own words. */
const codes: ReadonlyMap<string, string> = new Map([
  ['missing closing )', 'engine.regexOpenGroup'],
  ['unexpected )', 'engine.regexStrayParenthesis'],
  ['missing closing ]', 'engine.regexOpenClass'],
  ['missing argument to repetition operator', 'engine.regexRepetition'],
  ['invalid nested repetition operator', 'engine.regexRepetition'],
  ['invalid repeat count', 'engine.regexCount'],
  ['invalid escape sequence', 'engine.regexEscape'],
  ['invalid character class range', 'engine.regexRange'],
  ['invalid or unsupported Perl syntax', 'engine.regexGroup'],
  ['invalid named capture', 'engine.regexGroupName'],
  ['duplicate capture group name', 'engine.regexGroupName'],
  ['expression nests too deeply', 'engine.regexTooComplex'],
]);

/** Says whether a text holds what a regular expression describes. */
export interface CompiledRegex {
  (text: string): boolean;
  /** Instructions of its program, each of which may be looked at for each character. */
  readonly size: number;
}

/** Compiles regular expressions of RE2's syntax, with `\u00e9` as JavaScript writes it. Never backtracks. */
export function compileRegex(pattern: string, flags: '' | 'i'): CompiledRegex | RegexRefusal {
  try {
    const regex = RE2JS.compile(withCodePoints(pattern), flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0);
    const size = regex.programSize();
    return size > maxProgram
      ? refusal(pattern, message('engine.regexTooComplex'))
      : Object.assign((text: string) => regex.test(text), { size });
  } catch (error) {
    if (!(error instanceof RE2JSException)) {
      throw error;
    }
    return error instanceof RE2JSSyntaxException ? explained(pattern, error) : refusal(pattern, message('engine.regexTooComplex'));
  }
}

/** Characters by their numbers as RE2 writes them. The library's own translation also makes `h` of `\h`, which is more likely a mistake. */
function withCodePoints(pattern: string): string {
  return pattern.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|[^])/gi, (escape: string, braced?: string, plain?: string) => {
    const digits = braced ?? plain;
    return digits === undefined ? escape : `\\x{${digits}}`;
  });
}

function explained(pattern: string, { error, input }: RE2JSSyntaxException): RegexRefusal {
  const code = codes.get(error);
  return refusal(pattern, code === undefined ? message('engine.regexOther') : message(code, input ?? ''), input ?? pattern);
}

/** The part that is at fault, where it is in the pattern as written: else the whole pattern. */
function refusal(pattern: string, sentence: Message, part = pattern): RegexRefusal {
  const found = sentence.code === 'engine.regexCount' ? pattern.lastIndexOf(part) : pattern.indexOf(part);
  return found === -1
    ? { message: sentence, start: 0, end: pattern.length }
    : { message: sentence, start: found, end: found + part.length };
}
