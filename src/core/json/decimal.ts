/**
 * Numbers compared exactly, whatever their size.
 *
 * sequence numbers reach 2^64-1, where JavaScript's numbers skip every other integer, and a log may write `1000.0`, `1e3`
 * or `1e400`. A number is kept as its significant digits and the place of its point, so comparing needs no arithmetic
 * and a hostile exponent costs nothing.
 */
export interface Decimal {
  /** As written, without a leading `+` and with a small `e`. */
  readonly text: string;
  readonly negative: boolean;
  /** Significant digits without zeros at either end; empty for zero. */
  readonly digits: string;
  /** The value is 0.digits times ten to this power. Beyond 2^53 it is rounded, which only ties numbers no log can mean. */
  readonly exponent: number;
}

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Reads a number in JSON's notation (a leading `+` and leading zeros are let pass); undefined if it is none. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const all = whole + fraction;
  let first = 0;
  while (first < all.length && all[first] === '0') {
    first++;
  }
  let last = all.length;
  while (last > first && all[last - 1] === '0') {
    last--;
  }
  const digits = all.slice(first, last);
  return {
    text: text.slice(sign === '+' ? 1 : 0).replace('E', 'e'),
    negative: sign === '-' && digits !== '',
    digits,
    exponent: digits === '' ? 0 : whole.length - first + Number(power),
  };
}

/** Below zero if `left` is the smaller, zero if both are the same number, above zero else. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const leftSign = signOf(left);
  const rightSign = signOf(right);
  if (leftSign !== rightSign) {
    return leftSign - rightSign;
  }
  return leftSign < 0 ? compareMagnitudes(right, left) : compareMagnitudes(left, right);
}

/** The largest integer not above the number; of magnitudes beyond 10^100 only that they are huge is kept. */
export function floorOf(decimal: Decimal): bigint {
  const exponent = Math.min(decimal.exponent, 100);
  const whole = exponent <= 0 ? 0n : BigInt(decimal.digits.slice(0, exponent).padEnd(exponent, '0'));
  const hasFraction = decimal.digits.length > exponent;
  return decimal.negative ? -whole - (hasFraction ? 1n : 0n) : whole;
}

/** True if the number has no fraction, as `5` and `5.0`. */
export function isWhole(decimal: Decimal): boolean {
  return decimal.digits.length <= Math.max(decimal.exponent, 0);
}

function signOf(decimal: Decimal): number {
  if (decimal.digits === '') {
    return 0;
  }
  return decimal.negative ? -1 : 1;
}

function compareMagnitudes(left: Decimal, right: Decimal): number {
  if (left.exponent !== right.exponent) {
    return left.exponent < right.exponent ? -1 : 1;
  }
  if (left.digits === right.digits) {
    return 0;
  }
  return left.digits < right.digits ? -1 : 1;
}
