import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import { markSpans } from '../../../src/core/timeline/markSpans.ts';
import { pixelOf, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';

const span = (from: number, to: number): TimeSpan => ({ from: BigInt(from) as Ticks, to: BigInt(to) as Ticks });

/** On an axis of the ticks 1000 to 1099 and 100 pixels: left and right of each mark, and how many spans it stands for. */
function check(spans: readonly (readonly [number, number])[], expected: readonly (readonly [number, number, number])[]): void {
  const marks = markSpans(
    spans.map(([from, to]) => ({ span: span(from, to) })),
    span(1000, 1100),
    100,
    3,
  );
  expect(marks.map(({ left, right, items }) => [left, right, items.length])).toEqual(expected);
}

describe('spans on an axis are marked', () => {
  it.each<[string, readonly (readonly [number, number])[], readonly (readonly [number, number, number])[]]>([
    ['where they are', [[1010, 1030]], [[10, 30, 1]]],
    ['by three pixels at least', [[1010, 1011]], [[9, 12, 1]]],
    [
      'within the axis',
      [
        [1000, 1001],
        [1099, 1100],
      ],
      [
        [0, 3, 1],
        [97, 100, 1],
      ],
    ],
    [
      'as far as the axis goes',
      [
        [900, 1010],
        [1090, 2000],
      ],
      [
        [0, 10, 1],
        [90, 100, 1],
      ],
    ],
    [
      'unless they lie beside the axis',
      [
        [900, 1000],
        [1100, 2000],
      ],
      [],
    ],
    [
      'together where their marks would overlap',
      [
        [1010, 1011],
        [1012, 1013],
      ],
      [[10, 13, 2]],
    ],
    [
      'together where their marks would touch',
      [
        [1010, 1020],
        [1020, 1030],
      ],
      [[10, 30, 2]],
    ],
    [
      'apart where a pixel is between them',
      [
        [1010, 1020],
        [1021, 1030],
      ],
      [
        [10, 20, 1],
        [21, 30, 1],
      ],
    ],
    [
      'by no more than they and three pixels take',
      [
        [1010, 1011],
        [1012, 1013],
        [1014, 1015],
      ],
      [[10, 15, 3]],
    ],
    [
      'together with all that a long one holds',
      [
        [1010, 1050],
        [1020, 1021],
        [1060, 1061],
      ],
      [
        [10, 50, 2],
        [59, 62, 1],
      ],
    ],
  ])('%s', (_, spans, expected) => check(spans, expected));

  it('each by one mark of three pixels or more, in order and apart from each other', () => {
    const length = 10 ** 9;
    const short = fc.tuple(fc.nat({ max: length }), fc.integer({ min: 1, max: 1000 }));
    const long = fc.tuple(fc.nat({ max: length }), fc.integer({ min: 1, max: length / 4 }));
    const spans = fc.array(fc.oneof({ weight: 4, arbitrary: short }, long), { maxLength: 300 });
    let merged = 0;
    let apart = 0;
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 3 }), (ends, width, part) => {
        // A part of the log or all of it.
        const axis = span((part * length) / 8, length);
        const items = ends
          .map(([from, wide]) => ({ span: span(from, from + wide) }))
          .sort((one, other) => Number(one.span.from - other.span.from));
        const visible = items.filter((item) => item.span.to > axis.from && item.span.from < axis.to);
        const marks = markSpans(items, axis, width, 3);
        expect(marks.flatMap((mark) => mark.items)).toEqual(visible);
        let free = -1;
        for (const { left, right, items: marked } of marks) {
          expect(right - left).toBeGreaterThanOrEqual(Math.min(3, width));
          expect(left).toBeGreaterThan(free);
          expect(right).toBeLessThanOrEqual(width);
          free = right;
          merged += marked.length > 1 ? 1 : 0;
          apart += marked.length === 1 ? 1 : 0;
          for (const item of marked) {
            expect(Math.max(0, pixelOf(axis, width, item.span.from))).toBeGreaterThanOrEqual(left - 0.02);
            expect(Math.min(width, pixelOf(axis, width, item.span.to))).toBeLessThanOrEqual(right + 0.02);
          }
        }
      }),
    );
    expect(Math.min(merged, apart)).toBeGreaterThan(100);
  });
});
