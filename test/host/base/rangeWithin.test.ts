import { describe, expect, it } from 'vitest';
import { placeOutside, rangeWithin } from '../../../src/host/base/rangeWithin.ts';

type Range = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number];

/** The shorter text begins on line 3, column 5, of the longer one. */
const start = { startLine: 3, startColumn: 5 };

describe('a range of a text within another', () => {
  it.each<readonly [string, Range, Range]>([
    ['on its first line', [3, 7, 3, 9], [0, 2, 0, 4]],
    ['over several lines', [3, 7, 5, 9], [0, 2, 2, 9]],
    ['on a later line', [4, 1, 4, 2], [1, 1, 1, 2]],
    ['before its beginning', [2, 9, 3, 6], [0, 0, 0, 1]],
    ['left of its beginning', [3, 1, 3, 5], [0, 0, 0, 0]],
  ])('%s', (_, [startLine, startColumn, endLine, endColumn], expected) => {
    const range = rangeWithin({ startLine, startColumn, endLine, endColumn }, start);
    expect([range.startLine, range.startColumn, range.endLine, range.endColumn]).toEqual(expected);
  });

  it.each<readonly [readonly [number, number], readonly [number, number]]>([
    [
      [0, 2],
      [3, 7],
    ],
    [
      [1, 2],
      [4, 2],
    ],
  ])('%j and back', ([line, column], expected) => {
    const place = placeOutside(line, column, start);
    expect([place.line, place.column]).toEqual(expected);
  });
});
