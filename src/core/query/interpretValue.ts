import type { ComparisonOperator, SingleMatcher, Span } from './ast.ts';
import { parseDecimal, compareDecimals, type Decimal } from './decimal.ts';
import type { ValueKind } from './fields.ts';
import { parseTimeUnit, type TimeUnit } from './timeUnit.ts';

/** A value as it was read, before it is known what it means to its field. */
export interface WrittenValue {
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** A matcher, or the code and the argument of what is wrong with the value. */
export type Interpretation = SingleMatcher | readonly [code: string, argument: string];

/** Patterns with `?` are matched place by place; this bounds the work a hostile one can cause. */
const longestPattern = 1000;

/** What a value means after `:` or `=`, alone or in a list. */
export function interpretValue(value: WrittenValue, kind: ValueKind, operator: ':' | '='): Interpretation {
  switch (kind) {
    case 'number':
    case 'time':
      return interpretQuantity(value, kind, operator);
    case 'sourceText':
      // Source text is never missing: here `null` is a word like any other.
      return interpretText(value, operator, false);
    case 'text':
    case 'event':
    case 'any':
      return interpretText(value, operator, true);
  }
}

/** What a value means after `<` and its kin. Of a key that nothing documents, the value tells what is compared. */
export function interpretComparison(value: WrittenValue, kind: 'number' | 'time' | 'any', operator: ComparisonOperator): Interpretation {
  const text = value.text.trim();
  const operand = kind === 'time' ? undefined : parseDecimal(text);
  if (operand !== undefined) {
    return { kind: 'number', operator, operand };
  }
  const unit = kind === 'number' ? undefined : parseTimeUnit(text);
  return unit === undefined ? [expectations[kind], value.text] : { kind: 'time', operator, unit };
}

const expectations = { number: 'query.expectedNumber', time: 'query.expectedTime', any: 'query.expectedQuantity' } as const;

function interpretText(value: WrittenValue, operator: ':' | '=', hasNull: boolean): Interpretation {
  const { text, quoted } = value;
  if (operator === '=') {
    return { kind: 'exact', value: text };
  }
  if (hasNull && !quoted && text === 'null') {
    return { kind: 'null' };
  }
  if (quoted || !/[*?]/.test(text)) {
    return { kind: 'equals', value: text };
  }
  return text.includes('?') && text.length > longestPattern
    ? ['query.longPattern', String(longestPattern)]
    : { kind: 'wildcard', pattern: text };
}

function interpretQuantity(value: WrittenValue, kind: 'number' | 'time', operator: ':' | '='): Interpretation {
  if (operator === '=' && value.quoted) {
    return { kind: 'exact', value: value.text };
  }
  if (!value.quoted && value.text === 'null') {
    return { kind: 'null' };
  }
  const dots = value.text.indexOf('..');
  if (dots === -1) {
    return interpretComparison(value, kind, '=');
  }
  const from = value.text.slice(0, dots).trim();
  const to = value.text.slice(dots + 2).trim();
  if (from === '' && to === '') {
    return ['query.emptyRange', value.text];
  }
  return kind === 'number' ? numberRange(from, to) : timeRange(from, to);
}

function numberRange(fromText: string, toText: string): Interpretation {
  const from = end(fromText, parseDecimal);
  const to = end(toText, parseDecimal);
  if (from === null || to === null) {
    return [expectations.number, from === null ? fromText : toText];
  }
  const reversed = from !== undefined && to !== undefined && compareDecimals(from, to) > 0;
  return reversed ? ['query.reversedRange', fromText] : { kind: 'numberRange', from, to };
}

function timeRange(fromText: string, toText: string): Interpretation {
  const from = end(fromText, parseTimeUnit);
  const to = end(toText, parseTimeUnit);
  if (from === null || to === null) {
    return [expectations.time, from === null ? fromText : toText];
  }
  const reversed = from !== undefined && to !== undefined && from.first > to.last;
  return reversed ? ['query.reversedRange', fromText] : { kind: 'timeRange', from, to };
}

/** An end of a range: undefined where it is open, null where it cannot be read. */
function end<T extends Decimal | TimeUnit>(text: string, read: (text: string) => T | undefined): T | undefined | null {
  return text === '' ? undefined : (read(text) ?? null);
}
