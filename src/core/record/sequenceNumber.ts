import { floorOf, isWhole, parseDecimal } from '../json/decimal.ts';

/** No writer counts further: 64 bits. */
export const lastSequence = 0xffff_ffff_ffff_ffffn;

/** A number that takes part in a numbering: whole, not negative, of at most 64 bits, in any notation of JSON; else undefined. */
export function sequenceNumber(text: string): bigint | undefined {
  const decimal = text.length > 64 ? undefined : parseDecimal(text);
  if (decimal === undefined || !isWhole(decimal) || decimal.negative || decimal.exponent > 20) {
    return undefined;
  }
  const number = floorOf(decimal);
  return number <= lastSequence ? number : undefined;
}
