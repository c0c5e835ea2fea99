import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import type { Order, Row } from '../../../src/protocol/answers/page.ts';
import { type DayChange, dayChange } from '../../../webview/records/dayChange.ts';

/** Rows of which the second and all further ones are compared: null without a valid time, undefined where not known. */
type Times = readonly (string | null | undefined)[];

/** How the days of these rows change, in an order and a zone. */
function changes(times: Times, order: Order = 'file', zone = 'utc'): readonly DayChange[] {
  const rows = times.map((time) => {
    const ticks = typeof time === 'string' ? String(parseTime(time)!.ticks) : '';
    return time === undefined ? undefined : ({ time: time === null ? null : { text: time, ticks } } as Row);
  });
  return rows.map((_, position) => dayChange((at) => rows[at], position, order, zone));
}

const [late, early, noon] = ['2020-11-01T23:30:00Z', '2020-11-02T00:10:00Z', '2020-11-02T12:00:00Z'];

describe('the day of a row', () => {
  it.each<[string, Times, Order, string, readonly DayChange[]]>([
    ['begins where it is later', [late, early, noon], 'file', 'utc', ['other', 'begins', 'same']],
    ['is that of the zone', [late, early, noon], 'file', 'Europe/Berlin', ['other', 'same', 'same']],
    ['does not begin where a file goes back', [early, late, early], 'file', 'utc', ['other', 'other', 'begins']],
    ['begins where the newest come first', [noon, early, late], 'newest', 'utc', ['other', 'same', 'begins']],
    [
      'is compared across records without a time',
      [late, null, null, early, null, noon],
      'file',
      'utc',
      ['other', 'other', 'other', 'begins', 'other', 'same'],
    ],
    ['is not compared with rows that are not known', [late, undefined, early], 'oldest', 'utc', ['other', 'other', 'other']],
    [
      'is not compared in the order of a field',
      [late, early, noon],
      { field: 'caller', descending: false },
      'utc',
      ['other', 'other', 'other'],
    ],
  ])('%s', (_, times, order, zone, expected) => {
    expect(changes(times, order, zone)).toEqual(expected);
  });

  it('is not looked for far above', () => {
    const untimed = Array.from({ length: 9 }, () => null);
    expect(changes([late, ...untimed.slice(1), early]).at(-1)).toBe('begins');
    expect(changes([late, ...untimed, early]).at(-1)).toBe('other');
  });
});
