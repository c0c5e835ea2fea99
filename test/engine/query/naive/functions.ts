import type { Sort } from './items.ts';
import { addressOf, isNumber, compareNumbers, ticksOf } from './quantities.ts';
import { valuesOf, type NaiveRecord } from './fieldValues.ts';

/** A function of the filter language as text, and which records it means. */
export interface NaiveFunction {
  readonly text: string;
  readonly matches: (record: NaiveRecord) => boolean;
  readonly kind: string;
}

/** Fields that functions do not take. */
const refused: ReadonlySet<string> = new Set(['time', 'env_time', 'seq', 'env_seqNum', 'record', 'line', 'text', 'finding']);

/**
 * What a function means in some records, which are a whole log in the order of its files: looking at all of them for each value of
 * each record. Undefined for fields that have none.
 */
export function makeFunction(
  records: readonly NaiveRecord[],
  field: string,
  written: string,
  sort: Sort,
  picks: readonly number[],
): NaiveFunction | undefined {
  if (refused.has(field)) {
    return undefined;
  }
  const values = new Map(records.map((record) => [record, valuesOf(record, field).filter((value) => value !== null)]));
  const having = (value: string): readonly NaiveRecord[] =>
    records.filter((record) => values.get(record)!.some((other) => isOne(sort, value, other)));
  const passes = (test: (value: string, record: NaiveRecord) => boolean): ((record: NaiveRecord) => boolean) => {
    const found = new Set(records.filter((record) => values.get(record)!.some((value) => test(value, record))));
    return (record) => found.has(record);
  };
  const [blank, number] = [picks[1]! % 2 === 0 ? ' ' : '', 1 + (picks[2]! % 4)];
  switch (picks[0]! % 5) {
    case 0:
    case 1:
      return { text: `first(${blank}${written})`, matches: passes((value, record) => firstOf(having(value)) === record), kind: 'first' };
    case 2:
      return {
        text: `rare(${written}${blank},${blank}${number})`,
        matches: passes((value) => having(value).length <= number),
        kind: 'rare',
      };
    default: {
      const [operator, holds] = comparisons[picks[3]! % comparisons.length]!;
      const operand = operator === '<' ? number + 1 : number;
      return {
        text: `count(${written})${blank}${operator}${blank}${operand}`,
        matches: passes((value) => holds(having(value).length, operand)),
        kind: 'count',
      };
    }
  }
}

const comparisons: readonly (readonly [operator: string, holds: (left: number, right: number) => boolean])[] = [
  ['<', (left, right) => left < right],
  ['<=', (left, right) => left <= right],
  ['>', (left, right) => left > right],
  ['>=', (left, right) => left >= right],
  ['=', (left, right) => left === right],
];

function isOne(sort: Sort, left: string, right: string): boolean {
  if (sort === 'number') {
    return isNumber(left) && isNumber(right) ? compareNumbers(left, right) === 0 : left.toLowerCase() === right.toLowerCase();
  }
  const same = (text: string): string => (sort === 'address' ? (addressOf(text) ?? text) : text).toLowerCase();
  return same(left) === same(right);
}

/** The first in the order of time, those without a time last. The records are in the order of their files. */
function firstOf(records: readonly NaiveRecord[]): NaiveRecord | undefined {
  return records.toSorted((left, right) => {
    const [a, b] = [left, right].map((record) => ticksOf(valuesOf(record, 'time')[0] ?? '', false)) as [bigint?, bigint?];
    return a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : a < b ? -1 : a > b ? 1 : 0;
  })[0];
}
