import { floorOf, isWhole, parseDecimal } from '../../json/decimal.ts';
import { canonicalAddress } from '../../record/address.ts';
import { parseTime } from '../../record/parseTime.ts';
import { floorDigits, type ColumnContent } from './tableColumns.ts';

export type ColumnValue = string | bigint | boolean | readonly (string | null)[] | null;

const largest = 10n ** BigInt(floorDigits) - 1n;

/** What a column holds of the values that a record has of its field. */
export function columnValue(content: ColumnContent, values: readonly (string | null)[]): ColumnValue {
  if (content === 'list') {
    return values;
  }
  const value = values[0] ?? null;
  if (value === null || content === 'text') {
    return value;
  }
  switch (content) {
    case 'address':
      return canonicalAddress(value) ?? value;
    case 'ticks': {
      const time = parseTime(value);
      return time === undefined ? null : BigInt(time.ticks);
    }
    case 'floor': {
      const number = parseDecimal(value);
      return number === undefined ? null : bounded(floorOf(number));
    }
    case 'isWhole': {
      const number = parseDecimal(value);
      return number === undefined ? null : isWhole(number);
    }
  }
}

function bounded(value: bigint): bigint {
  return value > largest ? largest : value < -largest ? -largest : value;
}
