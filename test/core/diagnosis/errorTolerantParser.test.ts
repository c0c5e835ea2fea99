import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ErrorTolerantParser, type Expected } from '../../../src/core/diagnosis/errorTolerantParser.ts';
import { FaultList } from '../../../src/core/diagnosis/faultList.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { runs } from '../../runs.ts';

interface Read {
  /** Each as `fault:text`. */
  readonly faults: readonly string[];
  /** What cannot be read any more. */
  readonly rest: string;
  readonly isSure: boolean;
}

function read(text: string): Read {
  const bytes = encodeText(text);
  const list = new FaultList(-1, 100);
  const parser = new ErrorTolerantParser(bytes, 0, bytes.length, list);
  while (parser.step()) {
    // Each step moves on.
  }
  const textAt = (start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, end));
  return {
    faults: list.first.map(({ fault, start, end }) => `${fault}:${textAt(start, end)}`),
    rest: textAt(parser.offset, bytes.length),
    isSure: list.isSure,
  };
}

describe('the grammar expects', () => {
  it.each<[text: string, ...expected: readonly (Expected | undefined)[]]>([
    ['{"a" :[1 , "x"]}', 'expectedValue', 'expectedKey', 'expectedColon', 'expectedValue', 'expectedValue'],
    ['[]', 'expectedValue', 'expectedValue', undefined],
    ['{}', 'expectedValue', 'expectedKey', undefined],
    ['[1,[2]]', 'expectedValue', 'expectedValue', 'expectedEndOfArray', 'expectedValue', 'expectedValue', 'expectedEndOfArray'],
    ['{"a":1,"b":{}}', 'expectedValue', 'expectedKey', 'expectedColon', 'expectedValue', 'expectedEndOfObject', 'expectedKey'],
    ['{"a":[]}', 'expectedValue', 'expectedKey', 'expectedColon', 'expectedValue', 'expectedValue', 'expectedEndOfObject', undefined],
  ])('in each step through %s the right thing', (text, ...expected) => {
    const bytes = encodeText(text);
    const parser = new ErrorTolerantParser(bytes, 0, bytes.length, new FaultList(-1, 1));
    const found = [parser.expected];
    while (found.length < expected.length) {
      parser.step();
      found.push(parser.expected);
    }
    expect(found).toEqual(expected);
  });
});

it('reads a record from its beginning up to its end, and nothing behind', () => {
  const bytes = encodeText('xx{"a":NaN} NaN');
  const faults = new FaultList(-1, 10);
  const parser = new ErrorTolerantParser(bytes, 2, bytes.length, faults);
  while (parser.step());
  expect([parser.offset, faults.total]).toEqual([11, 1]);
  expect(faults.first).toEqual([{ fault: 'notANumber', start: 7, end: 10 }]);
});

it('reads no byte at or behind the end that it was given', () => {
  const bytes = encodeText('[1,]');
  const faults = new FaultList(-1, 10);
  const parser = new ErrorTolerantParser(bytes, 0, 3, faults);
  while (parser.step());
  expect([parser.offset, faults.total]).toEqual([3, 0]);
});

describe('a record is read as its writer may have meant it', () => {
  it.each<[text: string, ...faults: readonly string[]]>([
    ['{a:1}', 'bareKey:a'],
    ["{'a':'b'}", "singleQuotes:'a'", "singleQuotes:'b'"],
    ['{"a"=1,"b"=>2}', 'colon:=', 'colon:='],
    ['{"a" 1}', 'colon:1'],
    ['{"a":}', 'value:}'],
    ['{"a":,"b":1}', 'value:,'],
    ['{"a"::1}', 'other::'],
    ['[1,,2]', 'extraComma:,'],
    ['{,"a":1}', 'extraComma:,'],
    ['[1,]', 'trailingComma:,'],
    ['{"a":1 ,\n}', 'trailingComma:,'],
    ['[1 2]', 'comma:2'],
    ['[{} []]', 'comma:['],
    ['{"a":1 "b":2}', 'comma:"'],
    ['[None,FALSE,nil]', 'literal:None', 'literal:FALSE', 'literal:nil'],
    ['[+1,01,x,-inf]', 'number:+1', 'number:01', 'bareText:x', 'notANumber:-inf'],
    ['["a\tb\tc","\\q\\r"]', 'control:\t', 'escape:\\q'],
    ['[#,1]', 'other:#'],
    ['{#,"a":1}', 'other:#'],
    ['{"a"#:1}', 'other:#:1'],
    ['[1 # ,2]', 'other:#'],
    ['{"a":1 b:2}', 'other:b:2'],
    ['{a 1:2}', 'other:a 1:2'],
    ["['a]", "other:'a"],
    ['{"a":NaN,"b":[{"c":nan}]}', 'notANumber:NaN', 'notANumber:nan'],
  ])('%s', (text, ...faults) => {
    expect(read(text)).toEqual({ faults, rest: '', isSure: true });
  });
});

describe('where brackets or quotes say nothing any more, reading ends', () => {
  it.each<[name: string, text: string, rest: string, ...faults: readonly string[]]>([
    ['a bracket of the other kind', '[1}', '}'],
    ['a bracket too many', ']', ']'],
    ['an object in place of a key', '{{"a":1}}', '{"a":1}}'],
    ['a brace behind a key', '{"a"}', '}'],
    ['a comma behind a key', '{"a","b":1}', ',"b":1}'],
    ['a text that does not end', '{"a":"b', '"b'],
    ['a text that ends nowhere plainly', '["a\tb" c', '"a\tb" c'],
    ['text before a bracket', '[# {"a":1}]', '# {"a":1}]'],
  ])('at %s: %s', (_, text, rest, ...faults) => {
    expect(read(text)).toMatchObject({ rest, faults });
  });
});

describe('where a quote may lack', () => {
  it.each([
    ['a colon stands between items', '["a":1]'],
    ['a quote was passed on the way', '[a"b",1]'],
  ])('what seems to lack between values is not told: %s', (_, text) => {
    const { faults, isSure } = read(text);
    expect([isSure, ...faults]).toEqual([false]);
  });

  it('what is wrong in any case is told still', () => {
    expect(read('[a"b",NaN,x]').faults).toEqual(['notANumber:NaN']);
  });
});

describe('JSON', () => {
  it('is read to its end, and nothing is wrong with it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify([value], undefined, indent);
        expect(read(text)).toEqual({ faults: [], rest: '', isSure: true });
      }),
    );
  });

  it('that is cut off has no faults', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify({ a: value });
        // A literal or number that is cut may be another.
        const part = text.slice(0, cut % text.length).replace(/[\w.+-]*$/, '');
        expect(read(part).faults).toEqual([]);
      }),
    );
  });
});

it('comes to an end for any bytes, and only moves forward', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'{}[]",:\'=>\\#1ax \n'), { maxLength: 60 }), (parts) => {
      const bytes = encodeText(parts.join(''));
      const parser = new ErrorTolerantParser(bytes, 0, bytes.length, new FaultList(-1, 1));
      let steps = 0;
      for (let before = 0; parser.step(); before = parser.offset) {
        expect(parser.offset).toBeGreaterThanOrEqual(before);
        steps++;
      }
      expect(steps).toBeLessThanOrEqual(2 * bytes.length + 1);
    }),
    { numRuns: runs(1000) },
  );
});
