import { describe, expect, test } from 'vitest';
import { matchesRecord } from '../../../src/core/query/compileQuery.ts';
import { formatQuery } from '../../../src/core/query/formatQuery.ts';
import { parseRelativeTime } from '../../../src/core/query/relativeTime.ts';
import { hasRelativeTimes, resolveRelativeTimes } from '../../../src/core/query/resolveRelativeTimes.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import { fieldsOf } from './plainRecord.ts';
import { parsed } from './shape.ts';

const latest = parseTime('2020-11-23T18:00:00.0000001Z')!.ticks;

test.each([
  ['last-90s', 900_000_000n],
  ['last-30m', 18_000_000_000n],
  ['last-24h', 864_000_000_000n],
  ['last-1d', 864_000_000_000n],
  ['last-2w', 12_096_000_000_000n],
  ['last-0s', 0n],
  ['last-24H', undefined],
  ['last-1.5h', undefined],
  ['last-h', undefined],
  ['last--1h', undefined],
  ['LAST-1h', undefined],
  ['last-1h ', undefined],
  ['last-1234567890s', undefined],
])('%s counts back %s ticks', (text, ticks) => {
  expect(parseRelativeTime(text)?.ticksBack).toBe(ticks);
});

test.each([
  ['time:last-1h', 'time:2020-11-23T17:00:00.0000001Z..'],
  ['time=last-1h', 'time:2020-11-23T17:00:00.0000001Z..'],
  ['time>=last-1h', 'time>=2020-11-23T17:00:00.0000001Z'],
  ['time<last-30m', 'time<2020-11-23T17:30:00.0000001Z'],
  ['time:last-2d..last-1d', 'time:2020-11-21T18:00:00.0000001Z..2020-11-22T18:00:00.0000001Z'],
  ['time:2020..last-1d', 'time:2020..2020-11-22T18:00:00.0000001Z'],
  ['time:last-0s..', 'time:2020-11-23T18:00:00.0000001Z..'],
  ['time:..last-999999999w', 'time:..0001-01-01T00:00:00.0000000Z'],
  [
    'a (-time:(last-1h, 2020, null) OR time:last-1s)',
    'a (-time:(2020-11-23T17:00:00.0000001Z.., 2020, null) OR time:2020-11-23T17:59:59.0000001Z..)',
  ],
  ['operation:last-1h text:last-1h key.at:last-1h time="last-1h"', 'operation:last-1h text:last-1h key.at:last-1h time="last-1h"'],
])('%s is %s where the log ends then', (relative, absolute) => {
  expect(formatQuery(resolveRelativeTimes(parsed(relative), latest))).toBe(absolute);
  expect(hasRelativeTimes(parsed(relative))).toBe(formatQuery(parsed(relative)) !== absolute);
});

describe('a record', () => {
  const at = (time: string, query: string, end: Ticks | undefined = latest): boolean =>
    matchesRecord(parsed(query), fieldsOf({ time }), end === undefined ? {} : { latest: end });

  test('is within a range with both its ends', () => {
    expect(at('2020-11-23T17:00:00.0000001Z', 'time:last-1h')).toBe(true);
    expect(at('2020-11-23T17:00:00Z', 'time:last-1h')).toBe(false);
    expect(at('2020-11-23T17:00:00.0000001Z', 'time:last-2h..last-1h')).toBe(true);
    expect(at('2020-11-23T17:00:00.0000002Z', 'time:last-2h..last-1h')).toBe(false);
    expect(at('2020-11-24T00:00:00Z', 'time:last-1h')).toBe(true);
  });

  test('is within none in a log without times', () => {
    expect(matchesRecord(parsed('time:last-1h'), fieldsOf({ time: 'never' }))).toBe(false);
    expect(matchesRecord(parsed('-time:(last-1h, last-2h..last-1h)'), fieldsOf({ time: 'never' }))).toBe(true);
  });
});
