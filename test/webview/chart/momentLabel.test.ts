import { expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { momentText } from '../../../webview/chart/momentLabel.ts';

it.each([
  ['years', '2019-01-01T00:00:00Z', '2021-01-01T00:00:00Z', '2020-11-19 14:24:33.589'],
  ['days of one year', '2020-11-19T00:00:00Z', '2020-11-21T00:00:00Z', '11-19 14:24:33.589'],
  ['one day, to its end', '2020-11-19T00:00:00Z', '2020-11-20T00:00:00Z', '14:24:33.589'],
  ['pixels of a millisecond', '2020-11-19T14:24:33Z', '2020-11-19T14:24:34Z', '14:24:33.589'],
  ['pixels of less', '2020-11-19T14:24:33.2Z', '2020-11-19T14:24:33.9Z', '14:24:33.5891624'],
])('a moment is labelled as exactly as an axis shows it: over %s', (_, from, to, expected) => {
  const span = { from: parseTime(from)!.ticks, to: parseTime(to)!.ticks };
  const settings = { timeZone: 'utc', locale: 'en', bundle: null, lanes: false, title: '' } as const;
  expect(momentText({ span, width: 1000, moment: parseTime('2020-11-19T14:24:33.5891624Z')!.ticks, settings })).toBe(expected);
});
