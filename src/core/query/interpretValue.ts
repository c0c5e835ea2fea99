import type { ComparisonOperator, SingleMatcher, Span } from './ast.ts';
import { parseDecimal } from '../json/decimal.ts';
import type { ValueKind } from './fields.ts';
import {
  anyRange,
  numberRange,
  rangeEnds,
  refusedAddresses,
  refusedRange,
  relativeTimeRange,
  type Interpretation,
} from './interpretRange.ts';
import { isNumber } from './quantities.ts';
import { parseRelativeTime } from './relativeTime.ts';
import { parseTimeUnit } from './timeUnit.ts';

/** A value as it was read, before it is known what it means to its field. */
export interface WrittenValue {
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** Patterns with `?` are matched place by place; this bounds the work a hostile one can cause. */
const maxPatternLength = 1000;

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
    case 'address':
    case 'any': {
      const text = interpretText(value, operator, true);
      return value.quoted || !('kind' in text) || text.kind !== 'equals' ? text : interpretPlain(text.value, kind);
    }
  }
}

/** What a value means after `<` and its kin. Of a key that nothing documents, it is compared with numbers, times or both. */
export function interpretComparison(value: WrittenValue, kind: 'number' | 'time' | 'any', operator: ComparisonOperator): Interpretation {
  const text = value.text.trim();
  const relative = kind === 'time' ? parseRelativeTime(text) : undefined;
  if (relative !== undefined) {
    return { kind: 'relativeTime', operator, time: relative };
  }
  const operand = kind === 'time' ? undefined : parseDecimal(text);
  const unit = kind === 'number' ? undefined : parseTimeUnit(text);
  if (operand !== undefined) {
    return unit === undefined ? { kind: 'number', operator, operand } : { kind: 'quantity', operator, text, number: operand, unit };
  }
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
  return text.includes('?') && text.length > maxPatternLength
    ? ['query.longPattern', String(maxPatternLength)]
    : { kind: 'wildcard', pattern: text };
}

/** Text without quotes and wildcards. */
function interpretPlain(text: string, kind: 'text' | 'event' | 'address' | 'any'): Interpretation {
  const equals: SingleMatcher = { kind: 'equals', value: text };
  switch (kind) {
    case 'text':
    case 'event':
      return refusedRange(text) ?? equals;
    case 'address':
      return refusedAddresses(text) ?? equals;
    case 'any': {
      const ends = rangeEnds(text);
      if (ends !== undefined) {
        return anyRange(text, ends) ?? equals;
      }
      const number = isNumber(text) ? parseDecimal(text) : undefined;
      const unit = parseTimeUnit(text);
      const isQuantity = number !== undefined || unit !== undefined;
      return isQuantity ? { kind: 'quantity', operator: '=', text: unit?.text ?? number!.text, number, unit } : equals;
    }
  }
}

function interpretQuantity(value: WrittenValue, kind: 'number' | 'time', operator: ':' | '='): Interpretation {
  if (operator === '=' && value.quoted) {
    return { kind: 'exact', value: value.text };
  }
  if (!value.quoted && value.text === 'null') {
    return { kind: 'null' };
  }
  const ends = rangeEnds(value.text);
  if (ends === undefined) {
    return interpretComparison(value, kind, '=');
  }
  const [from, to] = ends;
  if (from === '' && to === '') {
    return ['query.emptyRange', value.text];
  }
  return kind === 'number' ? numberRange(from, to) : relativeTimeRange(from, to);
}
