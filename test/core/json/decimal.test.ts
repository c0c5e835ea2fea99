import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { compareDecimals, floorOf, isWhole, parseDecimal } from '../../../src/core/json/decimal.ts';

function compare(left: string, right: string): number {
  return Math.sign(compareDecimals(parseDecimal(left)!, parseDecimal(right)!));
}

describe('comparing', () => {
  test.each([
    ['0', '-0', 0],
    ['0', '0.000e99', 0],
    ['1000', '1e3', 0],
    ['1000.0', '+1000', 0],
    ['10', '9', 1],
    ['-10', '-9', -1],
    ['-1', '1', -1],
    ['0', '0.0001', -1],
    ['18446744073709551615', '18446744073709551614', 1],
    ['9007199254740993', '9007199254740992', 1],
    ['1e400', '1e399', 1],
    ['1e999999999999', '5', 1],
    ['1e-999999999999', '0', 1],
    ['00012', '12.00', 0],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(compare(left, right)).toBe(expected);
    expect(compare(right, left)).toBe(expected === 0 ? 0 : -expected);
  });

  test('agrees with bigint on whole numbers and with number on small ones', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (left, right) => {
        expect(compare(String(left), String(right))).toBe(left < right ? -1 : Number(left > right));
      }),
    );
    const short = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 100);
    fc.assert(
      fc.property(short, short, (left, right) => {
        expect(compare(String(left), String(right))).toBe(Math.sign(left - right));
        expect(floorOf(parseDecimal(String(left))!)).toBe(BigInt(Math.floor(left)));
        expect(isWhole(parseDecimal(String(left))!)).toBe(Number.isInteger(left));
      }),
    );
  });
});

test.each(['', '-', '1.', '.5', '1e', '0x10', 'NaN', ' 1', '1 ', '1,000', '1_000', '٣'])('%j is no number', (text) => {
  expect(parseDecimal(text)).toBeUndefined();
});

test.each([
  ['2.5', 2n],
  ['-2.5', -3n],
  ['-2', -2n],
  ['0.9', 0n],
  ['-0.1', -1n],
  ['12e2', 1200n],
  ['1234e-2', 12n],
])('the floor of %s is %s', (text, expected) => {
  expect(floorOf(parseDecimal(text)!)).toBe(expected);
});

test('a hostile exponent costs nothing', () => {
  expect(floorOf(parseDecimal('1e999999999')!) > 2n ** 64n).toBe(true);
  expect(floorOf(parseDecimal('-1e-999999999')!)).toBe(-1n);
});
