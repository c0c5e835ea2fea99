import { parseDecimal } from '../json/decimal.ts';
import type { WholeLogDemand } from './ast.ts';
import { comparedText } from './compileMatcher.ts';
import type { FieldRef, NamedField, ValueKind } from './fields.ts';

/** The functions of the filter language. Their one-line descriptions are the messages `query.function.<name>`. */
export const functionNames = ['first', 'rare', 'count'] as const;

export type FunctionName = (typeof functionNames)[number];

/**
 * Fields that no function takes: of most of them each record has a value of its own, and what is found about a record is not
 * what the log says.
 */
const uncounted: ReadonlySet<NamedField> = new Set(['time', 'seq', 'record', 'line', 'text', 'finding']);

/** Whether values of a field are counted over a whole log. */
export function isCounted(field: FieldRef): boolean {
  return field.kind !== 'named' || !uncounted.has(field.name);
}

/** The text that two values of a field share if they are one, as `field:"value"` compares them: numbers by what they are. */
export function identityText(value: string, kind: ValueKind): string {
  const number = kind === 'number' ? parseDecimal(value) : undefined;
  if (number === undefined) {
    return comparedText(value, kind);
  }
  return number.digits === '' ? '0' : `${number.negative ? '-' : ''}${number.digits}e${number.exponent}`;
}

/** Whether a term demands a number of records that a value can occur in: at least one has it. */
export function isPossible(demand: WholeLogDemand): boolean {
  switch (demand.kind) {
    case 'first':
      return true;
    case 'rare':
      return demand.most >= 1;
    case 'count':
      return demand.operator.startsWith('>') || occursOften(demand)(1) || (demand.operator === '=' && demand.operand >= 1);
  }
}

/** What a term demands of the number of records in which a value occurs. */
export function occursOften(demand: Exclude<WholeLogDemand, { readonly kind: 'first' }>): (records: number) => boolean {
  const operand = demand.kind === 'rare' ? demand.most : demand.operand;
  switch (demand.kind === 'rare' ? '<=' : demand.operator) {
    case '=':
      return (records) => records === operand;
    case '<':
      return (records) => records < operand;
    case '<=':
      return (records) => records <= operand;
    case '>':
      return (records) => records > operand;
    case '>=':
      return (records) => records >= operand;
  }
}
