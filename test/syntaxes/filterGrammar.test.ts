import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { IRawGrammar } from 'vscode-textmate';
import { describe, expect, it, test } from 'vitest';
import type { FieldTerm, Query, Term } from '../../src/core/query/ast.ts';
import { parseQuery } from '../../src/core/query/parseQuery.ts';
import { Scanner } from '../../src/core/query/scanner.ts';
import { queryText } from '../core/query/arbitraryQuery.ts';
import { loadGrammar, piecesOf } from './grammars.ts';

const suffix = 'audit-log-filter';
const grammar = await loadGrammar(`source.${suffix}`);

/** What a character of a filter belongs to. */
type Kind = 'logical' | 'parenthesis' | 'field' | 'comparison' | 'value' | 'regex' | 'function' | 'count' | 'separator' | 'word';

/** By the beginning of a scope; the first that fits from the innermost scope on. */
const kindsByScope: readonly (readonly [scope: string, kind: Kind])[] = [
  ['keyword.operator.logical', 'logical'],
  ['keyword.operator.comparison', 'comparison'],
  ['punctuation.section', 'parenthesis'],
  ['punctuation.separator', 'separator'],
  ['variable.other.property', 'field'],
  ['support.function', 'function'],
  ['string.regexp', 'regex'],
  ['string.unquoted.word', 'word'],
  ['string', 'value'],
  ['constant', 'value'],
];

function kindOf(scopes: readonly string[]): Kind | undefined {
  for (const scope of scopes.filter((one) => !one.startsWith('constant.character.escape')).toReversed()) {
    const found = kindsByScope.find(([start]) => scope.startsWith(start));
    if (found !== undefined) {
      return found[1];
    }
  }
  return undefined;
}

/** The kinds of the characters of a filter, as the grammar has them. */
function kindsByGrammar(text: string): (Kind | undefined)[] {
  const kinds: (Kind | undefined)[] = Array.from({ length: text.length });
  for (const { start, end, scopes } of piecesOf(grammar, text)) {
    kinds.fill(kindOf(scopes), start, end);
  }
  return kinds;
}

/** The same as the parser and its scanner have them. */
function kindsByParser(text: string, query: Query): (Kind | undefined)[] {
  const kinds: (Kind | undefined)[] = Array.from({ length: text.length });
  for (let at = 0; at < text.length; at++) {
    kinds[at] = '()'.includes(text[at]!) ? 'parenthesis' : 'logical';
  }
  const visit = (part: Query): void => {
    if (part.kind === 'and' || part.kind === 'or') {
      part.items.forEach(visit);
    } else if (part.kind === 'not') {
      visit(part.item);
    } else if (part.kind !== 'all') {
      markTerm(kinds, text, part);
    }
  };
  visit(query);
  return kinds;
}

function markTerm(kinds: (Kind | undefined)[], text: string, term: Term): void {
  const { start, end } = term.span;
  if (term.kind === 'bare') {
    kinds.fill(text[start] === '"' ? 'value' : 'word', start, end);
  } else if (term.kind === 'field') {
    markField(kinds, text, term);
  } else {
    const [call, name, inside, limit, comparison = ''] = /^(\w+)\((.*?)(,[^)]*)?\)(.*)$/s.exec(text.slice(start, end))!;
    kinds.fill('function', start, start + name!.length);
    kinds.fill('field', start + name!.length + 1, start + name!.length + 1 + inside!.length);
    if (limit !== undefined) {
      const comma = start + name!.length + 1 + inside!.length;
      kinds.fill('value', comma, comma + limit.length);
      kinds[comma] = 'separator';
    }
    const from = start + call.length - comparison.length;
    const digits = comparison.search(/\d/);
    kinds.fill('comparison', from, digits === -1 ? from : from + digits);
    kinds.fill('value', digits === -1 ? from : from + digits, start + call.length);
  }
}

