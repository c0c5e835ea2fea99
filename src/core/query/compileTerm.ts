import type { Message } from '../finding/message.ts';
import { canonicalAddress } from '../record/address.ts';
import type { Ticks } from '../record/ticks.ts';
import type { FieldTerm, RegexMatcher, Span } from './ast.ts';
import { comparedText, compileMatcher, wantedTexts, type ValuePredicate } from './compileMatcher.ts';
import { valueKindOf } from './fields.ts';
import { queryError, type QueryError } from './queryError.ts';
import { regexSpan } from './regexFault.ts';

/**
 * The port to a regular expression engine: linear in time, as filters come from hostile hands. Answers a test that finds
 * the pattern anywhere in a text, or says why the pattern cannot be used.
 */
export type RegexCompiler = (pattern: string, flags: '' | 'i') => ((text: string) => boolean) | RegexRefusal;

/** Why a pattern cannot be used, and where in the pattern that is. */
export interface RegexRefusal extends Span {
  readonly message: Message;
}

export interface CompileOptions {
  /** The time of the log's latest record, from which relative times count; without it they match nothing. */
  readonly latest?: Ticks;
  /** Without it, a filter with a regular expression is an error at its place. */
  readonly compileRegex?: RegexCompiler;
}

/** Compiles what a term demands of one value of its field; only a regular expression can fail. */
export function compileTerm(term: FieldTerm, options: CompileOptions): ValuePredicate | QueryError {
  const { matcher } = term;
  if (matcher.kind === 'regex') {
    return compileRegexTest(term, matcher, options);
  }
  const kind = valueKindOf(term.field);
  if (matcher.kind !== 'anyOf') {
    return compileMatcher(matcher, kind);
  }
  // Lists grow long when they are picked from: texts go into a set, only the rest is tried one by one.
  const texts = new Set<string>();
  const tests: ValuePredicate[] = [];
  for (const item of matcher.items) {
    if (item.kind === 'equals' && kind !== 'sourceText') {
      wantedTexts(item.value, kind).forEach((text) => texts.add(text));
    } else {
      tests.push(compileMatcher(item, kind));
    }
  }
  return (value) => (value !== null && texts.has(comparedText(value, kind))) || tests.some((test) => test(value));
}

function compileRegexTest(term: FieldTerm, matcher: RegexMatcher, { compileRegex }: CompileOptions): ValuePredicate | QueryError {
  if (compileRegex === undefined) {
    return queryError(term.valueSpan, 'query.regexUnsupported');
  }
  const test = compileRegex(matcher.pattern, matcher.flags);
  if (typeof test !== 'function') {
    return queryError(regexSpan(term.valueSpan.start, matcher.pattern, test), 'query.badRegex', test.message);
  }
  // An address is searched as it is written, and as it is shown: without its port.
  return valueKindOf(term.field) === 'address'
    ? (value) => value !== null && (test(value) || test(canonicalAddress(value) ?? value))
    : (value) => value !== null && test(value);
}
