import type { Message } from '../message.ts';
import { eventOf } from '../record/operations.ts';
import { parseTime } from '../record/parseTime.ts';
import type { FieldTerm, RegexMatcher, SingleMatcher } from './ast.ts';
import { valueKindOf, type ValueKind } from './fields.ts';
import { queryError, type QueryError } from './queryError.ts';
import { matchesNumber, tickRangeOf } from './ranges.ts';
import { compileWildcard } from './wildcard.ts';

/** Whether one value of a field matches; null stands for a key that is missing or null. */
export type ValueTest = (value: string | null) => boolean;

/**
 * The port to a regular expression engine: linear in time, as filters come from hostile hands. Answers a test that finds
 * the pattern anywhere in a text, or says why the pattern cannot be used.
 */
export type RegexCompiler = (pattern: string, flags: '' | 'i') => ((text: string) => boolean) | Message;

export interface CompileOptions {
  /** Without it, a filter with a regular expression is an error at its place. */
  readonly compileRegex?: RegexCompiler;
}

/** Compiles what a term demands of one value of its field; only a regular expression can fail. */
export function compileTerm(term: FieldTerm, options: CompileOptions): ValueTest | QueryError {
  const { matcher } = term;
  if (matcher.kind === 'regex') {
    return compileRegexTest(term, matcher, options);
  }
  const kind = valueKindOf(term.field);
  if (matcher.kind !== 'anyOf') {
    return compileSingle(matcher, kind);
  }
  // Lists grow long when they are picked from: texts go into a set, only the rest is tried one by one.
  const texts = new Set<string>();
  const tests: ValueTest[] = [];
  for (const item of matcher.items) {
    if (item.kind === 'equals' && kind !== 'sourceText') {
      texts.add(operandText(item.value, kind).toLowerCase());
    } else {
      tests.push(compileSingle(item, kind));
    }
  }
  return (value) => (value !== null && texts.has(value.toLowerCase())) || tests.some((test) => test(value));
}

/** Whether a text contains `part` without regard to case. */
export function compileContains(part: string): ValueTest {
  const folded = part.toLowerCase();
  return (value) => value !== null && value.toLowerCase().includes(folded);
}

function compileSingle(matcher: SingleMatcher, kind: ValueKind): ValueTest {
  switch (matcher.kind) {
    case 'null':
      return (value) => value === null;
    case 'equals': {
      if (kind === 'sourceText') {
        return compileContains(matcher.value);
      }
      const folded = operandText(matcher.value, kind).toLowerCase();
      return (value) => value !== null && value.toLowerCase() === folded;
    }
    case 'exact': {
      const wanted = kind === 'event' ? withoutBlanks(matcher.value) : matcher.value;
      return kind === 'sourceText' ? (value) => value !== null && value.includes(wanted) : (value) => value === wanted;
    }
    case 'wildcard': {
      const folded = matcher.pattern.toLowerCase();
      const fits = compileWildcard(kind === 'sourceText' ? `*${folded}*` : folded);
      return (value) => value !== null && fits(value.toLowerCase());
    }
    case 'number':
    case 'numberRange':
      return (value) => value !== null && matchesNumber(matcher, value);
    case 'time':
    case 'timeRange': {
      const { from, to } = tickRangeOf(matcher);
      return (value) => {
        const ticks = value === null ? undefined : parseTime(value)?.ticks;
        return ticks !== undefined && from <= ticks && ticks <= to;
      };
    }
  }
}

/** An event may be written as the documentation titles it, with blanks, or by one of its synonyms. */
function operandText(value: string, kind: ValueKind): string {
  return kind === 'event' ? (eventOf(value)?.name ?? withoutBlanks(value)) : value;
}

function withoutBlanks(value: string): string {
  return value.replace(/\s/g, '');
}

function compileRegexTest(term: FieldTerm, matcher: RegexMatcher, { compileRegex }: CompileOptions): ValueTest | QueryError {
  if (compileRegex === undefined) {
    return queryError(term.valueSpan, 'query.regexUnsupported');
  }
  const test = compileRegex(matcher.pattern, matcher.flags);
  return typeof test === 'function' ? (value) => value !== null && test(value) : queryError(term.valueSpan, 'query.badRegex', test);
}
