import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isScaled,
  lastTop,
  rowAfterKey,
  rowWindow,
  scrollHeight,
  scrollOfTop,
  tallest,
  topAfterGrowth,
  topAfterResize,
  topCentring,
  topOfScroll,
  topShowing,
  type VirtualRows,
} from '../../../webview/records/virtualRows.ts';

const short: VirtualRows = { rows: 100, rowHeight: 22, viewport: 220 };
const vast: VirtualRows = { rows: 10_000_000, rowHeight: 22, viewport: 220 };

describe('a list that fits', () => {
  it('scrolls by pixels', () => {
    expect(isScaled(short)).toBe(false);
    expect(scrollHeight(short)).toBe(2200);
    expect(topOfScroll(short, 123)).toBe(123);
    expect(scrollOfTop(short, 123)).toBe(123);
  });

  it.each([
    [0, { first: 0, end: 10, shift: 0 }],
    [10, { first: 0, end: 11, shift: 10 }],
    [22, { first: 1, end: 11, shift: 0 }],
    [99_999, { first: 90, end: 100, shift: 0 }],
  ])('shows rows at %i', (top, window) => {
    expect(rowWindow(short, top)).toEqual(window);
  });

  it.each([
    [0, 5, 0],
    [0, 10, 22],
    [220, 3, 66],
    [220, 12, 220],
  ])('from %i moves just far enough to show row %i', (top, row, expected) => {
    expect(topShowing(short, top, row)).toBe(expected);
  });

  it('brings a row out of sight to the middle, and leaves one in sight alone', () => {
    expect(topCentring(short, 0, 50)).toBe(50.5 * 22 - 110);
    expect(topCentring(short, 0, 5)).toBe(0);
    expect(topCentring(short, 0, 99)).toBe(lastTop(short));
  });
});

describe('a list of ten million rows', () => {
  it('has no element taller than a browser can', () => {
    expect(scrollHeight(vast)).toBe(tallest);
    // Layout counts device pixels: this must hold at 400 % zoom.
    expect(tallest * 4).toBeLessThan(33_554_428);
  });

  it('reaches the first and the last row by the scroll bar', () => {
    expect(rowWindow(vast, topOfScroll(vast, 0)).first).toBe(0);
    const { end, shift } = rowWindow(vast, topOfScroll(vast, tallest - vast.viewport));
    expect([end, shift]).toEqual([10_000_000, 0]);
  });

  it('comes back from the scroll bar to where it was', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: lastTop(vast), noNaN: true }), (top) => {
        expect(topOfScroll(vast, scrollOfTop(vast, top))).toBeCloseTo(top, 2);
      }),
    );
  });
});

describe('keys', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 14],
    ['PageUp', 5, 0],
    ['Home', 5, 0],
    ['End', 5, 99],
    ['ArrowDown', 99, 99],
    ['a', 5, undefined],
    ['toString', 5, undefined],
  ])('%s from %i', (key, row, expected) => {
    expect(rowAfterKey(short, row, key)).toBe(expected);
  });
});

it('shows nothing of an empty list', () => {
  expect(rowWindow({ rows: 0, rowHeight: 22, viewport: 220 }, 0)).toEqual({ first: 0, end: 0, shift: 0 });
});

describe('when rows are added', () => {
  const last = lastTop(short);
  it.each([
    ['end', 'stays in the middle', 660, 112, 660],
    ['end', 'stays at the end', last, 112, last + 12 * 22],
    ['end', 'stays at the end, where fractions of pixels lack', last - 0.5, 112, last + 12 * 22],
    ['end', 'stays as near as it can where rows are taken away', last, 50, 40 * 22],
    ['start', 'moves along with the rows in view', 660, 112, 660 + 12 * 22],
    ['start', 'stays at the beginning', 0, 112, 0],
    ['start', 'stays where rows are taken away', 660, 50, 660],
  ] as const)('at the %s, the window %s', (growsAt, _, top, rows, expected) => {
    expect(topAfterGrowth(short, { ...short, rows }, top, growsAt)).toBe(expected);
  });

  it('a list that was seen whole is seen from its beginning', () => {
    expect(topAfterGrowth({ ...short, rows: 5 }, short, 0, 'end')).toBe(0);
  });
});

describe('a window of another height', () => {
  it.each([
    ['shows the same first row', 660, { ...short, viewport: 110 }, 660],
    ['stays at the beginning', 0, { ...short, viewport: 110 }, 0],
    ['shows the last row at the end, lower', 1980, { ...short, viewport: 110 }, 2090],
    ['shows the last row at the end, higher', 1980, { ...short, viewport: 440 }, 1760],
    ['is filled', 1970, { ...short, viewport: 440 }, 1760],
    ['shows the same first row where rows are higher', 660, { ...short, rowHeight: 44 }, 1320],
    ['shows the last row at the end where rows are higher', 1980, { ...short, rowHeight: 44 }, 4180],
  ])('%s', (_, top, list, expected) => {
    expect(topAfterResize(short, list, top)).toBe(expected);
  });

  it('that has never been measured begins at the beginning', () => {
    expect(topAfterResize({ ...short, viewport: 0 }, short, 0)).toBe(0);
  });
});
