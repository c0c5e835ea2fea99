import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { endOfTime } from '../../../src/core/timeline/timeSpan.ts';
import { timeText } from '../../../src/core/record/timeText.ts';
import { bytesText, durationText, lengthText, spanText } from '../../../webview/base/format.ts';

const settings = { timeZone: 'utc', locale: 'en', bundle: null, lanes: false, title: '' } as const;
const at = (text: string) => parseTime(text)!.ticks;

describe('times', () => {
  it.each(['2020-11-23 18:23:29.9427158', '0001-01-01 00:00:00.0000000', '9999-12-31 23:59:59.9999999'])('keep all digits: %s', (text) => {
    expect(timeText(at(`${text}Z`), 'utc')).toBe(text);
  });

  it('in local time have the same digits below a second', () => {
    const local = timeText(at('2020-11-23T18:23:29.9427158Z'), 'local');
    expect(local.slice(-10)).toBe('29.9427158');
    expect(new Date(local.slice(0, 19)).getTime()).toBe(Date.UTC(2020, 10, 23, 18, 23, 29));
  });

  it.each([
    ['2020-11-23T18:20:00Z', '2020-11-23T19:25:00Z', '2020-11-23 18:20 – 19:25'],
    ['2020-11-23T18:20:00Z', '2020-11-23T18:25:00Z', '2020-11-23 18:20:00 – 18:25:00'],
    ['2020-11-23T00:00:00Z', '2020-11-25T00:00:00Z', '2020-11-23 00:00 – 2020-11-25 00:00'],
    ['2020-11-23T18:20:00.1Z', '2020-11-23T18:20:00.2Z', '2020-11-23 18:20:00.1000000 – 18:20:00.2000000'],
  ])('as a span from %s to %s', (from, to, expected) => {
    expect(spanText({ from: at(from), to: at(to) }, 'utc')).toBe(expected);
  });

  it('as a span to the end of time', () => {
    expect(spanText({ from: at('9999-12-31T00:00:00Z'), to: endOfTime }, 'utc')).toBe('9999-12-31 00:00 – 23:59');
  });
});

it.each([
  [1n, '100 ns'],
  [600_000_000n, 'minute'],
  [3_000_000_000n, '5 minutes'],
  [864_000_000_000n, 'day'],
  [36525n * 864_000_000_000n, '100 years'],
])('says a duration of %i ticks', (ticks, expected) => {
  expect(durationText(ticks, settings)).toBe(expected);
  expect(lengthText(ticks, settings)).toBe(/^\d/.test(expected) ? expected : `1 ${expected}`);
});

it.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1 KB'],
  [3_400_000, '3.2 MB'],
  [60 * 1024 * 1024, '60 MB'],
])('says a size of %i bytes', (bytes, expected) => {
  expect(bytesText(bytes, settings)).toBe(expected);
});
