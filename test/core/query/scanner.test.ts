import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scanner } from '../../../src/core/query/scanner.ts';

function check(text: string, read: (scanner: Scanner) => unknown, expected: unknown, rest: string): void {
  const scanner = new Scanner(text);
  expect(read(scanner)).toEqual(expected);
  expect(text.slice(scanner.position)).toBe(rest);
}

describe('the scanner of filters', () => {
  it.each([
    ['operation:x', 'operation', ':x'],
    ['caller.UPN=a', 'caller.UPN', '=a'],
    ['seq>=1', 'seq', '>=1'],
    ['a b', 'a', ' b'],
    ['größe', 'größe', ''],
    ['', '', ''],
  ])('reads the name in %j', (text, name, rest) => check(text, (scanner) => scanner.readName(), name, rest));

  it.each([
    ['a,b) c', false, 'a,b', ') c'],
    ['a,b) c', true, 'a', ',b) c'],
    ['CONTOSO\\name x', false, 'CONTOSO\\name', ' x'],
    ['2020-11-23T18:23..', false, '2020-11-23T18:23..', ''],
  ])('reads the bare value in %j (in a list: %s)', (text, inList, value, rest) =>
    check(text, (scanner) => scanner.readBare(inList), value, rest),
  );

  it.each([
    ['"a b" c', 'a b', ' c'],
    ['"a\\"b"', 'a"b', ''],
    ['"a\\\\"', 'a\\', ''],
    ['"CONTOSO\\name"', 'CONTOSO\\name', ''],
    ['"\\u{1f600}\\u{41}"', '😀A', ''],
    ['"\\u{110000}"', '\\u{110000}', ''],
    ['""', '', ''],
  ])('reads the quoted text in %s', (text, value, rest) => check(text, (scanner) => scanner.readQuoted(), value, rest));

  it.each([
    ['/a\\/b/i', 'a/b', 'i'],
    ['/\\d+\\./', '\\d+\\.', ''],
    ['//', '', ''],
  ])('reads the pattern in %s', (text, pattern, rest) => check(text, (scanner) => scanner.readPattern(), pattern, rest));

  it.each([
    ['AND x', 'AND'],
    ['OR(', 'OR'],
    ['NOT"a"', 'NOT'],
    ['NOT', 'NOT'],
    ['AND:', undefined],
    ['ANDY', undefined],
    ['and x', undefined],
    ['XOR x', undefined],
  ])('sees in %j the operator %s, and stays', (text, operator) => check(text, (scanner) => scanner.peekOperator(), operator, text));

  it('steps over a token only where it stands', () => {
    const scanner = new Scanner(' \t(a');
    scanner.skipBlanks();
    expect([scanner.take(')'), scanner.take('('), scanner.next, scanner.atEnd]).toEqual([false, true, 'a', false]);
  });

  it('keeps the first failure, with its place', () => {
    const scanner = new Scanner('x"open');
    scanner.position = 1;
    expect(scanner.readQuoted()).toBeUndefined();
    scanner.position = 0;
    expect(scanner.readPattern()).toBeUndefined();
    expect(scanner.error).toMatchObject({ message: { code: 'query.openQuote' }, span: { start: 1, end: 2 } });
  });

  it('reads back any text that is quoted, and never past the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const quoted = `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
        check(`${quoted} x`, (scanner) => scanner.readQuoted(), text, ' x');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const read of [
          (scanner: Scanner) => scanner.readQuoted(),
          (scanner: Scanner) => scanner.readPattern(),
          (scanner: Scanner) => scanner.readBare(true),
          (scanner: Scanner) => scanner.readName(),
        ]) {
          const scanner = new Scanner(text);
          read(scanner);
          expect(scanner.position).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
