import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatQuery } from '../../../src/core/query/formatQuery.ts';
import {
  alternativesOf,
  type EditedFilter,
  isInverted,
  termsOf,
  withTermInverted,
  withTermRemoved,
  withTermsJoined,
  withTermSplit,
  withTermToggled,
} from '../../../src/core/query/filterTerms.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { runs } from '../../runs.ts';
import { queryText } from './arbitraryQuery.ts';

const all = (query: string): EditedFilter => ({ query, off: [] });

/** The row, with terms that are off in square brackets. */
const row = (filter: EditedFilter): readonly string[] => termsOf(filter).map(({ text, isOff }) => (isOff ? `[${text}]` : text));

describe('the terms of a filter', () => {
  test.each([
    ['', []],
    ['operation:A', ['operation:A']],
    ['operation:A AND -caller:b  (x OR y)', ['operation:A', '-caller:b', 'x OR y']],
    ['x OR y', ['x OR y']],
    ['time:2020-11-23 operation:(', []],
  ])('of %s', (query, terms) => {
    expect(row(all(query))).toEqual(terms);
  });

  it('are switched off and on again at their place', () => {
    const off = withTermToggled(all('a b c'), 1);
    expect([off.query, row(off)]).toEqual(['a c', ['a', '[b]', 'c']]);
    const more = withTermToggled(off, 0);
    expect([more.query, row(more)]).toEqual(['c', ['[a]', '[b]', 'c']]);
    const back = withTermToggled(more, 1);
    expect([back.query, row(back)]).toEqual(['b c', ['[a]', 'b', 'c']]);
  });

  it('that are off stay in the row when the filter becomes another one, and go when it has them', () => {
    const { off } = withTermToggled(all('a b c'), 2);
    expect(row({ query: 'x', off })).toEqual(['x', '[c]']);
    expect(row({ query: '', off })).toEqual(['[c]']);
    expect(row({ query: 'c x', off })).toEqual(['c', 'x']);
  });

  test.each([
    ['a b', 1, 'a -b'],
    ['-a b', 0, 'a b'],
    ['a (x OR y)', 1, 'a -(x OR y)'],
    ['a -(x OR y)', 1, 'a (x OR y)'],
    ['-(a b) c', 0, 'a b c'],
    ['a', 7, 'a'],
  ])('are inverted: %s at %i', (query, at, expected) => {
    expect(withTermInverted(all(query), at).query).toBe(expected);
  });

  it('are removed, on or off', () => {
    const filter = withTermToggled(all('a b'), 0);
    expect(withTermRemoved(filter, 0)).toEqual(all('b'));
    expect(row(withTermRemoved(filter, 1))).toEqual(['[a]']);
  });

  test.each([
    ['a b c', 0, 2, 'b (c OR a)'],
    ['a b c', 2, 0, '(a OR c) b'],
    ['a b', 1, 0, 'a OR b'],
    ['(a OR b) c', 1, 0, 'a OR b OR c'],
    ['(a OR b) b', 1, 0, 'a OR b'],
    ['a a', 1, 0, 'a'],
    ['-a b', 1, 0, '-a OR b'],
    ['a b', 1, 1, 'a b'],
    ['a b', 5, 0, 'a b'],
  ])('become alternatives: %s, %i onto %i', (query, from, onto, expected) => {
    expect(withTermsJoined(all(query), from, onto).query).toBe(expected);
  });

  it('are switched on by becoming alternatives', () => {
    const joined = withTermsJoined(withTermToggled(all('a b'), 1), 1, 0);
    expect(joined).toEqual(all('a OR b'));
  });

  it('are split into their alternatives', () => {
    expect(withTermSplit(all('a (b OR c OR -d)'), 1).query).toBe('a b c -d');
    expect(withTermSplit(all('a b'), 1).query).toBe('a b');
  });

  it('say whether they are inverted, and how many alternatives they have', () => {
    expect([isInverted('-a'), isInverted('a'), isInverted('-a OR b')]).toEqual([true, false, false]);
    expect(['a OR b', 'a', '', 'a b'].map((text) => alternativesOf(text).length)).toEqual([2, 1, 0, 1]);
  });

  it('switched off and on, or inverted twice, make the same filter', () => {
    fc.assert(
      fc.property(queryText, fc.nat(4), (text, at) => {
        const parsed = parseQuery(text);
        const filter = all(parsed.ok ? formatQuery(parsed.query) : '');
        const distinct = new Set(row(filter)).size === row(filter).length;
        fc.pre(parsed.ok && distinct && termsOf(filter).every((term) => !/^--|^-\(/.test(term.text)));
        expect(withTermToggled(withTermToggled(filter, at), at)).toEqual(filter);
        expect(withTermInverted(withTermInverted(filter, at), at).query).toBe(filter.query);
        expect(termsOf(filter).reduce((left) => withTermRemoved(left, 0), filter)).toEqual(all(''));
      }),
      { numRuns: runs(300) },
    );
  });
});
