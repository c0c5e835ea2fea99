import { describe, expect, it } from 'vitest';
import { isFunction, parseFunction } from '../../../src/core/query/parseFunction.ts';
import { Scanner } from '../../../src/core/query/scanner.ts';

/** The scanner at the first parenthesis. */
function at(text: string): Scanner {
  const scanner = new Scanner(text);
  scanner.position = text.indexOf('(');
  return scanner;
}

describe('a word with a parenthesis', () => {
  it.each([
    ['first(x', true],
    ['frist(', true],
    ['COUNT(', true],
    ['between(x)', true],
    ['f()', true],
    ['f(x y)', false],
    ['f(x', false],
    ['file~1(x', false],
  ])('%s is a function: %s', (text, expected) => {
    const scanner = at(text);
    expect(isFunction(scanner, text.slice(0, scanner.position))).toBe(expected);
    expect(scanner.position).toBe(text.indexOf('('));
  });
});

describe('a function', () => {
  it('is read up to its end, with the blanks in it', () => {
    const scanner = at('rare( key."a b" , 12 ) x');
    expect(parseFunction(scanner, 'rare', 0)).toEqual({
      kind: 'wholeLog',
      field: { kind: 'key', name: 'a b' },
      demand: { kind: 'rare', most: 12 },
      span: { start: 0, end: 22 },
    });
    expect(scanner.text.slice(scanner.position)).toBe(' x');
  });

  it('is compared across blanks, and leaves what follows', () => {
    const scanner = at('a -count(ip) >= 3) x');
    expect(parseFunction(scanner, 'count', 3)).toMatchObject({
      demand: { kind: 'count', operator: '>=', operand: 3 },
      span: { start: 3, end: 17 },
    });
    expect(scanner.text.slice(scanner.position)).toBe(') x');
  });

  it('takes the fields that the formats of a log document', () => {
    expect(parseFunction(at('first(userIdentity.arn)'), 'first', 0)?.field).toEqual({ kind: 'key', name: 'userIdentity.arn' });
  });

  it('says what is wrong and where, once', () => {
    const scanner = at('frist(caller');
    expect(parseFunction(scanner, 'frist', 0)).toBeUndefined();
    expect(scanner.error).toEqual({
      message: { code: 'query.unknownFunctionNear', args: ['frist', 'first'] },
      span: { start: 0, end: 5 },
      suggestions: ['first'],
    });
  });
});
