import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parseTimeUnit, unitBeginningAt, unitEndingAt } from '../../../src/core/query/timeUnit.ts';
import { formatTicks, lastTicks, type Ticks } from '../../../src/core/record/ticks.ts';

describe('a time names the whole of its last part', () => {
  test.each([
    ['2020', '2020-01-01T00:00:00.0000000Z', '2020-12-31T23:59:59.9999999Z'],
    ['9999', '9999-01-01T00:00:00.0000000Z', '9999-12-31T23:59:59.9999999Z'],
    ['0001', '0001-01-01T00:00:00.0000000Z', '0001-12-31T23:59:59.9999999Z'],
    ['2020-02', '2020-02-01T00:00:00.0000000Z', '2020-02-29T23:59:59.9999999Z'],
    ['2020-12', '2020-12-01T00:00:00.0000000Z', '2020-12-31T23:59:59.9999999Z'],
    ['2020-11-23', '2020-11-23T00:00:00.0000000Z', '2020-11-23T23:59:59.9999999Z'],
    ['2020-11-23T18', '2020-11-23T18:00:00.0000000Z', '2020-11-23T18:59:59.9999999Z'],
    ['2020-11-23 18:23', '2020-11-23T18:23:00.0000000Z', '2020-11-23T18:23:59.9999999Z'],
    ['2020-11-23T18:23:29', '2020-11-23T18:23:29.0000000Z', '2020-11-23T18:23:29.9999999Z'],
    ['2020-11-23T18:23:29.9', '2020-11-23T18:23:29.9000000Z', '2020-11-23T18:23:29.9999999Z'],
    ['2020-11-23T18:23:29.942', '2020-11-23T18:23:29.9420000Z', '2020-11-23T18:23:29.9429999Z'],
    ['2020-11-23T18:23:29.9427158Z', '2020-11-23T18:23:29.9427158Z', '2020-11-23T18:23:29.9427158Z'],
    ['2020-11-23T18:23:29.942715899', '2020-11-23T18:23:29.9427158Z', '2020-11-23T18:23:29.9427158Z'],
    ['2020-11-23T18:00+01:00', '2020-11-23T17:00:00.0000000Z', '2020-11-23T17:00:59.9999999Z'],
    ['2020-11-23-05:30', '2020-11-23T05:30:00.0000000Z', '2020-11-24T05:29:59.9999999Z'],
    ['2020-11-23T00+14:00', '2020-11-22T10:00:00.0000000Z', '2020-11-22T10:59:59.9999999Z'],
    ['2020-11-23T18:00+0100', '2020-11-23T17:00:00.0000000Z', '2020-11-23T17:00:59.9999999Z'],
    ['2020-11-23T18-05', '2020-11-23T23:00:00.0000000Z', '2020-11-23T23:59:59.9999999Z'],
    ['2016-12-31T23:59:60', '2017-01-01T00:00:00.0000000Z', '2017-01-01T00:00:00.9999999Z'],
  ])('%s', (text, first, last) => {
    const unit = parseTimeUnit(text);
    expect(unit && [formatTicks(unit.first), formatTicks(unit.last)]).toEqual([first, last]);
  });
});

test('a range is written by its shortest exact ends', () => {
  const ticks = fc.oneof(
    fc.bigInt({ min: 0n, max: lastTicks }),
    fc
      .bigInt({ min: 0n, max: 3_000_000n })
      .chain((days) => fc.constantFrom(0n, 600_000_000n, 10_000_000n, 36_000_000_000n).map((more) => days * 864_000_000_000n + more)),
  );
  fc.assert(
    fc.property(ticks, (value) => {
      expect(parseTimeUnit(unitBeginningAt(value as Ticks))?.first).toBe(value);
      const last = (value === 0n ? lastTicks : value - 1n) as Ticks;
      expect(parseTimeUnit(unitEndingAt(last))?.last).toBe(last);
    }),
  );
  const day = parseTimeUnit('2020-11-23')!;
  expect([unitBeginningAt(day.first), unitEndingAt(day.last)]).toEqual(['2020-11-23', '2020-11-23']);
});
