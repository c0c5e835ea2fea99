import { expect, test } from 'vitest';
import fc from 'fast-check';
import { rangeTerm, timeRangeOf, withoutTimeRange, withTimeRange } from '../../../src/core/query/editTimeRange.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { formatTicks, lastTicks, type Ticks } from '../../../src/core/record/ticks.ts';
import { queryText } from './arbitraryQuery.ts';
import { runs } from '../../runs.ts';

function ticks(text: string): Ticks {
  return parseTime(text)!.ticks;
}

function show(value: Ticks | undefined): string | null {
  return value === undefined ? null : formatTicks(value);
}

test.each([
  ['', '2020-11-23T00:00:00Z', '2020-11-23T23:59:59.9999999Z', 'time:2020-11-23'],
  ['', '2020-11-23T18:00:00Z', '2020-11-23T18:59:59.9999999Z', 'time:2020-11-23T18:00..2020-11-23T18:59'],
  ['', '2020-11-23T18:00:01Z', '2020-11-23T19:00:00Z', 'time:2020-11-23T18:00:01..2020-11-23T19:00:00.0000000'],
  ['', '2020-11-24T00:00:00Z', '2020-11-23T00:00:00Z', 'time:2020-11-23..2020-11-24T00:00:00.0000000'],
  [
    'a time>2019 b time:2020 -time:2021',
    '2020-11-23T00:00:00Z',
    '2020-11-24T23:59:59.9999999Z',
    'a time:2020-11-23..2020-11-24 b -time:2021',
  ],
  ['a OR time:2020', '2020-11-23T00:00:00Z', '2020-11-23T23:59:59.9999999Z', '(a OR time:2020) time:2020-11-23'],
  ['env_time:2020', '2020-11-23T00:00:00Z', '2020-11-23T23:59:59.9999999Z', 'time:2020-11-23'],
])('%j from %s to %s: %s', (text, from, to, expected) => {
  expect(withTimeRange(text, ticks(from), ticks(to))).toBe(expected);
});

test.each([
  ['', undefined],
  ['a', undefined],
  ['time:2020-11-23', ['2020-11-23T00:00:00.0000000Z', '2020-11-23T23:59:59.9999999Z']],
  ['time>=2020 time<2021', ['2020-01-01T00:00:00.0000000Z', '2020-12-31T23:59:59.9999999Z']],
  ['time:2020..', ['2020-01-01T00:00:00.0000000Z', null]],
  ['time:..2020', [null, '2020-12-31T23:59:59.9999999Z']],
  ['time:2020 time:2021', undefined],
  ['time:(2020, 2022)', undefined],
  ['-time:2020', undefined],
  ['time:2020 OR a', undefined],
  ['time:null', undefined],
])('the range of %j: %j', (text, expected) => {
  const range = timeRangeOf(text);
  expect(range && [show(range.from), show(range.to)]).toEqual(expected);
});

test('a range is put in, read back and taken away, whatever stands around it', () => {
  const moment = fc.bigInt({ min: 1n, max: lastTicks - 1n });
  fc.assert(
    fc.property(queryText, moment, moment, (text, one, other) => {
      const edited = withTimeRange(text, one as Ticks, other as Ticks);
      expect(timeRangeOf(edited)).toEqual(one < other ? { from: one, to: other } : { from: other, to: one });
      expect(withoutTimeRange(edited)).toBe(withoutTimeRange(text));
    }),
    { numRuns: runs(500) },
  );
});

test.each([
  ['637417728000000000', '637418592000000000', 'time:2020-11-24'],
  ['637417728000000000', '637417728000000001', 'time:2020-11-24..2020-11-24T00:00:00.0000000'],
  ['0', String(lastTicks + 1n), 'time:0001-01-01..9999-12-31'],
])('the term of the stretch from %s to %s', (from, to, expected) => {
  expect(rangeTerm([from, to])).toBe(expected);
});

test.each([
  ['5', '5'],
  ['x', '9'],
  ['5', ''],
  ['5', '12345678901234567890'],
  ['5"', '9 OR a'],
])('no term for what is no stretch: %s to %s', (from, to) => {
  expect(rangeTerm([from, to])).toBe('');
});
