import { expect, it } from 'vitest';
import { clampTicks, ticksPerMinute } from '../../../src/core/record/ticks.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { clampEnd, endOfTime, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import { panBy } from '../../../src/core/timeline/viewport.ts';
import { tiledParams } from '../../../webview/chart/timelineTiles.ts';

const all: TimeSpan = { from: clampTicks(0n), to: endOfTime };
const at = (text: string): bigint => parseTime(text)!.ticks;
const shown: TimeSpan = { from: clampTicks(at('2020-11-23T18:03:00Z')), to: clampEnd(at('2020-11-23T19:41:00Z')) };

it('asks for whole buckets of what is shown and at least 64 more on both sides', () => {
  const { range, width } = tiledParams('', shown, 160);
  const [from, to] = range!.map(BigInt) as [bigint, bigint];
  const bucket = (to - from) / BigInt(width);
  expect(bucket).toBe(BigInt(ticksPerMinute));
  expect([from % bucket, to % bucket]).toEqual([0n, 0n]);
  expect(shown.from - from >= 64n * bucket && to - shown.to >= 64n * bucket).toBe(true);
  expect(width).toBeLessThan(98 + 4 * 64);
});

it('asks the same after a small movement, and something else after a large one', () => {
  expect(tiledParams('', panBy(shown, 0.02, all), 160)).toEqual(tiledParams('', shown, 160));
  expect(tiledParams('', panBy(shown, 1, all), 160)).not.toEqual(tiledParams('', shown, 160));
});

it.each([
  ['all times', all],
  ['the first tick', { from: clampTicks(0n), to: clampEnd(1n) }],
  ['the last tick', { from: clampTicks(endOfTime - 1n), to: endOfTime }],
])('stays within what may be asked for: %s', (_, span) => {
  const { range, width } = tiledParams('', span, 4000);
  const [from, to] = range!.map(BigInt) as [bigint, bigint];
  expect(from >= 0n && to <= endOfTime && from < to).toBe(true);
  expect(width).toBeGreaterThanOrEqual(1);
  expect(width).toBeLessThanOrEqual(4096);
});
