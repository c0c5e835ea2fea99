import type { ComparisonOperator, Span } from '../ast.ts';
import { formatTicks, lastTicks, type Ticks } from '../../record/ticks.ts';
import { fieldName, valueKindOf } from '../fields.ts';
import type { Condition, FieldCondition, TextTest, TickBound, ValueTest } from './condition.ts';
import { jqNumberKey, jqValues } from './jqFields.ts';
import { jqPrelude, type JqFaults } from './jqPrelude.ts';
import { jqFold, jqText } from './jqText.ts';
import { refuse } from './refused.ts';
import { wildcardRegex } from './wildcardPatterns.ts';

/** A program of jq (1.7 or newer) that passes on the records which a condition means. */
export function jqProgram(condition: Condition, faults: JqFaults): string {
  const expression = jqCondition(condition);
  return `${jqPrelude(expression, faults)}\nselect(record | ${expression})`;
}

function jqCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'constant':
      return String(condition.value);
    case 'and':
    case 'or':
      return `(${condition.items.map(jqCondition).join(` ${condition.kind} `)})`;
    case 'not':
      return `(${jqCondition(condition.item)} | not)`;
    case 'field':
      return fieldCondition(condition);
  }
}

function fieldCondition({ field, test, span }: FieldCondition): string {
  switch (test.kind) {
    case 'missing':
      return valueKindOf(field) === 'number'
        ? `(${jqNumberKey(field, span)} == null)`
        : `([${jqValues(field, span)}] | . == [] or any(. == null))`;
    case 'text':
      return `any(${jqValues(field, span)}; . != null and ${textTest(test, fieldName(field), span)})`;
    case 'ticks':
      return `any(${jqValues(field, span)} | values | moment; ${ticksTest(test, span)})`;
    case 'number':
      return `any(${jqNumberKey(field, span)} | number; ${numberTest(test.operator, test.operand)})`;
    case 'numbers': {
      const tests = [
        ...(test.from === undefined ? [] : [numberTest('>=', test.from)]),
        ...(test.to === undefined ? [] : [numberTest('<=', test.to)]),
      ];
      return `any(${jqNumberKey(field, span)} | number; ${tests.join(' and ')})`;
    }
  }
}

function textTest({ form, test }: Extract<ValueTest, { kind: 'text' }>, field: string, span: Span): string {
  if (form === 'address') {
    return refuse(span, 'query.translateAddress', field);
  }
  const before = form === 'withoutBlanks' ? 'withoutBlanks | ' : '';
  return `(${before}${tested(test, span)})`;
}

function tested(test: TextTest, span: Span): string {
  switch (test.kind) {
    case 'oneOf': {
      const folding = test.folded ? `${jqFold(test.texts.join(''))} | ` : '';
      return `${folding}IN(${test.texts.map(jqText).join(', ')})`;
    }
    case 'wildcard':
      return `${jqFold(test.pattern)} | test(${jqText(wildcardRegex(test.pattern))})`;
    case 'contains':
      return `${test.folded ? `${jqFold(test.text)} | ` : ''}contains(${jqText(test.text)})`;
    case 'regex':
      return refuse(span, 'query.translateRegex');
  }
}

/** Moments are compared as texts of the same notation. */
function ticksTest({ from, to }: Extract<ValueTest, { kind: 'ticks' }>, span: Span): string {
  const bound = (at: TickBound): string => ('ticks' in at ? jqText(momentText(at.ticks)) : refuse(span, 'query.translateRelativeTime'));
  return [...(from === undefined ? [] : [`. >= ${bound(from)}`]), ...(to === undefined ? [] : [`. <= ${bound(to)}`])].join(' and ');
}

/** Before and after all that ticks can name there is text too. */
function momentText(ticks: bigint): string {
  return ticks < 0n ? '' : ticks > lastTicks ? 'after' : formatTicks(ticks as Ticks).slice(0, -1);
}

function numberTest(operator: ComparisonOperator, operand: bigint): string {
  // The minus of a number is an operation, which rounds.
  const number = operand < 0n ? `("${operand}" | tonumber)` : String(operand);
  return `. ${operator === '=' ? '==' : operator} ${number}`;
}
