import { describe, expect, test } from 'vitest';
import { resolveField } from '../../../src/core/query/fields.ts';
import { identityText, isCounted, isPossible, occursOften } from '../../../src/core/query/wholeLog.ts';

describe('two values are one', () => {
  test.each([
    ['text', 'Mia', 'mIA'],
    ['any', 'Mia', 'mia'],
    ['event', 'Stop Logging', 'stoplogging'],
    ['address', '192.0.2.7:443', '::ffff:192.0.2.7'],
    ['address', '[2001:DB8::7]:1', '2001:db8:0::7'],
    ['number', '7', '7.0'],
    ['number', '257', '2.57e2'],
    ['number', '0', '-0.0'],
    ['number', 'x', 'X'],
  ] as const)('%s: %s and %s', (kind, left, right) => {
    expect(identityText(left, kind)).toBe(identityText(right, kind));
  });

  test.each([
    ['text', '7', '7.0'],
    ['any', '7', '7.0'],
    ['text', '192.0.2.7', '192.0.2.7:443'],
    ['number', '9007199254740992', '9007199254740993'],
    ['number', '7', '-7'],
    ['number', '70', '7'],
  ] as const)('%s: not %s and %s', (kind, left, right) => {
    expect(identityText(left, kind)).not.toBe(identityText(right, kind));
  });
});

test.each([
  ['caller', true],
  ['target.ResourceId', true],
  ['source', true],
  ['env_flags', true],
  ['key.anything', true],
  ['env_time', false],
  ['seq', false],
  ['finding', false],
  ['text', false],
  ['record', false],
  ['line', false],
])('values of %s are counted: %s', (name, counted) => {
  expect(isCounted(resolveField(name)!)).toBe(counted);
});

test.each([
  ['<', [0, 1, 2]],
  ['<=', [0, 1, 2, 3]],
  ['=', [3]],
  ['>=', [3, 4, 5]],
  ['>', [4, 5]],
] as const)('a value occurs %s 3 times', (operator, found) => {
  const passes = occursOften({ kind: 'count', operator, operand: 3 });
  expect([0, 1, 2, 3, 4, 5].filter(passes)).toEqual(found);
  expect([0, 1, 2, 3, 4, 5].filter(occursOften({ kind: 'rare', most: 3 }))).toEqual([0, 1, 2, 3]);
});

test('a demand is possible if some number of records from 1 on meets it', () => {
  for (const operand of [0, 1, 2, 5]) {
    for (const operator of ['<', '<=', '=', '>=', '>'] as const) {
      const demand = { kind: 'count', operator, operand } as const;
      expect({ ...demand, is: isPossible(demand) }).toEqual({ ...demand, is: [1, 2, 3, 4, 5, 6].some(occursOften(demand)) });
    }
    expect(isPossible({ kind: 'rare', most: operand })).toBe(operand > 0);
  }
  expect(isPossible({ kind: 'first' })).toBe(true);
});
