import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedHash } from '../../../src/engine/relations/keyedHash.ts';
import { ValueHash } from '../../../src/engine/relations/valueHash.ts';
import { runs } from '../../runs.ts';

const keyed = new KeyedHash([0x12345678, 0x09abcdef]);
const values = new ValueHash(keyed);

function hashOf(source: string | Uint8Array): string {
  values.of(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  return `${keyed.low} ${keyed.high}`;
}

describe('the hash of what a JSON text says', () => {
  it.each([
    ['blanks', '{"a":[1,{"b":null}],"c":"d"}', ' {\t"a" : [ 1 ,\r\n{ "b" : null } ] , "c":"d" } '],
    ['the order of members', '{"a":1,"b":2,"c":{"d":3,"e":4}}', '{"c":{"e":4,"d":3},"b":2,"a":1}'],
    ['a solidus', '"a/b"', '"a\\/b"'],
    ['escapes of keys', '{"abc":1}', '{"\\u0061b\\u0063":1}'],
    ['short escapes', '"\\b\\f\\n\\r\\t\\"\\\\"', '"\\u0008\\u000C\\u000a\\u000D\\u0009\\u0022\\u005c"'],
    ['escapes of one to four bytes', '"Aäक😀"', '"\\u0041\\u00e4\\u0915\\ud83d\\uDE00"'],
    ['escapes in a long text', `"${'a/b'.repeat(4000)}"`, `"${'\\u0061\\/b'.repeat(4000)}"`],
    ['halves of surrogates', '"\\ud800a\\udc00"', '"\\uD800\\u0061\\uDC00"'],
    ['zeros behind the point', '[1,10,0.5]', '[1.0,10.000,0.50]'],
    ['exponents', '[1000,0.001,12.5]', '[1e3,1E-3,1.25e+1]'],
    ['minus zero', '0', '-0.0e7'],
    ['the first of equal keys', '{"a":1,"b":2}', '{"a":{"x":[]},"b":3,"a":1,"\\u0062":2}'],
    ['an empty object', '{}', '{ }'],
  ])('is the same whatever is said of %s', (_, left, right) => {
    expect(hashOf(left)).toBe(hashOf(right));
  });

  it.each([
    ['{"a":1}', '{"a":"1"}'],
    ['{"a":1}', '{"b":1}'],
    ['{"a":1,"b":2}', '{"a":2,"b":1}'],
    ['{"a":{"b":1}}', '{"a":["b",1]}'],
    ['[1,2]', '[2,1]'],
    ['[]', '{}'],
    ['""', '[]'],
    ['[[],[]]', '[[[]]]'],
    ['[1,[2]]', '[[1],2]'],
    ['null', '"null"'],
    ['true', 'false'],
    ['1', '-1'],
    ['"a b"', '"ab"'],
    ['"a"', '"A"'],
    ['18446744073709551615', '18446744073709551614'],
    ['0.1', '0.10000000000000001'],
    ['1e400', '1e401'],
    ['1e99999999999999999999', '1e99999999999999999998'],
    ['{"a":1,"a":2}', '{"a":2,"a":1}'],
    ['"\\u0000"', '""'],
    ['"\\ud83d\\ude00"', '"\\ude00\\ud83d"'],
    ['{"a":1,"b":2}', '{"a":1,"b":2,"__proto__":{}}'],
  ])('tells %s from %s', (left, right) => {
    expect(hashOf(left)).not.toBe(hashOf(right));
  });

  it('tells an invalid byte from the half of a surrogate that it looks like', () => {
    expect(hashOf('"\\ud800"')).not.toBe(hashOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)));
  });

  it('agrees with comparing values', () => {
    const small = fc.constantFrom('a', 'b', 'ä', '/', '\u0000', '😀');
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.constantFrom(0, 1, 2.5, null, true),
        small,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(small, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(hashOf(JSON.stringify(left)) === hashOf(otherWriting(right))).toBe(sorted(left) === sorted(right));
        expect(hashOf(otherWriting(left))).toBe(hashOf(JSON.stringify(left)));
      }),
      { numRuns: runs(500) },
    );
  });

  it('knows objects with many members, and keys that stand many times', () => {
    const members = Array.from({ length: 5000 }, (_, index) => `"k${index}":${index}`);
    const inOrder = hashOf(`{${members.join(',')}}`);
    expect(hashOf(`{${members.toReversed().join(',')}}`)).toBe(inOrder);
    const hidden = members.map((_, index) => `"k${index % 100}":"hidden"`);
    expect(hashOf(`{${[...hidden, ...members].join(',')}}`)).toBe(inOrder);
    expect(hashOf(`{${[...members, ...hidden].join(',')}}`)).not.toBe(inOrder);
  });

  it('needs no recursion', () => {
    const depth = 1_000_000;
    const open = '['.repeat(depth);
    expect(hashOf(`${open}1${']'.repeat(depth)}`)).not.toBe(hashOf(`${open}2${']'.repeat(depth)}`));
  });
});

/** The value with its keys in reverse, all characters as escapes, and a blank wherever one may be. */
function otherWriting(value: unknown): string {
  if (typeof value === 'string') {
    return `"${Array.from({ length: value.length }, (_, unit) => `\\u${value.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('')}"`;
  }
  if (Array.isArray(value)) {
    return `[ ${value.map(otherWriting).join(' , ')} ]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).toReversed();
    return `{ ${members.map(([key, one]) => `${otherWriting(key)} : ${otherWriting(one)}`).join(' , ')} }`;
  }
  return typeof value === 'number' ? `${value * 10}e-1` : JSON.stringify(value);
}

/** The value's text with its keys in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );
}
