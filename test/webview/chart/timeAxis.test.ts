import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { lastTicks } from '../../../src/core/record/ticks.ts';
import { endOfTime, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import type { RecordStretch } from '../../../src/protocol/answers/timeline.ts';
import { overviewSpan, timeAxis } from '../../../webview/chart/timeAxis.ts';

const ticks = (text: string) => parseTime(text)!.ticks;
const moment = (text: string) => ({ text, ticks: String(ticks(text)) });
const stretch = (from: string, to: string, records: number): RecordStretch => ({
  from: String(ticks(from)),
  to: String(ticks(to) + 1n),
  records,
});
const span = (from: string, to: string): TimeSpan => ({ from: ticks(from), to: ticks(to) });

const snapshot = { first: moment('0001-01-01T05:00:00Z'), last: moment('9999-12-31T23:59:59.9999999Z') };
const outliers = {
  snapshot: 1,
  dense: stretch('2020-11-23T00:00:00Z', '2020-11-30T00:00:00Z', 100),
  before: stretch('0001-01-01T05:00:00Z', '0001-01-01T05:00:00Z', 1),
  after: stretch('9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.9999999Z', 2),
};
const dense = timeAxis(snapshot, outliers, 'dense')!;
const all = timeAxis(snapshot, outliers, 'whole')!;

describe('the axis of a log', () => {
  it('is all of it where nothing lies far, whatever the user wants', () => {
    const none = { snapshot: 1, dense: null, before: null, after: null };
    for (const axis of [timeAxis(snapshot, undefined, 'dense'), timeAxis(snapshot, none, 'dense'), timeAxis(snapshot, none, 'whole')]) {
      expect(axis?.whole).toEqual({ from: ticks('0001-01-01T05:00:00Z'), to: endOfTime });
      expect(axis?.home).toBe(axis?.whole);
      expect(axis?.far).toBeUndefined();
    }
  });

  it('is none without times', () => {
    expect(timeAxis({ first: null, last: null }, outliers, 'dense')).toBeUndefined();
  });

  it('opens on the dense stretch, or on all if the user wants it', () => {
    expect(dense.home).toEqual({ from: ticks('2020-11-23T00:00:00Z'), to: ticks('2020-11-30T00:00:00.0000001Z') });
    expect(all.home).toBe(all.whole);
    expect(all.far).toEqual(dense.far);
  });

  it('leads to the days of what lies outside', () => {
    expect(dense.far?.before).toEqual({ records: 1, span: span('0001-01-01T00:00:00Z', '0001-01-02T00:00:00Z') });
    expect(dense.far?.after).toEqual({ records: 2, span: { from: ticks('9999-12-31T00:00:00Z'), to: endOfTime } });
  });

  it.each([
    ['2020-11-23T10:00:00Z', '2020-11-22T22:30:00Z', span('2020-11-22T00:00:00Z', '2020-11-23T00:00:00Z')],
    ['2020-11-23T10:00:00Z', '2020-11-23T08:30:00Z', span('2020-11-23T08:00:00Z', '2020-11-23T09:00:00Z')],
    ['2020-11-23T10:20:00Z', '2020-11-23T10:00:00Z', span('2020-11-23T10:00:00Z', '2020-11-23T10:01:00Z')],
  ])('does not lead into the dense stretch that begins at %s', (begin, before, expected) => {
    const near = { ...outliers, dense: stretch(begin, '2020-11-23T10:20:10Z', 50), before: stretch(before, before, 1), after: null };
    expect(timeAxis(snapshot, near, 'dense')?.far?.before?.span).toEqual(expected);
  });

  it('is at least a minute long, also at the end of time', () => {
    const last = stretch('9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.9999999Z', 9);
    const axis = timeAxis(snapshot, { ...outliers, dense: last, after: null }, 'dense');
    expect(axis?.home).toEqual({ from: lastTicks - 299_999_999n, to: endOfTime });
  });
});

describe('the strip of the whole log', () => {
  it.each([
    ['no window', undefined, dense.home],
    ['a window within', span('2020-11-24T00:00:00Z', '2020-11-25T00:00:00Z'), dense.home],
    ['a window whose buckets reach a little over', span('2020-11-22T18:00:00Z', '2020-11-25T00:00:00Z'), dense.home],
    ['a window elsewhere', span('0001-01-01T00:00:00Z', '0001-01-02T00:00:00Z'), dense.whole],
    ['a window around', span('2019-01-01T00:00:00Z', '2021-01-01T00:00:00Z'), dense.whole],
  ])('with %s', (_, window, expected) => {
    expect(overviewSpan(dense, window)).toBe(expected);
  });
});
