import { expect, it } from 'vitest';
import { linesAround } from '../../../src/host/languageFeatures/linesAround.ts';

it('holds what is in view with a margin, however long the text', () => {
  expect(linesAround([[500_000, 500_040]], undefined)).toEqual({ first: 499_000, last: 501_040 });
  expect(linesAround([[0, 40]], undefined)).toEqual({ first: 0, last: 1040 });
});

it('holds all ranges in view', () => {
  expect(
    linesAround(
      [
        [5000, 5010],
        [7000, 7020],
      ],
      undefined,
    ),
  ).toEqual({ first: 4000, last: 8020 });
});

it('stays as it is while what is in view is within it', () => {
  const before = { first: 4000, last: 6000 };
  expect(linesAround([[4000, 4040]], before)).toBe(before);
  expect(linesAround([[5960, 6000]], before)).toBe(before);
  expect(linesAround([[3999, 4039]], before)).toEqual({ first: 2999, last: 5039 });
});

it('stays as it is while nothing is in view', () => {
  const before = { first: 4000, last: 6000 };
  expect(linesAround([], before)).toBe(before);
  expect(linesAround([], undefined)).toEqual({ first: 0, last: 1000 });
});
