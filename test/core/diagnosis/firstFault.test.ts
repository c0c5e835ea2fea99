import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFault } from '../../../src/core/diagnosis/firstFault.ts';
import { invalid, Scan, scanValue } from '../../../src/core/json/jsonScanner.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Classifies the failure of strict reading. */
function faultOf(text: string): ReturnType<typeof firstFault> {
  const bytes = bytesOf(text);
  const scan = new Scan();
  expect(scanValue(bytes, 0, bytes.length, scan), text).toBe(invalid);
  return firstFault(bytes, 0, scan.failure, bytes.length);
}

describe('the first failure of a record', () => {
  it.each([
    [`{"a":NaN}`, 'notANumber'],
    [`{"a":-Infinity,"b":1}`, 'notANumber'],
    [`{"a":None}`, 'literal'],
    [`{"a":[True]}`, 'literal'],
    [`{"a":nul}`, 'bareText'],
    [`{"a":01}`, 'number'],
    [`{"a":+1}`, 'number'],
    [`{"a":.5}`, 'number'],
    [`{"a":1.}`, 'number'],
    [`{"a":-}`, 'bareText'],
    [`{"a":yes,"b":1}`, 'bareText'],
    [`{"a":'x'}`, 'singleQuotes'],
    [`{'a':"x"}`, 'singleQuotes'],
    [`{a:1}`, 'bareKey'],
    [`{"a":1,b:2}`, 'bareKey'],
    [`{"a":1 "b":2}`, 'comma'],
    [`{"a":[1 2]}`, 'comma'],
    [`{"a":1\n"b":2}`, 'comma'],
    [`{"a" 1}`, 'colon'],
    [`{"a"="x"}`, 'colon'],
    [`{"a":}`, 'value'],
    [`{"a":,"b":1}`, 'value'],
    [`{"a":1,,"b":2}`, 'extraComma'],
    [`{,"a":1}`, 'extraComma'],
    [`{"a":"x\ty"}`, 'control'],
    [`{"a":"x\ny","b":1}`, 'control'],
    [`{"a":"never closed\n`, 'control'],
    [`{"a":"C:\\policies","b":1}`, 'escape'],
    [`{"a":"\\u12zz"}`, 'escape'],
    [`{"a":"\\x`, 'escape'],
    [`{"a":"said "hi" twice"}`, 'expectedEndOfObject'],
    [`{"a":["x"y"]}`, 'expectedEndOfArray'],
    [`{"a":[1}`, 'expectedEndOfArray'],
    [`{"a":1]`, 'expectedEndOfObject'],
    [`{"a":#}`, 'expectedValue'],
    [`{"a":1,#:2}`, 'expectedKey'],
    [`{"a"#1}`, 'expectedColon'],
    [`{#}`, 'expectedKey'],
    [`x`, undefined],
    [`{"a":1,"b":[{"c":2} {"d":3}]}`, 'comma'],
  ])('%j: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('is named whatever valid members precede it', () => {
    const faulty = fc.constantFrom(
      [`"a":NaN`, 'notANumber'],
      [`"a":'x'`, 'singleQuotes'],
      [`a:1`, 'bareKey'],
      [`"a" 1`, 'colon'],
      [`"a":"\\q"`, 'escape'],
      [`"a":#`, 'expectedValue'],
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), faulty, (members, [text, fault]) => {
        const before = JSON.stringify(members).slice(0, -1);
        expect(faultOf(`${before}${before === '{' ? '' : ','}${text}}`)).toBe(fault);
      }),
    );
  });
});

it('is not classified where no record precedes the failure', () => {
  const bytes = bytesOf(',"nextLink" 5}');
  expect(firstFault(bytes, 0, 12, bytes.length)).toBeUndefined();
  expect(firstFault(bytes, 3, 3, bytes.length)).toBeUndefined();
});

it('ends for any bytes, and names nothing behind the failure', () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map((raw) => raw.map((byte) => `{}[]",:'\\ a1\n`.charCodeAt(byte % 13)));
  fc.assert(
    fc.property(bytes, fc.nat(60), (raw, at) => {
      const failure = Math.min(at, raw.length);
      expect(() => firstFault(raw, 0, failure, raw.length)).not.toThrow();
    }),
  );
});
