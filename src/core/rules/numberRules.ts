/**
 * Rules for numbers, decided on their source text: a double rounds 18446744073709551616 to the bound of the sequence
 * number and 1e-400 to an integer, so no rule that looks at JavaScript's number could be right.
 */
import { compareDecimals, isWhole, parseDecimal } from '../json/decimal.ts';
import { fieldByKey } from '../formats/attestation/fields.ts';
import { keyOf } from '../formats/attestation/roleKeys.ts';
import { expectedVersion } from './valueRules.ts';
import { clean, verdict, type Verdict } from '../finding/verdict.ts';

/** What the schema asks of the number under a key. */
interface NumberField {
  /** Its types as the schema lists them. */
  readonly types: string;
  readonly minimum?: string;
  readonly maximum?: string;
}

/** The documented keys whose numbers the format limits. */
const numberFields: ReadonlyMap<string, NumberField> = new Map(
  [...fieldByKey].flatMap(([key, { type, minimum, maximum, isNullable = false }]) => {
    const isLimited = type === 'integer' || minimum !== undefined || maximum !== undefined;
    const types = [type, ...(isNullable ? ['null'] : [])].join();
    const limits = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
    return isLimited ? [[key, { types, ...limits }] as const] : [];
  }),
);

/** On the number under a documented key, given as it is written. What JavaScript can hold is another question. */
export function numberVerdicts(key: string, source: string): readonly Verdict[] {
  if (key === keyOf.schemaVersion) {
    const expected = expectedVersion;
    return order(source, expected) === 0 ? clean : verdict('value.version', key, source, expected);
  }
  const field = numberFields.get(key);
  if (field === undefined) {
    return clean;
  }
  const { types, minimum = source, maximum = source } = field;
  if (types.startsWith('integer') && hasFraction(source)) {
    return verdict('schema.type', key, types, 'fraction');
  }
  if (order(source, minimum) < 0) {
    return verdict('schema.value', key, 'minimum', minimum);
  }
  return order(source, maximum) > 0 ? verdict('schema.value', key, 'maximum', maximum) : clean;
}

/**
 * Whether JavaScript's number is the number of this source text: from 2^53 on, where it skips integers, exactly (2^60 is held,
 * the integer after it is not); below, unless it is so near to zero that it becomes zero. That fractions are rounded is no
 * loss that anybody means.
 */
export function isHeldByJavaScript(source: string): boolean {
  const value = Number(source);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return Number.isFinite(value) && order(source, String(BigInt(value))) === 0;
  }
  return value !== 0 || !/^[^eE]*[1-9]/.test(source);
}

function hasFraction(source: string): boolean {
  const number = parseDecimal(source);
  return number !== undefined && !isWhole(number);
}

/** Compares two numbers by their text: below zero, zero or above zero. */
function order(left: string, right: string): number {
  const [first, second] = [parseDecimal(left), parseDecimal(right)];
  return first === undefined || second === undefined ? 0 : compareDecimals(first, second);
}
