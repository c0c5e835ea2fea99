import { expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { farStretches } from '../../../src/core/timeline/farStretches.ts';
import { endOfTime } from '../../../src/core/timeline/timeSpan.ts';

const ticks = (text: string) => parseTime(text)!.ticks;
const stretch = (from: string, to: string) => ({ from: String(ticks(from)), to: String(ticks(to) + 1n) });
const dense = stretch('2020-11-23T08:40:00Z', '2020-11-30T00:00:00Z');

it('is nothing where no record lies far', () => {
  expect(farStretches({ dense: null, before: null, after: null })).toBeUndefined();
});

it.each([
  ['2020-11-20T05:00:00Z', '2020-11-20T00:00:00Z', '2020-11-21T00:00:00Z'],
  ['2020-11-23T05:30:00Z', '2020-11-23T05:00:00Z', '2020-11-23T06:00:00Z'],
  ['2020-11-23T08:20:30Z', '2020-11-23T08:20:00Z', '2020-11-23T08:21:00Z'],
])('rounds what lies before at %s, clear of the others', (time, from, to) => {
  const before = farStretches({ dense, before: stretch(time, time), after: null })?.before;
  expect(before).toEqual({ from: ticks(from), to: ticks(to) });
});

it('ends what lies after with all times', () => {
  const last = stretch('9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.9999999Z');
  const found = farStretches({ dense, before: null, after: last });
  expect(found?.after).toEqual({ from: ticks('9999-12-31T00:00:00Z'), to: endOfTime });
  expect(found?.before).toBeUndefined();
});
