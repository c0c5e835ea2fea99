import { describe, expect, it, test } from 'vitest';
import { type Extent, givenExtent, parseExtent } from '../../../src/host/commands/surroundingExtent.ts';

describe('what is typed', () => {
  it.each<[text: string, expected: Extent]>([
    ['1', { records: 1 }],
    [' 250 ', { records: 250 }],
    ['1000000', { records: 1_000_000 }],
    ['90s', { seconds: 90 }],
    ['15 M', { seconds: 900 }],
    ['1.5h', { seconds: 5400 }],
    ['1h 30m', { seconds: 5400 }],
    ['3d', { seconds: 259_200 }],
    ['2w', { seconds: 1_209_600 }],
  ])('reads %s', (text, expected) => {
    expect(parseExtent(text)).toEqual(expected);
  });

  it.each([
    '',
    ' ',
    '0',
    '0s',
    '0.2s',
    '-5',
    '1.5',
    '1000001',
    '999999999999d',
    '1y',
    '5 5',
    'h',
    '1.h',
    '1..5h',
    'nonsense',
    '10 records!',
  ])('takes “%s” for nothing', (text) => {
    expect(parseExtent(text)).toBeUndefined();
  });
});

test('what is handed over is an extent or nothing', () => {
  expect([{ records: 5 }, { seconds: 60 }, { records: 0, seconds: 1 }].map(givenExtent)).toEqual([
    { records: 5 },
    { seconds: 60 },
    { seconds: 1 },
  ]);
  expect([undefined, 5, {}, { records: 0 }, { records: 1.5 }, { seconds: '60' }].map(givenExtent)).toEqual(Array(6).fill(undefined));
});