function markField(kinds: (Kind | undefined)[], text: string, { span, valueSpan: { start, end }, matcher }: FieldTerm): void {
  const head = text.slice(span.start, start);
  const operator = /(?:<=|>=|[:=<>~])$/.exec(head)![0];
  kinds.fill('field', span.start, start - operator.length);
  kinds.fill('comparison', start - operator.length, start);
  kinds.fill(matcher.kind === 'regex' ? 'regex' : 'value', start, end);
  if (text[start] === '(' && (operator === ':' || operator === '=')) {
    const scanner = new Scanner(text);
    scanner.position = start;
    while (!scanner.take(')')) {
      kinds[scanner.position] = scanner.next === '(' ? 'parenthesis' : 'separator';
      scanner.position++;
      scanner.skipBlanks();
      const before = scanner.position;
      const read = scanner.next === '"' ? scanner.readQuoted() : scanner.readBare(true);
      expect(read).toBeDefined();
      kinds.fill('value', before, scanner.position);
      scanner.skipBlanks();
    }
    kinds[scanner.position - 1] = 'parenthesis';
  }
}

/** Blanks between tokens are of no kind that matters, nor are they inside of quotes, where both agree anyway. */
function withoutBlanks(text: string, kinds: readonly (Kind | undefined)[]): readonly string[] {
  return [...kinds].flatMap((kind, at) => (text[at]!.trim() === '' ? [] : [`${at} ${text[at]!} ${String(kind)}`]));
}

it('parts generated filters as the parser does', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const parsed = parseQuery(text);
      fc.pre(parsed.ok);
      expect(withoutBlanks(text, kindsByGrammar(text))).toEqual(withoutBlanks(text, kindsByParser(text, parsed.query)));
    }),
    { numRuns: 500 },
  );
});

describe('within values', () => {
  test.each<[text: string, pieces: readonly (readonly [text: string, scope: string])[]]>([
    ['seq>=1277', [['1277', 'constant.numeric']]],
    ['time:2020-11-23T18:00..2020-11-23T19:00', [['2020-11-23T18:00..2020-11-23T19:00', 'constant.numeric']]],
    ['time:last-7d..last-1d', [['last-7d..last-1d', 'constant.numeric']]],
    ['requestId:null', [['null', 'constant.language.null']]],
    ['requestId:(null, nullable)', [['null', 'constant.language.null']]],
    [
      'caller:*@contoso.c?m',
      [
        ['*', 'constant.character.wildcard'],
        ['?', 'constant.character.wildcard'],
      ],
    ],
    ['request:12ab', []],
    [
      '"a\\"b\\\\\\u{1f600}"',
      [
        ['\\"', 'constant.character.escape'],
        ['\\\\', 'constant.character.escape'],
        ['\\u{1f600}', 'constant.character.escape'],
      ],
    ],
    ['"C:\\new"', []],
    ['operation~/a\\/b/i', [['\\/', 'constant.character.escape']]],
  ])('%s stands out as said', (text, expected) => {
    const found = piecesOf(grammar, text).flatMap((piece): [string, string][] => {
      const scope = piece.scopes.find((one) => one.startsWith('constant.'));
      return scope === undefined ? [] : [[piece.text, scope.replace(`.${suffix}`, '')]];
    });
    expect(found).toEqual(expected);
  });
});

describe('what the reference of the language says', () => {
  const examples = [...readFileSync('docs/filters.md', 'utf8').matchAll(/`([^`\n]+)`/g)]
    .map(([, text]) => text!.replaceAll('\\|', '|'))
    .filter((text) => /[:=~<>(]/.test(text) && parseQuery(text).ok);

  it('has many examples', () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples)('%s is parted as the parser does', (text) => {
    const parsed = parseQuery(text);
    expect(parsed.ok && withoutBlanks(text, kindsByParser(text, parsed.query))).toEqual(withoutBlanks(text, kindsByGrammar(text)));
  });
});

it('colours blocks of Markdown', async () => {
  const markdown = { scopeName: 'text.html.markdown', patterns: [{ match: '\\w+', name: 'word' }], repository: {} };
  const blocks = await loadGrammar('text.html.markdown', () => markdown as unknown as IRawGrammar);
  const pieces = piecesOf(blocks, 'result:x\n```audit-log-filter\nresult:Success OR\nip:*\n```\nresult:x');
  const fields = pieces.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('variable.other.property')));
  expect(fields.map(({ text }) => text)).toEqual(['result', 'ip']);
  expect(pieces.filter(({ scopes }) => scopes.includes('meta.embedded.block.audit-log-filter')).length).toBeGreaterThan(4);
});
