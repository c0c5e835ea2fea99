import { expect, it } from 'vitest';
import { clampTicks, ticksPerMinute } from '../../../src/core/record/ticks.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { clampEnd, endOfTime, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import { panBy, zoomBy } from '../../../src/core/timeline/viewport.ts';
import { TiledStretches, tiledStretch } from '../../../webview/chart/tiledStretches.ts';

const all: TimeSpan = { from: clampTicks(0n), to: endOfTime };
const at = (text: string): bigint => parseTime(text)!.ticks;
const shown: TimeSpan = { from: clampTicks(at('2020-11-23T18:03:00Z')), to: clampEnd(at('2020-11-23T19:41:00Z')) };

it('asks for whole buckets of what is shown and at least 64 more on both sides', () => {
  const { range, width } = tiledStretch('', shown, 160).params;
  const [from, to] = range!.map(BigInt) as [bigint, bigint];
  const bucket = (to - from) / BigInt(width);
  expect(bucket).toBe(BigInt(ticksPerMinute));
  expect([from % bucket, to % bucket]).toEqual([0n, 0n]);
  expect(shown.from - from >= 64n * bucket && to - shown.to >= 64n * bucket).toBe(true);
  expect(width).toBeLessThan(98 + 4 * 64);
});

it('asks the same after a small movement, and something else after a large one', () => {
  expect(tiledStretch('', panBy(shown, 0.02, all), 160)).toEqual(tiledStretch('', shown, 160));
  expect(tiledStretch('', panBy(shown, 1, all), 160)).not.toEqual(tiledStretch('', shown, 160));
});

it.each([
  ['all times', all],
  ['the first tick', { from: clampTicks(0n), to: clampEnd(1n) }],
  ['the last tick', { from: clampTicks(endOfTime - 1n), to: endOfTime }],
])('stays within what may be asked for: %s', (_, span) => {
  const { range, width } = tiledStretch('', span, 4000).params;
  const [from, to] = range!.map(BigInt) as [bigint, bigint];
  expect(from >= 0n && to <= endOfTime && from < to).toBe(true);
  expect(width).toBeGreaterThanOrEqual(1);
  expect(width).toBeLessThanOrEqual(4096);
});

/** What is asked for at each of so many steps of a zoom, each question once. */
function asked(stretches: TiledStretches, spans: readonly TimeSpan[]): readonly string[] {
  return [...new Set(spans.map((span) => JSON.stringify(stretches.of('', span, 160))))];
}

it('asks once for each width of buckets while an axis is zoomed in, and nothing new on the way back', () => {
  const stretches = new TiledStretches();
  const middle = clampTicks((shown.from + shown.to) / 2n);
  const spans = Array.from({ length: 60 }, (_, step) => zoomBy(shown, 0.93 ** step, middle, all));
  const widths = new Set(spans.map((span) => tiledStretch('', span, 160).bucket));
  const inwards = asked(stretches, spans);
  expect(widths.size).toBeGreaterThan(4);
  expect(inwards.length).toBe(widths.size);
  expect(asked(stretches, spans.toReversed())).toEqual(inwards.toReversed());
});

it('asks for all that is shown and a tile more on both sides, wherever the axis goes', () => {
  const stretches = new TiledStretches();
  let span = shown;
  for (let step = 0; step < 300; step++) {
    span = step % 7 < 3 ? panBy(span, ((step * 37) % 19) / 10 - 0.9, all) : zoomBy(span, step % 2 === 0 ? 0.8 : 1.3, span.from, all);
    const wanted = tiledStretch('', span, 160);
    const { range, width } = stretches.of('', span, 160);
    const [from, to] = range!.map(BigInt) as [bigint, bigint];
    expect([from <= wanted.from, to >= wanted.to, (to - from) / BigInt(width)]).toEqual([true, true, wanted.bucket]);
  }
});

it('asks anew under another filter', () => {
  const stretches = new TiledStretches();
  stretches.of('', shown, 160);
  expect(stretches.of('result:Failure', shown, 160).query).toBe('result:Failure');
});
