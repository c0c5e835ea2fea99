import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdditionalError } from '../../../src/core/diagnosis/faultList.ts';
import { additionalErrors } from '../../../src/core/diagnosis/firstFault.ts';
import { invalid, Scan, scanValue } from '../../../src/core/json/jsonScanner.ts';
import { processorTime } from '../processorTime.ts';
import { runs } from '../../runs.ts';

const most = 11;

describe('behind the first failure', () => {
  it.each([
    ['{"a":NaN,"b":⟨\'x\'⟩,"c":1⟨,⟩}', 'singleQuotes', 'trailingComma'],
    ['{"a":NaN,"b":⟨-Infinity⟩,"c":[⟨nan⟩,1]}', 'notANumber', 'notANumber'],
    ['{"a":None,"b":⟨True⟩,"c":⟨NULL⟩}', 'literal', 'literal'],
    ['{"a":NaN,"b":"x⟨\t⟩y\tz","c":"q"}', 'control'],
    ['{"a":NaN,"b":"C:⟨\\p⟩olicies\\x","c":"⟨\\u⟩12zz"}', 'escape', 'escape'],
    ['{"a":NaN,"b":"⟨\\é⟩"}', 'escape'],
    ['{"a":NaN,"b":"x⟨\n⟩y","c":1}', 'control'],
    ['{"a":NaN,⟨b⟩:1,⟨$c.d-e⟩ : 2}', 'bareKey', 'bareKey'],
    ['{a:1,⟨b⟩:⟨c⟩,"d":[⟨e⟩, 1]}', 'bareKey', 'bareText', 'bareText'],
    ['{"a":NaN,"b":1 ⟨"⟩c":2,"d":{} ⟨"⟩e":3}', 'comma', 'comma'],
    ['{"a":NaN,"b":[1 ⟨2⟩,"x" ⟨"⟩y",{}⟨{⟩}]}', 'comma', 'comma', 'comma'],
    ['{"a":NaN,"b"⟨1⟩,"c" ⟨"⟩x","d"⟨=⟩2,"e" ⟨=⟩>3}', 'colon', 'colon', 'colon', 'colon'],
    ['{"a":NaN,"b":⟨,⟩"c":⟨}⟩', 'value', 'value'],
    ['{"a":01,"b":⟨02⟩,"c":⟨+1⟩,"d":⟨.5⟩,"e":⟨1.⟩,"f":⟨0x1F⟩,"g":⟨1_000⟩}', ...Array.from({ length: 6 }, () => 'number')],
    ['{"a":NaN,⟨,⟩"b":[1,⟨,⟩2⟨,⟩]⟨,⟩}', 'extraComma', 'extraComma', 'trailingComma', 'trailingComma'],
    ['{"a":NaN,"b":⟨#1 2⟩ ,"c":⟨<x>⟩}', 'other', 'other'],
    ['{"a":1,}'],
    ['{"a":{"b":[NaN,{"c":⟨nan⟩}]},"d":⟨NaN⟩}', 'notANumber', 'notANumber'],
    ["{'operationName': ⟨'SetCurrentPolicy'⟩, ⟨'resultType'⟩: ⟨None⟩}", 'singleQuotes', 'singleQuotes', 'literal'],
    ['{\n  "a": NaN,\n  "b": 1\n  ⟨"⟩c": 2⟨,⟩\n}', 'comma', 'trailingComma'],
  ])('%s', check);
});

