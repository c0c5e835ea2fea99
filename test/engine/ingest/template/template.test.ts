import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { hashBytes } from '../../../../src/engine/columns/byteHash.ts';
import { viewOf } from '../../../../src/engine/columns/byteView.ts';
import { callerTypeSlot, targetTypeSlot, targetValueSlot, type SlotRules } from '../../../../src/engine/ingest/template/slot.ts';
import { Template } from '../../../../src/engine/ingest/template/template.ts';
import { TextScan } from '../../../../src/engine/ingest/template/textScan.ts';
import { markedSample, sampleSeed } from './markedSample.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();
const rules: SlotRules = { alwaysVaries: () => false, neverVaries: () => false, needsHash: () => true };

/** What a template finds in the record that begins after so many bytes. */
function matchAt(template: Template, bytes: Uint8Array, start = 0, end = bytes.length): number {
  return template.match(bytes, viewOf(bytes), start, end, new TextScan(sampleSeed), new Scan());
}

function match(template: Template, text: string): number {
  return matchAt(template, encoder.encode(text));
}

const marked = '{"a":‹1›,"b":‹"x"›}';
const both = new Template(markedSample(marked), [true, true], rules);
const second = new Template(markedSample(marked), [false, true], rules);

describe('a template matches', () => {
  it.each([
    ['the record it was made from', '{"a":1,"b":"x"}'],
    ['longer values', '{"a":1234567890,"b":"a long text, longer than a word"}'],
    ['values of other kinds', '{"a":"text","b":-0.5e3}'],
    ['an empty string and null', '{"a":null,"b":""}'],
    ['zero and true', '{"a":0,"b":true}'],
    ['arrays and objects', '{"a":[1, {"b":2}],"b":{"a":"}"}}'],
    ['escapes', '{"a":"\\"","b":"\\u0022}"}'],
    ['characters beyond ASCII', '{"a":"ü","b":["😀"]}'],
  ])('%s', (_, text) => {
    expect(match(both, text)).toBe(encoder.encode(text).length);
    expect(both.isWellFormed).toBe(true);
  });

  it.each([
    ['another key', '{"a":1,"c":"x"}'],
    ['a key more', '{"a":1,"b":"x","c":1}'],
    ['a blank more', '{"a":1 ,"b":"x"}'],
    ['no value', '{"a":,"b":"x"}'],
    ['a number with a leading zero', '{"a":01,"b":"x"}'],
    ['a number without its fraction', '{"a":1.,"b":"x"}'],
    ['a word that is no JSON', '{"a":nul,"b":"x"}'],
    ['an escape that is none', '{"a":1,"b":"\\x"}'],
    ['a control character in a string', '{"a":1,"b":"\u0001"}'],
    ['a trailing comma', '{"a":[1,],"b":"x"}'],
    ['a line break where the records of the template have none', '{"a":[\n],"b":"x"}'],
  ])('no record with %s', (_, text) => {
    expect(match(both, text)).toBe(-1);
  });

  it('no record that the bytes end in', () => {
    const bytes = encoder.encode('{"a":[12],"b":"\\u00e4"}');
    const ends = Array.from({ length: bytes.length + 1 }, (_, end) => matchAt(both, bytes, 0, end));
    expect(ends).toEqual([...Array.from(bytes, () => -1), bytes.length]);
  });

  it('nothing but JSON, with the values that JSON.parse finds', () => {
    const value = fc.oneof(
      fc.json(),
      fc.constantFrom('[1, 2]', '"\\n"', '-', '"', '1e', '[', '{"a"', '1,"c":2', '"x","b":"y"', '00', 'tru'),
    );
    fc.assert(
      fc.property(value, value, (left, right) => {
        const end = match(both, `{"a":${left},"b":${right}}`);
        expect(end !== -1).toBe(isJson(left) && isJson(right));
        if (end !== -1) {
          const lengths = [left, right].map((text) => encoder.encode(text).length);
          expect([0, 1].map((slot) => both.ends[slot]! - both.starts[slot]!)).toEqual(lengths);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('a record with a line break, if its own records have some', () => {
    const template = new Template(markedSample('{\n"a":‹1›}'), [true], rules);
    expect([template.mayHoldBreaks, match(template, '{\n"a":[\r\n]}')]).toEqual([true, 11]);
    expect(both.mayHoldBreaks).toBe(false);
  });

  it('only strings where a type or a value of a pair stands', () => {
    const pair = new Template(
      markedSample('[‹"T"›]', () => ({ kind: callerTypeSlot, member: 0, pair: 0 })),
      [true],
      rules,
    );
    expect(['["U"]', '["\\u0055"]', '[1]', '[null]', '[["U"]]'].map((text) => match(pair, text))).toEqual([5, 10, -1, -1, -1]);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('after a match', () => {
  it('the places of all slots are known, of those that do not vary too', () => {
    const bytes = encoder.encode('  {"a":1,"b":"xyz"}{');
    expect(matchAt(second, bytes, 2)).toBe(19);
    expect([...second.places(2)]).toEqual([7, 8, 13, 18]);
    const first = new Template(markedSample(marked), [true, false], rules);
    expect(matchAt(first, encoder.encode('{"a":1000,"b":"x"}'))).toBe(18);
    expect([...first.places(0)]).toEqual([5, 9, 14, 17]);
  });

  it('strings have their hashes, and those with escapes are marked', () => {
    const bytes = encoder.encode('{"a":"plain","b":"\\n"}');
    matchAt(both, bytes);
    expect(both.hashes[0]).toBe(hashBytes(viewOf(bytes), 6, 11, sampleSeed));
    expect([...both.escaped]).toEqual([0, 1]);
    expect(both.hasEscapes).toBe(true);
    match(both, '{"a":"plain","b":"n"}');
    expect(both.hasEscapes).toBe(false);
  });

  it('an escape in what does not vary counts as well', () => {
    const template = new Template(markedSample('{"a\\n":‹1›}'), [true], rules);
    match(template, '{"a\\n":2}');
    expect(template.hasEscapes).toBe(true);
  });

  it('whether the bytes are UTF-8 is known, for each record anew', () => {
    const bytes = encoder.encode('{"a":"ü","b":["ü"]}');
    const wellFormed = [6, 7, 16, 17].map((at) => {
      const damaged = bytes.with(at, 0xff);
      expect(matchAt(both, damaged)).toBe(bytes.length);
      return both.isWellFormed;
    });
    expect(wellFormed).toEqual([false, false, false, false]);
    matchAt(both, bytes);
    expect(both.isWellFormed).toBe(true);
  });
});

it.each([
  ['at the first byte of a value that is none', '{"a":x,"b":"x"}', 5],
  ['at a byte between two values', '{"a":1,"c":"x"}', 9],
  ['at the first byte', '["a":1,"b":"x"}', 1],
])('a record that differs %s is looked at no farther', (_, text, reached) => {
  expect(match(both, text)).toBe(-1);
  expect(both.reached).toBe(reached);
});

describe('a template for one more record', () => {
  const one = new Template(markedSample(marked), [false, false], rules);

  it.each<[name: string, other: string, varies: readonly boolean[] | undefined]>([
    ['with another value', '{"a":‹1›,"b":‹"y"›}', [false, true]],
    ['with other values', '{"a":‹[]›,"b":‹"yy"›}', [true, true]],
    ['with another key', '{"a":‹1›,"c":‹"x"›}', undefined],
    ['with a line break, where there was none', '{"a":‹[\n]›,"b":‹"x"›}', undefined],
  ])('%s', (_, other, varies) => {
    expect(one.relaxed(markedSample(other), rules)?.varies).toEqual(varies);
  });

  it('is the same one if that matches it already', () => {
    expect(one.relaxed(markedSample(marked), rules)).toBe(one);
    expect(second.relaxed(markedSample('{"a":‹1›,"b":‹"y"›}'), rules)).toBe(second);
    // What varies once varies for good.
    expect(second.relaxed(markedSample('{"a":‹2›,"b":‹"x"›}'), rules)?.varies).toEqual([true, true]);
  });

  it('goes by what the rules say of a slot', () => {
    const isFirst = ({ member }: { readonly member: number }): boolean => member === 0;
    expect(one.relaxed(markedSample(marked), { ...rules, alwaysVaries: isFirst })?.varies).toEqual([true, false]);
    expect(one.relaxed(markedSample('{"a":‹2›,"b":‹"x"›}'), { ...rules, neverVaries: isFirst })).toBeUndefined();
    expect(one.relaxed(markedSample('{"a":‹1›,"b":‹"y"›}'), { ...rules, neverVaries: isFirst })?.varies).toEqual([false, true]);
  });

  it.each([
    ['after it', ['T', 'N'], targetTypeSlot, targetValueSlot],
    ['before it', ['N', 'T'], targetValueSlot, targetTypeSlot],
  ])('lets the name of a target vary with its type, %s', (_, [left, right], first, then) => {
    const pairs = (type: string): ReturnType<typeof markedSample> =>
      markedSample(`[‹"${left}"›,‹"${right}"›,‹"N"›]`.replace('T', type), (index) => ({
        kind: [first, then, targetValueSlot][index] ?? first,
        member: 0,
        pair: index >> 1,
      }));
    const template = new Template(pairs('T'), [false, false, false], rules);
    expect(template.relaxed(pairs('U'), rules)?.varies).toEqual([true, true, false]);
  });
});
