import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';

it.each<[text: string, same: string | undefined]>([
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ['2016-12-31T23:59:60.25', '2017-01-01T00:00:00.25'],
  ['2017-01-01T05:29:60+05:30', '2017-01-01T00:00:00Z'],
  ['2016-12-31T18:59:60.9999999-05:00', '2017-01-01T00:00:00.9999999Z'],
  ['2020-11-23T18:23:60Z', undefined],
  ['2016-12-31T23:59:60+01:00', undefined],
  ['2016-12-31T23:58:60Z', undefined],
  ['9999-12-31T23:59:60Z', undefined],
  ['2016-12-31T23:59:61Z', undefined],
])('takes a leap second at the end of a day only: %s', (text, same) => {
  expect(parseTime(text)?.ticks).toBe(same === undefined ? undefined : parseTime(same)?.ticks);
});

it('takes the second 60 of one minute of a day, with any offset', () => {
  const two = (value: number): string => String(value).padStart(2, '0');
  fc.assert(
    fc.property(fc.oneof(fc.nat(1439), fc.constant(1439)), fc.integer({ min: -1439, max: 1439 }), (minute, offset) => {
      const local = (minute + offset + 1440) % 1440;
      const shift = Math.abs(offset);
      const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(shift / 60))}:${two(shift % 60)}`;
      const text = `2016-12-31T${two(Math.floor(local / 60))}:${two(local % 60)}:60${zone}`;
      expect(parseTime(text) !== undefined, text).toBe(minute === 1439);
    }),
  );
});

const offsetForms: readonly ((sign: string, hours: string, minutes: string) => string)[] = [
  (sign, hours, minutes) => `${sign}${hours}${minutes}`,
  (sign, hours, minutes) => ` ${sign}${hours}${minutes}`,
  (sign, hours, minutes) => ` ${sign}${hours}:${minutes}`,
  (sign, hours, minutes) => (minutes === '00' ? `${sign}${hours}` : `${sign}${hours}${minutes}`),
  (sign, hours, minutes) => (minutes === '00' ? ` ${sign}${hours}` : ` ${sign}${hours}:${minutes}`),
];

it('reads an offset with or without colon, minutes and a blank before it', () => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const moments = fc.constantFrom('2020-11-23T18:23:29', '2020-11-23 00:00:00.1', '2020-12-31T23:59:59.9999999');
  const minutes = fc.constantFrom(0, 0, 15, 30, 45, 59);
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom('+', '-'),
      fc.nat(23),
      minutes,
      fc.constantFrom(...offsetForms),
      (moment, sign, hour, minute, form) => {
        const expected = parseTime(`${moment}${sign}${two(hour)}:${two(minute)}`);
        expect(expected?.zone).toBe('offset');
        expect(parseTime(`${moment}${form(sign, two(hour), two(minute))}`)).toEqual(expected);
      },
    ),
  );
});

it.each([
  ['2020-11-23T18:23:29 Z', 'utc'],
  ['2020-11-23T18:23:29+00', 'offset'],
  ['2020-11-23T18:23:29', 'none'],
] as const)('names the zone of %s', (text, zone) => {
  expect(parseTime(text)?.zone).toBe(zone);
});

it.each([
  '2020-11-23T18:23:29 ',
  '2020-11-23T18:23:29  Z',
  '2020-11-23T18:23:29+',
  '2020-11-23T18:23:29+5',
  '2020-11-23T18:23:29+5:30',
  '2020-11-23T18:23:29+053',
  '2020-11-23T18:23:29+05:3',
  '2020-11-23T18:23:29+05:',
  '2020-11-23T18:23:29+05.30',
  '2020-11-23T18:23:29+2400',
  '2020-11-23T18:23:29+0560',
  '2020-11-23T18:23:29+24',
  '2020-11-23T18:23:29Z+05',
  '2020-11-23T18:23:29 05',
])('is no time: %s', (text) => {
  expect(parseTime(text)).toBeUndefined();
});
