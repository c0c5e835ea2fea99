import { isIP, SocketAddress } from 'node:net';

/** Numbers, times and addresses by the platform's own means: BigInt, Date and SocketAddress. */

const numberPattern = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

export function isNumber(text: string): boolean {
  return numberPattern.test(text);
}

export function isJsonNumber(text: string): boolean {
  return jsonNumber.test(text);
}

/** Below zero, zero or above it, exactly; for exponents that a test uses. */
export function compareNumbers(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => {
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = numberPattern.exec(text)!;
    return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
  }) as [{ digits: bigint; exponent: number }, { digits: bigint; exponent: number }];
  const least = Math.min(a.exponent, b.exponent);
  const difference = a.digits * 10n ** BigInt(a.exponent - least) - b.digits * 10n ** BigInt(b.exponent - least);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const timePattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** 100 ns since 1970, of a whole time only: with seconds, or a date if that counts; undefined for anything else. */
export function ticksOf(text: string, datesCount: boolean): bigint | undefined {
  const milliseconds = /^\/Date\((\d+)\)\/$/.exec(text)?.[1];
  if (milliseconds !== undefined) {
    return BigInt(milliseconds) * 10_000n;
  }
  const [, year, month, day, hour = '00', minute = '00', second, fraction = '', zone = 'Z'] = timePattern.exec(text) ?? [];
  if (year === undefined || (second === undefined && !datesCount)) {
    return undefined;
  }
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}`);
  const offset = zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return isReal ? BigInt(date.getTime() - offset * 60_000) * 10_000n + BigInt(fraction.padEnd(7, '0').slice(0, 7)) : undefined;
}

/** First and last tick of what a filter names in UTC: `2021`, `2021-07`, `2021-07-29`, `2021-07-29T10`, … `…:00.1234567`. */
export function unitOf(text: string): readonly [first: bigint, last: bigint] {
  const [, year, month, day, hour, minute, second, fraction] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d))?(?::(\d\d))?(?::(\d\d))?(?:\.(\d+))?$/.exec(text)!;
  const parts = [year, month, day, hour, minute, second].map((part) => (part === undefined ? undefined : Number(part)));
  const at = (added: number): bigint => {
    const given = parts.filter((part) => part !== undefined);
    given[given.length - 1]! += added;
    const [y, m = 1, d = 1, h = 0, min = 0, s = 0] = given;
    const date = new Date(0);
    date.setUTCFullYear(y!, m - 1, d);
    date.setUTCHours(h, min, s);
    return BigInt(date.getTime()) * 10_000n;
  };
  if (fraction === undefined) {
    return [at(0), at(1) - 1n];
  }
  const first = at(0) + BigInt(fraction.padEnd(7, '0'));
  return [first, first + 10n ** BigInt(7 - fraction.length) - 1n];
}

/** One text for each address, whatever its spelling and port; undefined for text that is none. */
export function addressOf(text: string): string | undefined {
  const bare = text
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/(\.\d+):\d+$/, '$1');
  const [, address = '', zone = ''] = /^([^%]*)(%.*)?$/.exec(bare) ?? [];
  const family = isIP(address);
  if (family === 0) {
    return undefined;
  }
  return (
    new SocketAddress({ address, family: family === 4 ? 'ipv4' : 'ipv6' }).address.replace(/^::ffff:(?=[\d.]+$)/, '') + zone.toLowerCase()
  );
}
