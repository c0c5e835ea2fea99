import { describe, expect, it } from 'vitest';
import { clampTicks } from '../../../src/core/record/ticks.ts';
import { clampEnd, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import { dragWindow, gripAt } from '../../../webview/chart/windowDrag.ts';

const span = (from: number, to: number): TimeSpan => ({ from: clampTicks(BigInt(from)), to: clampEnd(BigInt(to)) });
/** A pixel of the axis is ten ticks. */
const axis = span(0, 1000);
const width = 100;

describe('what of a window is under the pointer', () => {
  it.each([
    ['far before it', span(400, 600), 30, undefined],
    ['a little before it', span(400, 600), 36, 'from'],
    ['a little after its beginning', span(400, 600), 44, 'from'],
    ['in its middle', span(400, 600), 50, 'whole'],
    ['a little before its end', span(400, 600), 57, 'to'],
    ['a little after it', span(400, 600), 64, 'to'],
    ['far after it', span(400, 600), 70, undefined],
    ['the beginning of one of a pixel', span(500, 510), 48, 'from'],
    ['the end of one of a pixel', span(500, 510), 55, 'to'],
  ])('%s', (_, window, pixel, expected) => expect(gripAt(axis, width, window, pixel)).toBe(expected));
});

describe('a drag', () => {
  it.each([
    ['moves the window', 'whole', 50, 60, span(500, 700)],
    ['moves it up to the end', 'whole', 50, 100, span(800, 1000)],
    ['moves its beginning', 'from', 40, 20, span(200, 600)],
    ['moves its end', 'to', 60, 80, span(400, 800)],
    ['keeps a tick where its beginning passes its end', 'from', 40, 90, span(599, 600)],
    ['keeps a tick where its end passes its beginning', 'to', 60, 10, span(400, 401)],
  ] as const)('%s', (_, grip, from, to, expected) => {
    expect(dragWindow(axis, width, span(400, 600), grip, { from, to })).toEqual(expected);
  });
});
