import { describe, expect, it, test } from 'vitest';
import { compareRecords } from '../../../src/core/describe/compareRecords.ts';

/** Each field as `name: first | second`, `=` before those that are equal. */
function compared(first: string, second: string): readonly string[] {
  const encoder = new TextEncoder();
  return compareRecords(encoder.encode(first), encoder.encode(second)).map(
    ({ name, first: left, second: right, isEqual }) =>
      `${isEqual ? '= ' : ''}${name}: ${left?.text ?? 'missing'} | ${right?.text ?? 'missing'}`,
  );
}

describe('two records', () => {
  test.each<[title: string, first: string, second: string, expected: readonly string[]]>([
    ['of one value', '{"a":1}', '{"a":1}', ['= a: 1 | 1']],
    ['that differ', '{"a":1,"b":"x"}', '{"b":"y","a":1}', ['= a: 1 | 1', 'b: x | y']],
    ['without anything', '{}', '{}', []],
    [
      'of which one has more',
      '{"a":1,"c":3}',
      '{"z":0,"a":1,"b":2,"c":3,"d":4}',
      ['z: missing | 0', '= a: 1 | 1', 'b: missing | 2', '= c: 3 | 3', 'd: missing | 4'],
    ],
    ['of which one has less', '{"a":1,"b":2}', '{"b":2}', ['a: 1 | missing', '= b: 2 | 2']],
    [
      'with objects and lists',
      '{"a":{"b":[1,{"c":2}]}}',
      '{"a":{"b":[1,{"c":3},4]}}',
      ['= a.b[0]: 1 | 1', 'a.b[1].c: 2 | 3', 'a.b[2]: missing | 4'],
    ],
    ['with JSON text', '{"a":"{\\"b\\":1}"}', '{"a":"{\\"b\\":2}"}', ['a.b: 1 | 2']],
    ['of which one has JSON text and the other an object', '{"a":"{\\"b\\":1}"}', '{"a":{"b":1}}', ['= a.b: 1 | 1']],
    ['with a key that is missing and one that is null', '{"a":null}', '{}', ['a: null | missing']],
    ['with values of other kinds', '{"a":1,"b":{}}', '{"a":"1","b":[]}', ['a: 1 | "1"', 'b: {} | []']],
    ['with numbers that no double holds', '{"a":9007199254740993}', '{"a":9007199254740992}', ['a: 9007199254740993 | 9007199254740992']],
    ['whose strings are escaped in other ways', '{"a":"\\u0041"}', '{"a":"A"}', ['= a: A | A']],
    ['with a key twice', '{"a":1,"a":2}', '{"a":1}', ['= a: 1 | 1', 'a (2): 2 | missing']],
    ['with what gives access', '{"a":"?sig=abc"}', '{"a":"?sig=abd"}', ['a: ?sig=… | ?sig=…']],
  ])('%s are compared', (_, first, second, expected) => {
    expect(compared(first, second)).toEqual(expected);
  });

  it('are compared as a whole, where of long values only the beginning is shown', () => {
    const long = 'x'.repeat(10_000);
    const [field] = compareRecords(new TextEncoder().encode(`{"a":"${long}1"}`), new TextEncoder().encode(`{"a":"${long}2"}`));
    expect(field).toMatchObject({ isEqual: false, first: { isCut: true }, second: { isCut: true } });
  });

  it('may be nested deeper than anybody looks', () => {
    const deep = (value: number): string => `${'['.repeat(5000)}${value}${']'.repeat(5000)}`;
    expect(compared(`{"a":${deep(1)}}`, `{"a":${deep(1)}}`)).toHaveLength(1);
    expect(compared(`{"a":${deep(1)}}`, `{"a":${deep(2)}}`)[0]).not.toMatch(/^=/);
  });
});
