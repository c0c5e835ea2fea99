import fc from 'fast-check';
import { regularOrOdd } from './generate.ts';

/** How a writer sets its records: what stands around colons and commas. */
const settings = [
  (text: string): string => text,
  (text: string): string => text.replace(/":(?=[^:])/g, '": ').replace(/,"/g, ', "'),
  (text: string): string => text.replace(/":(?=[^:])/g, '" :\t').replace(/\{"/g, '{ "'),
];

/** What JSON.stringify never writes, though it means the same or is another number. */
const respellings = [
  (text: string): string => text,
  (text: string): string => text.replace('Success', '\\u0053uccess'),
  (text: string): string => text.replace('"env_time"', '"env\\u005ftime"'),
  (text: string): string => text.replace('"env_seqNum":', '"env_seqNum":18446744073709551615,"more":'),
  (text: string): string => text.replace('257', '2.57e2'),
  (text: string): string => text.replace('"r1"', '"\\ud800"'),
  (text: string): string => text.replace('{"', '{"unheardOf":-0.0,"'),
];

/**
 * Logs as writers write them: each line has the keys of one of a few records and differs from it in some values, now and
 * then in its spelling.
 */
export const similarRecords: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.array(
      regularOrOdd.map((text) => JSON.parse(text) as Record<string, unknown>),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom(...settings),
    fc.array(
      fc.tuple(
        fc.nat({ max: 2 }),
        regularOrOdd.map((text) => JSON.parse(text) as Record<string, unknown>),
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: respellings.length - 1 }) }),
      ),
      { minLength: 1, maxLength: 30 },
    ),
  )
  .map(([bases, set, lines]) =>
    lines.map(([which, others, changed, respelled]) => {
      const base = bases[which % bases.length]!;
      const keys = Object.keys(base);
      const record = { ...base };
      for (const number of changed) {
        const key = keys[number % Math.max(1, keys.length)];
        if (key !== undefined && key in others) {
          record[key] = others[key];
        }
      }
      return set(respellings[respelled]!(JSON.stringify(record)));
    }),
  );
