import { integer, isObject } from '../../protocol/guards.ts';

/** How much before and after a record is shown: so many records of its file, or so many seconds. */
export type Extent = { readonly records: number } | { readonly seconds: number };

const isCount = integer(1, 1_000_000);
const isSeconds = integer(1, 10 ** 9);

const secondsOfUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** What is handed over as `{ records }` or `{ seconds }`; undefined for anything else. */
export function givenExtent(argument: unknown): Extent | undefined {
  if (!isObject(argument)) {
    return undefined;
  }
  const { records, seconds } = argument;
  return isCount(records) ? { records } : isSeconds(seconds) ? { seconds } : undefined;
}

/**
 * Reads a number of records, `25`, or a length of time, to whole seconds: `90s`, `1.5h`, `1h 30m`, with the units of times that count
 * back from the end of the log. Undefined for anything else, for none, and for more than a million records or a thousand million seconds.
 */
export function parseExtent(typed: string): Extent | undefined {
  const text = typed.trim().toLowerCase();
  if (/^\d+$/.test(text)) {
    return givenExtent({ records: Number(text) });
  }
  if (!/^(?:\d+(?:\.\d+)?\s*[smhdw]\s*)+$/.test(text)) {
    return undefined;
  }
  const pieces = [...text.matchAll(/([\d.]+)\s*([smhdw])/g)];
  return givenExtent({ seconds: Math.round(pieces.reduce((sum, [, count, unit]) => sum + Number(count) * secondsOfUnit[unit!]!, 0)) });
}
