import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { integerRangeOf, matchesNumber, tickRangeOf } from '../../../src/core/query/ranges.ts';
import { formatTicks, lastTicks } from '../../../src/core/record/ticks.ts';
import { parsed } from './shape.ts';
import { runs } from '../../runs.ts';

function matcherOf<Kind extends string>(text: string, ...kinds: readonly Kind[]) {
  const query = parsed(text);
  if (query.kind !== 'field' || !kinds.some((kind) => kind === query.matcher.kind)) {
    throw new Error(`${text} is another matcher`);
  }
  return query.matcher as Extract<typeof query.matcher, { readonly kind: Kind }>;
}

describe('ticks', () => {
  test.each([
    ['time:2020-11-23', '2020-11-23T00:00:00.0000000Z', '2020-11-23T23:59:59.9999999Z'],
    ['time>2020-11-23', '2020-11-24T00:00:00.0000000Z', formatTicks(lastTicks)],
    ['time>=2020-11-23', '2020-11-23T00:00:00.0000000Z', formatTicks(lastTicks)],
    ['time<2020-11-23', '0001-01-01T00:00:00.0000000Z', '2020-11-22T23:59:59.9999999Z'],
    ['time<=2020-11-23', '0001-01-01T00:00:00.0000000Z', '2020-11-23T23:59:59.9999999Z'],
    ['time:2020..2021-02', '2020-01-01T00:00:00.0000000Z', '2021-02-28T23:59:59.9999999Z'],
    ['time:..2020', '0001-01-01T00:00:00.0000000Z', '2020-12-31T23:59:59.9999999Z'],
    ['time:2020..', '2020-01-01T00:00:00.0000000Z', formatTicks(lastTicks)],
  ])('%s', (text, from, to) => {
    const range = tickRangeOf(matcherOf(text, 'time', 'timeRange'));
    expect([formatTicks(range.from), formatTicks(range.to)]).toEqual([from, to]);
  });

  test.each(['time>9999', 'time<0001'])('%s finds nothing', (text) => {
    const { from, to } = tickRangeOf(matcherOf(text, 'time'));
    expect(from > to).toBe(true);
  });
});

describe('whole numbers', () => {
  const most = 2n ** 64n - 1n;
  test.each([
    ['seq:5', 5n, 5n],
    ['seq>5', 6n, most],
    ['seq>5.5', 6n, most],
    ['seq>=5.5', 6n, most],
    ['seq<5.5', 0n, 5n],
    ['seq<=5.5', 0n, 5n],
    ['seq<5', 0n, 4n],
    ['seq>-1', 0n, most],
    ['seq<1e30', 0n, most],
    ['seq:18446744073709551615', most, most],
    ['seq:1.5..3.5', 2n, 3n],
    ['seq:..3', 0n, 3n],
    ['seq:1e1..', 10n, most],
  ])('%s', (text, from, to) => {
    expect(integerRangeOf(matcherOf(text, 'number', 'numberRange'))).toEqual({ from, to });
  });

  test.each([
    'seq:5.5',
    'seq:-1',
    'seq<0',
    'seq:18446744073709551616',
    'seq>18446744073709551615',
    'seq:1.2..1.3',
    'seq:..-5',
    'seq:1e30..',
  ])('%s finds nothing', (text) => {
    const { from, to } = integerRangeOf(matcherOf(text, 'number', 'numberRange'));
    expect(from > to).toBe(true);
  });

  test('hold just what compares so', () => {
    const operand = fc.oneof(
      fc.integer({ min: -30, max: 200 }).map((tenths) => String(tenths / 10)),
      fc.bigInt({ min: most - 5n, max: most + 5n }).map(String),
    );
    const filter = fc.oneof(
      fc.tuple(fc.constantFrom(':', '<', '<=', '>', '>='), operand).map((parts) => `seq${parts.join('')}`),
      operand.map((from) => `seq:${from}..`),
      operand.map((to) => `seq:..${to}`),
    );
    const value = fc.oneof(fc.bigInt({ min: 0n, max: 25n }), fc.bigInt({ min: most - 8n, max: most }));
    fc.assert(
      fc.property(filter, value, (text, number) => {
        const matcher = matcherOf(text, 'number', 'numberRange');
        const { from, to } = integerRangeOf(matcher);
        expect(from <= number && number <= to).toBe(matchesNumber(matcher, String(number)));
      }),
      { numRuns: runs(2000) },
    );
  });
});
