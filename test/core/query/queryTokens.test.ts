import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import type { Query } from '../../../src/core/query/ast.ts';
import { queryTokens } from '../../../src/core/query/queryTokens.ts';
import { runs } from '../../runs.ts';
import { queryText } from './arbitraryQuery.ts';

/** The pieces as `kind text`. */
function pieces(text: string): readonly string[] {
  return queryTokens(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('the tokens of a filter', () => {
  test.each([
    ['', []],
    ['word "some text"', ['word word', 'quoted "some text"']],
    ['operation:Set*', ['field operation', 'punctuation :', 'value Set*']],
    ['-caller="a b"', ['operator -', 'field caller', 'punctuation =', 'quoted "a b"']],
    ['seq>=1277', ['field seq', 'punctuation >=', 'number 1277']],
    ['time:2020-11-23..', ['field time', 'punctuation :', 'number 2020-11-23..']],
    ['key.n:5 key.s:x', ['field key.n', 'punctuation :', 'number 5', 'field key.s', 'punctuation :', 'value x']],
    [
      'result:(A, "b c") OR x',
      [
        'field result',
        'punctuation :',
        'punctuation (',
        'value A',
        'punctuation ,',
        'quoted "b c"',
        'punctuation )',
        'operator OR',
        'word x',
      ],
    ],
    ['NOT (a)', ['operator NOT', 'punctuation (', 'word a', 'punctuation )']],
    ['operation~/a b\\/(/i c', ['field operation', 'punctuation ~', 'pattern /a b\\/(/i', 'word c']],
    ['first(caller)', ['function first', 'punctuation (', 'field caller', 'punctuation )']],
    ['rare(ip, 3) x', ['function rare', 'punctuation (', 'field ip', 'punctuation ,', 'number 3', 'punctuation )', 'word x']],
    ['count(operation) < 10', ['function count', 'punctuation (', 'field operation', 'punctuation )', 'punctuation <', 'number 10']],
    ['key.outer."inner key":1', ['field key.outer."inner key"', 'punctuation :', 'number 1']],
    // Half written, or wrong.
    ['operation:', ['field operation', 'punctuation :']],
    ['operation:(A,', ['field operation', 'punctuation :', 'punctuation (', 'value A', 'punctuation ,']],
    ['caller:"abc d', ['field caller', 'punctuation :', 'quoted "abc d']],
    ['caller."abc d', ['field caller."abc d']],
    ['operation~/a b', ['field operation', 'punctuation ~', 'pattern /a b']],
    ['nosuch:x', ['field nosuch', 'punctuation :', 'value x']],
    [') , :x', ['punctuation )', 'punctuation ,', 'punctuation :', 'value x']],
    ['first(', ['function first', 'punctuation (']],
  ])('of %s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('follow each other, and leave nothing out but blanks, whatever the text', () => {
    const fragment = fc.constantFrom(
      'caller',
      ':',
      '"',
      '(',
      ')',
      ',',
      '-',
      'OR',
      ' ',
      '~/',
      '/',
      '\\',
      '<',
      'first(',
      'é',
      '\u05d0',
      '"x"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          let end = 0;
          for (const token of queryTokens(text)) {
            expect(text.slice(end, token.start).trim()).toBe('');
            expect(token.end).toBeGreaterThan(token.start);
            end = token.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('hold every term of the parser between their ends', () => {
    fc.assert(
      fc.property(queryText, (text) => {
        const parsed = parseQuery(text);
        const starts = new Set(queryTokens(text).map(({ start }) => start));
        const ends = new Set(queryTokens(text).map(({ end }) => end));
        const check = (one: Query): void => {
          switch (one.kind) {
            case 'and':
            case 'or':
              one.items.forEach(check);
              return;
            case 'not':
              check(one.item);
              return;
            case 'all':
              return;
            default:
              expect([starts.has(one.span.start), ends.has(one.span.end)], text).toEqual([true, true]);
          }
        };
        expect(parsed.ok).toBe(true);
        if (parsed.ok) {
          check(parsed.query);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
