import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/core/record/parseTime.ts';
import { axisTicks } from '../../src/scene/axisTicks.ts';

function labels(from: string, to: string, width: number, zone = 'utc'): readonly string[] {
  return axisTicks({ from: parseTime(from)!.ticks, to: parseTime(to)!.ticks }, width, zone).map(({ label }) => label);
}

describe('an axis', () => {
  it.each([
    ['2018-06-01T00:00:00Z', '2021-06-01T00:00:00Z', 400, ['2019', '2020', '2021']],
    ['2020-11-23T00:00:00Z', '2020-11-26T00:00:00Z', 300, ['11-23', '11-24', '11-25']],
    ['2020-11-23T17:10:00Z', '2020-11-23T19:40:00Z', 500, ['17:30', '18:00', '18:30', '19:00', '19:30']],
    ['2020-11-23T18:23:29Z', '2020-11-23T18:23:34Z', 500, ['18:23:29', '18:23:30', '18:23:31', '18:23:32', '18:23:33']],
    // Below a millisecond, where a Date ends.
    ['2020-11-23T18:23:29.9427150Z', '2020-11-23T18:23:29.9427170Z', 400, ['29.942715', '29.9427155', '29.942716', '29.9427165']],
  ])('from %s to %s', (from, to, width, expected) => {
    expect(labels(from, to, width)).toEqual(expected);
  });

  it('of a single tick has one label', () => {
    expect(labels('2020-11-23T18:23:29.9427158Z', '2020-11-23T18:23:29.9427159Z', 400)).toEqual(['29.9427158']);
  });

  it('reaches from year 1 to year 9999', () => {
    expect(labels('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 500).length).toBeGreaterThan(2);
  });

  it.each([
    ['2020-11-22T23:00:00Z', '2020-11-25T23:00:00Z', 'Europe/Berlin', ['11-23', '12:00', '11-24', '12:00', '11-25', '12:00']],
    ['2020-11-22T18:30:00Z', '2020-11-25T18:30:00Z', 'Asia/Kolkata', ['11-23', '12:00', '11-24', '12:00', '11-25', '12:00']],
    // The clocks are put forward at 2:00, and back at 3:00.
    ['2020-03-28T23:00:00Z', '2020-03-29T04:00:00Z', 'Europe/Berlin', ['03-29', '01:00', '03:00', '04:00', '05:00']],
    ['2020-10-24T22:00:00Z', '2020-10-25T03:00:00Z', 'Europe/Berlin', ['10-25', '01:00', '02:00', '02:00', '03:00']],
    ['2020-10-25T00:20:00Z', '2020-10-25T01:20:00Z', 'Europe/Berlin', ['02:30', '02:00']],
  ])('from %s to %s has the round times of %s', (from, to, zone, expected) => {
    expect(labels(from, to, 500, zone)).toEqual(expected);
  });
});