describe('what follows from an earlier failure is none', () => {
  it.each([
    ['the quote before a value lacks', '{"a":2020-11-23T18:23:29Z","b":1}'],
    ['the quote before a text with commas lacks', '{"a":hello, world, and all","b":1}'],
    ['the quote behind a value lacks', '{"a":"x,"b":"y","c":["z"]}'],
    ['the quote before a key lacks', '{"a":1,b":2,"c":3}'],
    ['the quote behind a key lacks', '{"a":1,"b:2,"c":3}'],
    ['quotes stand within a text', '{"a":"he said "hi" to all","b":1}'],
    ['a quoted list stands within a text', '{"a":"he said "x", "y", z: true","b":1}'],
    ['JSON stands within a text', '{"a":"{"x":1,"y":[2]}","b":1}'],
    ['a list lacks its opening bracket', '{"a":"x","y","z"],"b":1}'],
    ['a list lacks its closing bracket', '{"a":["x","y","b":1,"c":[]}'],
    ['an object lacks its opening bracket', '{"a":"b":1},"c":2}'],
    ['an object lacks its closing bracket', '{"a":[{"b":1,{"b":2}],"c":3}'],
    ['a later bracket is of the other kind', '{"a":NaN,"b":[1},"c":\'x\'}'],
    ['a text with a colon lacks its last quote', '{"a":{"b:"{x}","c":"d"}}'],
    ['a list is empty that was none', '{"a":["x",],"y","z"],"b":1}'],
    ['a member has neither colon nor value', '{"a":NaN,"b","c":\'x\'}'],
    ['a quote parts a later text', '{"a":NaN,"b":"202"-11-23T18:23:29Z","c":1}'],
    ['a bracket is of the other kind', '{"a":[{"b":1],"c":3,"d":[]}'],
    ['a backslash takes the closing quote', '{"a":"C:\\","b":"C:\\","c":1}'],
    ['the record is cut off', '{"a":NaN,"b":{"c":'],
    ['the record is cut off within a text', '{"a":NaN,"b":"x'],
    ['the record is cut off behind a comma', '{"a":NaN,"b":[1,'],
    ['a line ends within a text', '{\n  "a": "x,\n  "b": [1],\n  "c": 2\n}'],
    ['something else follows the record', '{"a":NaN},NaN,{"b":}'],
  ])('%s: %s', (_, text) => check(text));
});

it('counts those that it does not name', () => {
  const bytes = new TextEncoder().encode(`[${'NaN,'.repeat(100)}0]`);
  const { first, total } = additionalErrors(bytes, 0, 1, bytes.length, 3);
  expect([first.length, total]).toEqual([3, 99]);
});

