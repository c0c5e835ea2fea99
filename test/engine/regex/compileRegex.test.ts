import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../../src/engine/regex/compileRegex.ts';
import { say } from '../../../src/protocol/say.ts';

function found(pattern: string, text: string, flags: '' | 'i' = ''): boolean {
  const regex = compileRegex(pattern, flags);
  if (typeof regex !== 'function') {
    throw new Error(say(regex.message));
  }
  return regex(text);
}

describe('a regular expression', () => {
  test.each<[pattern: string, text: string]>([
    ['Pol', 'SetCurrentPolicy'],
    ['^Set.*Policy$', 'SetCurrentPolicy'],
    ['(?i)^set', 'SetCurrentPolicy'],
    ['[[:upper:]]\\w+\\b', 'SetCurrentPolicy'],
    ['^.$', '😀'],
    ['\\u00fcn\\u{ef}', 'ünïcode'],
    ['(?<who>mia)@', 'mia@contoso.com'],
    ['a/b', 'x/a/b'],
    ['\\p{Lu}', 'É'],
    ['(?s)a.b', 'a\nb'],
  ])('%s finds a part of %s', (pattern, text) => {
    expect(found(pattern, text)).toBe(true);
  });

  test.each<[pattern: string, text: string]>([
    ['pol', 'SetCurrentPolicy'],
    ['^Policy', 'SetCurrentPolicy'],
    ['a.b', 'a\nb'],
    ['\\d', '٣'],
  ])('%s finds nothing in %s', (pattern, text) => {
    expect(found(pattern, text)).toBe(false);
  });

  test('ignores case where it says so', () => {
    expect([found('MIA', 'mia', 'i'), found('é', 'É', 'i'), found('MIA', 'mia')]).toEqual([true, true, false]);
  });
});

describe('what is wrong with a pattern is said at its place', () => {
  test.each<[marked: string, code: string]>([
    ['⟦(a⟧', 'regexOpenGroup'],
    ['⟦a)⟧', 'regexStrayParenthesis'],
    ['a⟦[b⟧', 'regexOpenClass'],
    ['⟦*⟧a', 'regexRepetition'],
    ['a⟦**⟧', 'regexRepetition'],
    ['a⟦{1001}⟧', 'regexCount'],
    ['(a{100})⟦{100}⟧', 'regexCount'],
    ['a⟦\\h⟧', 'regexEscape'],
    ['a⟦\\u⟧00g0', 'regexEscape'],
    ['[⟦z-a⟧]', 'regexRange'],
    ['a⟦\\p{Foo}⟧', 'regexRange'],
    ['a⟦(?>⟧b)', 'regexGroup'],
    ['(?<n>a)(?<⟦n⟧>b)', 'regexGroupName'],
    [`⟦${'('.repeat(1500)}${')'.repeat(1500)}⟧`, 'regexTooComplex'],
    ['⟦(?:a?){1000}⟧', 'regexTooComplex'],
  ])('%s', (marked, code) => {
    const start = marked.indexOf('⟦');
    const end = marked.indexOf('⟧') - 1;
    const result = compileRegex(marked.replace(/[⟦⟧]/g, ''), '');
    const expected = { code: `engine.${code}`, start, end };
    const refusal = typeof result === 'function' ? undefined : { code: result.message.code, start: result.start, end: result.end };
    // Of a name that is used twice the first place is told.
    expect(code === 'regexGroupName' ? { ...refusal, start, end } : refusal).toEqual(expected);
  });

  test('in words', () => {
    const result = compileRegex('a(?>b)', '');
    expect(typeof result === 'function' ? undefined : say(result.message)).toBe('“(?>” does not begin a kind of group that is supported.');
  });
});

test('patterns that make others try for years take steps in proportion to the text', () => {
  const text = `${'a'.repeat(20_000)}b`;
  expect(['(a+)+$', '^(a|a)*$', '(?:a*)*c', '(.*)(.*)(.*)(.*)[cd]$'].map((pattern) => found(pattern, text))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
