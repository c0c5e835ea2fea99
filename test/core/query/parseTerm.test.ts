import { describe, expect, it } from 'vitest';
import { parseTerm, takeFieldOperator } from '../../../src/core/query/parseTerm.ts';
import { readFieldName } from '../../../src/core/query/readFieldName.ts';
import { Scanner } from '../../../src/core/query/scanner.ts';

describe('a term of a filter', () => {
  it.each([
    ['policy x', { kind: 'bare', text: 'policy', span: { start: 0, end: 6 } }],
    ['"a b" x', { kind: 'bare', text: 'a b', span: { start: 0, end: 5 } }],
    ['file~1', { kind: 'bare', text: 'file~1', span: { start: 0, end: 6 } }],
    ['resultType:Success x', { kind: 'field', span: { start: 0, end: 18 }, valueSpan: { start: 11, end: 18 } }],
    ['seq>=7', { kind: 'field', span: { start: 0, end: 6 }, valueSpan: { start: 5, end: 6 } }],
    ['key.a."b c".d:x', { kind: 'field', span: { start: 0, end: 15 }, valueSpan: { start: 14, end: 15 } }],
    ['caller."My Type"=x', { kind: 'field', valueSpan: { start: 17, end: 18 } }],
  ])('is read from %j', (text, expected) => expect(parseTerm(new Scanner(text))).toMatchObject(expected));

  it.each([
    ['""', 'query.emptyText', [0, 2]],
    ['"a"b', 'query.afterQuote', [3, 4]],
    [':x', 'query.missingField', [0, 1]],
    ['resulttyp:x', 'query.unknownFieldNear', [0, 9]],
    ['zzzzzz:x', 'query.unknownField', [0, 6]],
    ['result!=x', 'query.notEqual', [0, 8]],
    ['caller.:x', 'query.unknownFieldNear', [0, 7]],
    ['key.a.:x', 'query.unfinishedName', [0, 6]],
    ['key."a b"', 'query.missingOperator', [0, 9]],
    ['caller."x', 'query.openQuote', [7, 8]],
  ])('is refused in %j with %s', (text, code, [start, end]) => {
    const scanner = new Scanner(text);
    expect(parseTerm(scanner)).toBeUndefined();
    expect(scanner.error).toMatchObject({ message: { code }, span: { start, end } });
  });

  it('suggests names near a mistyped one, also before a dot', () => {
    const suggestionsFor = (text: string): readonly string[] | undefined => {
      const scanner = new Scanner(text);
      parseTerm(scanner);
      return scanner.error?.suggestions;
    };
    expect(suggestionsFor('opration:x')).toContain('operation');
    expect(suggestionsFor('callr.UPN:x')).toEqual(['caller.UPN']);
  });

  it.each([
    ['operation', 'operation', false, ''],
    ['caller."a b":', 'caller.a b', true, ':'],
    ['key."a"."b".:', 'key.a.b.', false, ':'],
    ['result"x"', 'result', false, '"x"'],
  ])('has in %j the name %s (quoted: %s)', (text, name, quoted, rest) => {
    const scanner = new Scanner(text);
    expect(readFieldName(scanner)).toEqual({ text: name, quoted });
    expect(text.slice(scanner.position)).toBe(rest);
  });

  it.each([
    [':', 'x', ':'],
    ['<=1', 'x', '<='],
    ['<1', 'x', '<'],
    ['=1', 'x', '='],
    ['~/a/', 'x', '~'],
    ['~a', 'operation', '~'],
    ['~a', 'file', undefined],
    ['x', 'operation', undefined],
  ])('has in %j after the name %s the operator %s', (text, name, operator) =>
    expect(takeFieldOperator(new Scanner(text), name)).toBe(operator),
  );
});