describe('any text', () => {
  const piece = fc.constantFrom(...'{}[],:"\'\\ \n\t', '"a"', '"b":', 'NaN', 'true', '1', '01', ',"c":', '\\u00', 'é', 'x', '=>');

  it('has its failures behind the first one, in order, and inside of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const bytes = new TextEncoder().encode(`{${pieces.join('')}`);
        const failure = failureOf(bytes);
        const { first, total } = additionalErrors(bytes, 0, failure ?? bytes.length, bytes.length, 1000);
        expect(total).toBe(first.length);
        let before = (failure ?? bytes.length) + 1;
        for (const { start, end } of first) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(bytes.length);
          before = start;
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('takes time by its length', () => {
    for (const part of ['"', ',"', '{', '[', "'", ',', ',x', '\\"', '\n"', ',"a" ', '"a":', 'é', ': "', ',\'"']) {
      const bytes = new TextEncoder().encode(`{"a":#${part.repeat(300_000 / part.length)}`);
      expect(processorTime(() => additionalErrors(bytes, 0, 5, bytes.length, most))).toBeLessThan(1500);
    }
  });
});

describe('one fault in a record', () => {
  const words = fc.constantFrom(
    'SetCurrentPolicy',
    'ann@contoso.com',
    '2020-11-23T18:23:29.94Z',
    'a, b and: c',
    '',
    'C:\\\\x',
    '\\"q\\"',
    '{x}',
  );
  const { object } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      words.map((word) => `"${word}"`),
      fc.constantFrom('0', '-1.5e3', 'true', 'null', '{}', '[]'),
      tie('object'),
      tie('array'),
    ),
    object: fc
      .array(tie('value'), { minLength: 2, maxLength: 5 })
      .map((values) => `{${values.map((one, at) => `"k${at}":${one}`).join(',')}}`),
    array: fc.array(tie('value'), { minLength: 1, maxLength: 4 }).map((values) => `[${values.join(',')}]`),
  }));

  it.each<[string, RegExp, string]>([
    ['a comma lacks', /,(?=\s*["{[])/g, ''],
    ['a comma is too much', /,(?=\s*["{[])/g, ',,'],
    ['a colon lacks', /(?<="k\d"):/g, ''],
    ['a colon is too much', /(?<="k\d"):/g, '::'],
    ['a key has no quotes', /"(k\d)"(?=:)/g, '$1'],
    ['a key has single quotes', /"(k\d)"(?=:)/g, "'$1'"],
    ['a key lacks its first quote', /"(k\d)"(?=:)/g, '$1"'],
    ['a key lacks its last quote', /"(k\d)"(?=:)/g, '"$1'],
    ['a value is none', /\b(true|null)\b/g, 'NaN'],
    ['a value lacks', /\b(true|null)\b/g, ''],
    ['a number is none', /-1\.5e3/g, '01'],
    ['a text lacks its first quote', /"(?=Set|ann|2020|a,)/g, ''],
    ['a text lacks its last quote', /(?<=Policy|com|Z|c)"/g, ''],
    ['a text is parted', /(?<=Policy|com|Z|c)"/g, '\t"'],
    ['a text holds a bad escape', /(?<=Policy|com|Z|c)"/g, '\\x"'],
    ['a text has a quote too much', /(?<=Policy|com|Z|c)"/g, '""'],
    ['a comma stands before an end', /(?<![{[]\s*)[\]}]/g, ',$&'],
    ['an opening bracket lacks', /[{[]/g, ''],
    ['a closing bracket lacks', /[}\]]/g, ''],
    ['an opening bracket is too much', /[{[]/g, '$&$&'],
    ['a closing bracket is too much', /[}\]]/g, '$&$&'],
    ['a closing brace is of the other kind', /\}/g, ']'],
    ['a closing bracket is of the other kind', /\]/g, '}'],
    ['some byte stands between', /(?<=[,:])(?=[\s"{[\d])/g, '#'],
  ])('has no other for its consequence: %s', (_, pattern, replacement) => {
    fc.assert(
      fc.property(object, fc.nat(), fc.boolean(), (compact, choice, isPretty) => {
        const text = isPretty ? JSON.stringify(JSON.parse(compact), null, 2) : compact;
        const places = [...text.matchAll(pattern)].filter(({ index }) => index > 0);
        const place = places[choice % Math.max(1, places.length)];
        if (place === undefined) {
          return;
        }
        const { index } = place;
        const changed = text.slice(0, index) + text.slice(index).replace(new RegExp(pattern.source), replacement);
        const bytes = new TextEncoder().encode(changed);
        const failure = failureOf(bytes);
        if (failure !== undefined) {
          expect([changed, ...reported(bytes, failure)]).toEqual([changed]);
        }
      }),
      { numRuns: runs(400) },
    );
  });
});

/** Checks the faults of a record against those whose places are marked, in their order. */
function check(marked: string, ...faults: readonly string[]): void {
  const places: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(?=[⟨⟩])/)) {
    const length = new TextEncoder().encode(text).length;
    if (part.startsWith('⟨')) {
      places.push({ start: length, end: length });
    } else if (part.startsWith('⟩')) {
      places.at(-1)!.end = length;
    }
    text += part.replace(/[⟨⟩]/, '');
  }
  const bytes = new TextEncoder().encode(text);
  expect(reported(bytes, failureOf(bytes)!)).toEqual(places.map((place, index) => ({ fault: faults[index], ...place })));
}

function reported(bytes: Uint8Array, failure: number): readonly AdditionalError[] {
  return additionalErrors(bytes, 0, failure, bytes.length, most).first;
}

function failureOf(bytes: Uint8Array): number | undefined {
  const scan = new Scan();
  return scanValue(bytes, 0, bytes.length, scan) === invalid ? scan.failure : undefined;
}
