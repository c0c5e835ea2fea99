import { bareFields } from '../compileQuery.ts';
import { compileTerm, type RegexCompiler } from '../compileTerm.ts';
import type { FieldTerm, NumberMatcher, NumberRangeMatcher, Query, RegexMatcher, SingleMatcher } from '../ast.ts';
import { fieldName, valueKindOf, type FieldRef } from '../fields.ts';
import { isWhole, floorOf, type Decimal } from '../../json/decimal.ts';
import type { Condition, FieldCondition, TextTest, ValueTest } from './condition.ts';
import { foldedText, plainText } from './foldedText.ts';
import { refuse } from './refused.ts';
import { textTests } from './textTests.ts';
import { tickTest } from './tickTest.ts';

/** Spells out what a filter demands. Throws `Refused` where a part of it has no exact translation into anything. */
export function conditionOf(query: Query, compileRegex: RegexCompiler): Condition {
  switch (query.kind) {
    case 'all':
      return { kind: 'constant', value: true };
    case 'and':
    case 'or':
      return { kind: query.kind, items: query.items.map((item) => conditionOf(item, compileRegex)) };
    case 'not':
      return { kind: 'not', item: conditionOf(query.item, compileRegex) };
    case 'bare': {
      const { span } = query;
      const test: TextTest = { kind: 'contains', text: foldedText(query.text, span), folded: true };
      return anyOf(bareFields.map((name) => of({ kind: 'named', name }, { kind: 'text', form: 'asWritten', test }, span)));
    }
    case 'wholeLog':
      return refuse(query.span, 'query.translateWholeLog');
    case 'field':
      return termCondition(query, compileRegex);
  }
}

function termCondition(term: FieldTerm, compileRegex: RegexCompiler): Condition {
  const { matcher } = term;
  switch (matcher.kind) {
    case 'regex':
      return regexCondition(term, matcher, compileRegex);
    case 'anyOf':
      return anyOf(matcher.items.flatMap((item) => matcherConditions(term, item)));
    default:
      return anyOf(matcherConditions(term, matcher));
  }
}

function matcherConditions({ field, valueSpan: span }: FieldTerm, matcher: SingleMatcher): readonly FieldCondition[] {
  const kind = valueKindOf(field);
  switch (matcher.kind) {
    case 'null':
      return [of(field, { kind: 'missing' }, span)];
    case 'equals':
    case 'exact':
    case 'wildcard':
      return textTests(matcher, kind, span).map((test) => of(field, test, span));
    case 'number':
    case 'numberRange':
      return kind === 'any' ? refuse(span, 'query.translateAnyKind', fieldName(field)) : [of(field, numberTest(matcher, span), span)];
    case 'time':
    case 'timeRange':
    case 'relativeTime':
    case 'relativeTimeRange':
      return kind === 'any' ? refuse(span, 'query.translateAnyKind', fieldName(field)) : [of(field, tickTest(matcher), span)];
    case 'quantity':
    case 'quantityRange':
      return refuse(span, 'query.translateAnyKind', fieldName(field));
  }
}

function numberTest(matcher: NumberMatcher | NumberRangeMatcher, span: FieldTerm['span']): ValueTest {
  const whole = (operand: Decimal): bigint => wholeOperand(operand, span);
  return matcher.kind === 'number'
    ? { kind: 'number', operator: matcher.operator, operand: whole(matcher.operand) }
    : { kind: 'numbers', from: matcher.from && whole(matcher.from), to: matcher.to && whole(matcher.to) };
}

/** Numbers that are compared elsewhere have so many digits at most, lest they be rounded on their way. */
const maxOperand = 10n ** 30n;

function wholeOperand(operand: Decimal, span: FieldTerm['span']): bigint {
  if (!isWhole(operand)) {
    return refuse(span, 'query.translateFraction', operand.text);
  }
  const value = floorOf(operand);
  return value > maxOperand || value < -maxOperand ? refuse(span, 'query.translateLargeNumber', operand.text) : value;
}

function regexCondition(term: FieldTerm, { pattern, flags }: RegexMatcher, compileRegex: RegexCompiler): Condition {
  const { field, valueSpan: span } = term;
  const compiled = compileTerm(term, { compileRegex });
  if (typeof compiled !== 'function') {
    return refuse(compiled.span, compiled.message.code, ...compiled.message.args);
  }
  const [escape] = /\\u/.exec(pattern) ?? [];
  if (escape !== undefined) {
    return refuse(span, 'query.translateEscape', escape);
  }
  const test: TextTest = { kind: 'regex', pattern: plainText(pattern, span), ignoresCase: flags === 'i', fitsEmpty: compiled('') };
  const forms = valueKindOf(field) === 'address' ? (['asWritten', 'address'] as const) : (['asWritten'] as const);
  return anyOf(forms.map((form) => of(field, { kind: 'text', form, test }, span)));
}

function of(field: FieldRef, test: ValueTest, span: FieldTerm['span']): FieldCondition {
  return { kind: 'field', field, test, span };
}

function anyOf(items: readonly Condition[]): Condition {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : { kind: 'or', items };
}
