import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tipPlace, tipStyle } from '../../../webview/chart/tipPlace.ts';

/** Where a tip is that is as wide as it may be; undefined above the chart. */
function pixelsOf(place: ReturnType<typeof tipPlace>, width: number): readonly [left: number, right: number] | undefined {
  switch (place.side) {
    case 'left':
      return [width - place.distance - place.room, width - place.distance];
    case 'right':
      return [place.distance, place.distance + place.room];
    case 'above':
      return undefined;
  }
}

describe('a tip', () => {
  it.each([
    ['on the side with more room', { left: 100, right: 110 }, 1000, undefined, { side: 'right', distance: 118, room: 320 }],
    ['on the other side later on', { left: 900, right: 910 }, 1000, undefined, { side: 'left', distance: 108, room: 320 }],
    ['no wider than the side', { left: 290, right: 300 }, 600, undefined, { side: 'right', distance: 308, room: 292 }],
    ['at the end that the cursor moves', { left: 400, right: 700 }, 1000, 410, { side: 'left', distance: 608, room: 320 }],
    ['at the other end where this one has no room', { left: 100, right: 500 }, 1000, 110, { side: 'right', distance: 508, room: 320 }],
    ['above where no side has room', { left: 200, right: 800 }, 1000, undefined, { side: 'above', left: 370, room: 320 }],
    ['above, within the chart', { left: 0, right: 300 }, 310, undefined, { side: 'above', left: 20, room: 290 }],
    ['above a chart that is narrower than it', { left: 90, right: 110 }, 200, undefined, { side: 'above', left: 0, room: 200 }],
  ])('is %s', (_, subject, width, cursor, expected) => {
    expect(tipPlace(subject, width, cursor)).toEqual(expected);
  });

  it('never covers what it speaks of, nor leaves the chart', () => {
    const pixel = fc.integer({ min: -200, max: 2000 });
    fc.assert(
      fc.property(pixel, pixel, fc.integer({ min: 1, max: 1800 }), fc.option(pixel, { nil: undefined }), (one, other, width, cursor) => {
        const subject = { left: Math.min(one, other), right: Math.max(one, other) };
        const place = tipPlace(subject, width, cursor);
        const pixels = pixelsOf(place, width);
        if (pixels !== undefined) {
          const [left, right] = pixels;
          expect(left >= 0 && right <= width).toBe(true);
          expect(right < Math.min(subject.left, width) || left > Math.max(subject.right, 0)).toBe(true);
        }
      }),
    );
  });

  it('is placed by its edge, so that it is as wide as its words', () => {
    expect(tipStyle({ side: 'left', distance: 20, room: 300 })).toBe('right:20px;max-width:300px');
    expect(tipStyle({ side: 'right', distance: 20, room: 300 })).toBe('left:20px;max-width:300px');
    expect(tipStyle({ side: 'above', left: 20, room: 300 })).toBe('left:20px;bottom:100%;top:auto;max-width:300px');
  });
});
