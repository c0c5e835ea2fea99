import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { timeText } from '../../../src/core/record/timeText.ts';
import { momentsOfClock, wallClock, zoneOffset } from '../../../src/core/record/zones.ts';

const hours = (zone: string, time: string): number => zoneOffset(zone, Date.parse(time)) / 3_600_000;
const clock = (text: string): number => Date.parse(`${text}Z`);

describe('a time zone', () => {
  it.each([
    ['utc', '2020-07-01T12:00:00Z', 0],
    ['Europe/Berlin', '2020-01-01T12:00:00Z', 1],
    ['Europe/Berlin', '2020-07-01T12:00:00Z', 2],
    // The clocks are put forward at 01:00 UTC.
    ['Europe/Berlin', '2020-03-29T00:59:59.999Z', 1],
    ['Europe/Berlin', '2020-03-29T01:00:00Z', 2],
    ['America/New_York', '2020-11-01T05:59:59Z', -4],
    ['America/New_York', '2020-11-01T06:00:00Z', -5],
    ['Asia/Kolkata', '2020-07-01T12:00:00Z', 5.5],
    // Half an hour of daylight saving time.
    ['Australia/Lord_Howe', '2020-01-01T12:00:00Z', 11],
    ['Australia/Lord_Howe', '2020-07-01T12:00:00Z', 10.5],
    ['Pacific/Kiritimati', '2020-07-01T12:00:00Z', 14],
  ])('%s is ahead of UTC at %s by %f hours', (zone, time, expected) => expect(hours(zone, time)).toBe(expected));

  it('shows the times that the platform shows', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'local'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }), (zone, moment) => {
        const options = zone === 'local' ? {} : { timeZone: zone };
        const expected = new Date(moment).toLocaleString('sv-SE', options);
        expect(wallClock(zone, moment).toISOString().slice(0, 19).replace('T', ' ')).toBe(expected);
      }),
    );
  });

  it('keeps all digits of a time, in any year', () => {
    const at = (text: string) => parseTime(text)!.ticks;
    expect(timeText(at('2020-11-23T18:23:29.9427158Z'), 'Europe/Berlin')).toBe('2020-11-23 19:23:29.9427158');
    expect(timeText(at('0001-01-01T00:00:00Z'), 'Asia/Tokyo').slice(0, 10)).toBe('0001-01-01');
    expect(timeText(at('0001-01-01T00:00:00Z'), 'America/New_York').slice(0, 10)).toBe('0000-12-31');
    expect(timeText(at('9999-12-31T23:59:59.9999999Z'), 'Europe/Berlin')).toBe('10000-01-01 00:59:59.9999999');
  });

  it('has no moment for a time that its clocks leave out, and two for one that they show twice', () => {
    const moments = (zone: string, text: string): readonly string[] =>
      momentsOfClock(zone, clock(text)).map((moment) => new Date(moment).toISOString().slice(0, 16));
    expect(moments('Europe/Berlin', '2020-03-29T02:30:00')).toEqual([]);
    expect(moments('Europe/Berlin', '2020-10-25T02:30:00')).toEqual(['2020-10-25T00:30', '2020-10-25T01:30']);
    expect(moments('Europe/Berlin', '2020-10-25T03:00:00')).toEqual(['2020-10-25T02:00']);
    expect(moments('utc', '2020-10-25T02:30:00')).toEqual(['2020-10-25T02:30']);
  });
});
