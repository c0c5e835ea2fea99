import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matcher, Query, Span } from '../../../src/core/query/ast.ts';
import { queryText } from './arbitraryQuery.ts';
import { parsed } from './shape.ts';
import { runs } from '../../runs.ts';

function childrenOf(query: Query): readonly Query[] {
  return query.kind === 'and' || query.kind === 'or' ? query.items : query.kind === 'not' ? [query.item] : [];
}

/** A tree's nodes, itself first. */
function nodesOf(query: Query): readonly Query[] {
  return [query, ...childrenOf(query).flatMap(nodesOf)];
}

function check(promise: (nodes: readonly Query[], text: string) => void): void {
  fc.assert(
    fc.property(queryText, (text) => {
      promise(nodesOf(parsed(text)), text);
    }),
    { numRuns: runs(300) },
  );
}

describe('in the tree of any filter', () => {
  it('“and” and “or” hold two or more, and none of their own kind', () => {
    check((nodes) => {
      for (const node of nodes.filter(({ kind }) => kind === 'and' || kind === 'or')) {
        expect(childrenOf(node).length).toBeGreaterThanOrEqual(2);
        expect(childrenOf(node).map(({ kind }) => kind)).not.toContain(node.kind);
      }
    });
  });

  it('the empty filter stands only at the top', () => {
    check((nodes) => {
      expect(nodes.slice(1).map(({ kind }) => kind)).not.toContain('all');
    });
    expect(parsed(' ')).toEqual({ kind: 'all', span: { start: 0, end: 1 } });
  });

  it('each part is within what it is a part of, in the order of the text', () => {
    check((nodes, text) => {
      const isWithin = (inner: Span, outer: Span): boolean =>
        outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;
      expect(isWithin(nodes[0]?.span ?? { start: 0, end: 0 }, { start: 0, end: text.length })).toBe(true);
      for (const node of nodes) {
        const parts = [...childrenOf(node).map(({ span }) => span), ...(node.kind === 'field' ? [node.valueSpan] : [])];
        expect(parts.filter((part) => !isWithin(part, node.span))).toEqual([]);
        expect(parts.map(({ start }) => start)).toEqual(parts.map(({ start }) => start).toSorted((left, right) => left - right));
      }
    });
  });

  it('a list holds two or more, and a range and a quantity say something', () => {
    const isSaid = (matcher: Matcher): boolean => {
      switch (matcher.kind) {
        case 'anyOf':
          return matcher.items.length >= 2 && matcher.items.every(isSaid);
        case 'numberRange':
        case 'timeRange':
        case 'relativeTimeRange':
          return matcher.from !== undefined || matcher.to !== undefined;
        case 'quantity':
          return matcher.number !== undefined || matcher.unit !== undefined;
        case 'quantityRange':
          return isSaid(matcher.numbers) && isSaid(matcher.times);
        default:
          return true;
      }
    };
    check((nodes) => {
      expect(nodes.flatMap((node) => (node.kind === 'field' && !isSaid(node.matcher) ? [node] : []))).toEqual([]);
    });
  });
});

/** A filter for each kind of node: a new kind without one does not compile. */
const filters: Readonly<Record<Query['kind'], string>> = {
  all: '',
  and: 'a b',
  or: 'a OR b',
  not: '-a',
  field: 'operation:a',
  bare: 'a',
  wholeLog: 'first(caller)',
};

it.each(Object.entries(filters))('the node “%s” is made of %j', (kind, text) => {
  expect(parsed(text).kind).toBe(kind);
});

/** Each kind of matcher, with a filter that makes it; a new kind without one does not compile. */
const matchers: { readonly [Kind in Matcher['kind']]: readonly [text: string, matcher: Readonly<Record<string, unknown>>] } = {
  equals: ['operation:"a*"', { value: 'a*' }],
  wildcard: ['operation:a*?', { pattern: 'a*?' }],
  exact: ['operation="a \\"b\\""', { value: 'a "b"' }],
  null: ['operation:null', {}],
  number: ['seq>=12', { operator: '>=' }],
  numberRange: ['seq:..20', { from: undefined }],
  time: ['time<2020', { operator: '<' }],
  timeRange: ['time:2020..', { to: undefined }],
  relativeTime: ['time>last-1h', { operator: '>', time: { text: 'last-1h' } }],
  relativeTimeRange: ['time:last-1h..', { to: undefined }],
  quantity: ['key.x:2020-11-23t10z', { operator: '=', text: '2020-11-23T10Z', number: undefined }],
  quantityRange: ['key.x:2020..2021', { numbers: { kind: 'numberRange' }, times: { kind: 'timeRange' } }],
  anyOf: [
    'operation:(b, a)',
    {
      items: [
        { kind: 'equals', value: 'b' },
        { kind: 'equals', value: 'a' },
      ],
    },
  ],
  regex: ['operation~/a\\/b/i', { pattern: 'a/b', flags: 'i' }],
};

it.each(Object.entries(matchers))('the matcher “%s” is made of %j', (kind, [text, matcher]) => {
  expect(parsed(text)).toMatchObject({ kind: 'field', matcher: { kind, ...matcher } });
});

it('two spellings of one filter make one tree but for its places', () => {
  expect(parsed('operation:"a\\u{62}"')).toMatchObject({ matcher: { kind: 'equals', value: 'ab' }, valueSpan: { start: 10, end: 19 } });
  expect(parsed('operation:ab')).toMatchObject({ matcher: { kind: 'equals', value: 'ab' }, valueSpan: { start: 10, end: 12 } });
});
