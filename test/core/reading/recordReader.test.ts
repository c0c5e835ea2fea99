import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReading as check } from './checkReading.ts';
import { readAll } from './readAll.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();

const a = '{"a":1}';
const b = '{"a":[{"a":2},"}"]}';

describe('containers', () => {
  it.each<[name: string, log: string, records: readonly string[], container: string]>([
    ['nothing', '', [], 'empty'],
    ['blanks', ' \r\n\t', [], 'empty'],
    ['an object', a, [a], 'object'],
    ['an object over several lines', '{\n  "a": 1\n}\n', ['{\n  "a": 1\n}'], 'object'],
    ['lines', `${a}\n${b}\n`, [a, b], 'ndjson'],
    ['lines without a last line break, with blank lines and CRLF', `${a}\r\n\r\n${b}`, [a, b], 'ndjson'],
    ['lines after a byte order mark', `\ufeff${a}\n${b}`, [a, b], 'ndjson'],
    ['an empty array', '[]', [], 'array'],
    ['an array', `[${a}, ${b}\n]\n`, [a, b], 'array'],
    ['an indented array', `[\n  ${a},\n  ${b}\n]`, [a, b], 'array'],
    ['a wrapper', `{"records": [${a},${b}]}`, [a, b], 'wrapper'],
    ['a wrapper with other members', `{"count":2,"value":[${a},${b}],"more":{"x":[1]}}`, [a, b], 'wrapper'],
    ['an empty wrapper', '{"items":[]}', [], 'wrapper'],
    ['wrappers one after the other', `{"Records":[${a}]}\n{"Records":[${b}]}`, [a, b], 'wrapper'],
    ['a list of texts is no wrapper', '{"value":["x"]}', ['{"value":["x"]}'], 'object'],
    ['a record is no wrapper', '{"operationName":"x","items":[{}]}', ['{"operationName":"x","items":[{}]}'], 'object'],
    ['objects one behind the other', `${a}${b}`, [a, b], 'concatenated'],
    ['pretty objects one behind the other', `{\n"a":1\n}\n{\n"a":2\n}`, ['{\n"a":1\n}', '{\n"a":2\n}'], 'concatenated'],
    ['record separators', `\x1e${a}\n\x1e${b}\n`, [a, b], 'json-seq'],
    ['lines with an array among them', `${a}\n[${b},${a}]\n${a}`, [a, b, a, a], 'ndjson'],
    ['lines that end in a comma', `${a},\n${b},\n`, [a, b], 'comma-lines'],
  ])('%s', (_, log, records, container) => {
    check(log, records, [], container);
  });
});

describe('damage', () => {
  it.each<[name: string, log: string, records: readonly string[], broken: readonly string[]]>([
    ['a truncated last line', `${a}\n{"a":"x`, [a], ['syntax.truncated:{"a":"x|']],
    ['a truncated last line with a line break', `${a}\n{"a":"x\n`, [a], ['syntax.truncated:{"a":"x|']],
    ['a lone truncated record', '{"a":', [], ['syntax.truncated:{"a":|']],
    ['a truncated array', `[${a},{"a":[`, [a], ['syntax.truncated:{"a":[|']],
    ['an array that ends between records', `[${a},\n`, [a], ['syntax.truncated:|']],
    ['a truncated wrapper', `{"records":[${a}`, [a], ['syntax.truncated:|']],
    ['a bad line in the middle', `${a}\n{"a":nope}\n${b}\n`, [a, b], ['syntax.invalid:{"a":n|ope}']],
    ['text in the middle', `${a}\nhello {world}\n${b}\n`, [a, b], ['syntax.invalid:|hello {world}']],
    ['a line cut within a string', `${a}\n{"a":"x\n${b}\n`, [a, b], ['syntax.invalid:{"a":"x|']],
    ['a line cut after a colon does not swallow the next', `${a}\n{"a":\n${b}\n${a}`, [a, b, a], ['syntax.invalid:{"a":|']],
    [
      'a line cut after a colon does not swallow one with another key',
      `${a}\n{"a":\n{"b":2}\n${a}`,
      [a, '{"b":2}', a],
      ['syntax.invalid:{"a":|'],
    ],
    [
      'a line cut within an array does not swallow one with another key',
      `${a}\n{"a":[1,\n{"b":2}`,
      [a, '{"b":2}'],
      ['syntax.invalid:{"a":[1,|'],
    ],
    [
      'a first line that is cut does not swallow one with another key',
      `{"a":\n{"b":2}\n{"c":3}`,
      ['{"b":2}', '{"c":3}'],
      ['syntax.invalid:{"a":|'],
    ],
    ['an object on a line of a broken record is none', `{"a":[\n{"b":2}\n],"c":x}`, [], ['syntax.invalid:{"a":[\n{"b":2}\n],"c":|x}']],
    ['a line cut within an array does not swallow the next', `${a}\n{"a":[\n${b}\n${a}`, [a, b, a], ['syntax.invalid:{"a":[|']],
    ['a trailing comma in a record', `{"a":1,}\n${b}`, [b], ['syntax.trailingComma:{"a":1|,}']],
    ['a trailing comma in an array', `[${a},]`, [a], ['syntax.trailingComma:|,']],
    ['a trailing comma in a wrapper', `{"records":[${a}] , }\n${b}`, [a, b], ['syntax.trailingComma:|,']],
    ['a trailing comma in a list and its wrapper', `{"records":[${a},],}`, [a], ['syntax.trailingComma:|,', 'syntax.trailingComma:|,']],
    ['single quotes', `${a}\n{'a':1}\n${b}`, [a, b], [`syntax.invalid:{|'a':1}`]],
    ['a raw control character', `{"a":"x\ty"}\n${b}`, [b], ['syntax.invalid:{"a":"x|\ty"}']],
    ['a stray brace', `${a}}\n${b}`, [a, b], ['syntax.invalid:|}']],
    [
      'values that are no objects',
      `1\n"x"\n${a}\nnull`,
      [a],
      ['syntax.notAnObject:|1', 'syntax.notAnObject:|"x"', 'syntax.notAnObject:|null'],
    ],
    ['a line of text that begins with a time', `${a}\n2020-11-23 18:23 up {x}\n${b}`, [a, b], ['syntax.invalid:2020|-11-23 18:23 up {x}']],
    ['a line of text that begins with a word of JSON', `${a}\ntrue story\n${b}`, [a, b], ['syntax.invalid:true |story']],
    ['a line of text that begins with brackets', `${a}\n[INFO] up\n${b}`, [a, b], ['syntax.invalid:[|INFO] up']],
    ['a line of text that begins with a time in brackets', `${a}\n[2020-11-23] up\n${b}`, [a, b], ['syntax.invalid:[2020|-11-23] up']],
    ['a line of text behind a list', `${a}\n[1] up\n${b}`, [a, b], ['syntax.invalid:[1] |up']],
    ['a line with a list of values', `${a}\n[1,"x"]\n${b}`, [a, b], ['syntax.notAnObject:|[1,"x"]']],
    ['a list of values that is cut', `${a}\n["x",\n${b}\n${a}`, [a, b, a], ['syntax.invalid:["x",|']],
    ['a list that is cut within a string', `${a}\n[["x\n${b}\n${a}`, [a, b, a], ['syntax.invalid:[["x|']],
    ['a list behind lines that begins with text', `${a}\n["x",\n${b},\n${a}]`, [a, b, a], ['syntax.invalid:["x",|']],
    ['an empty list between lines', `${a}\n[ ]\n${b}`, [a, b], ['syntax.notAnObject:|[ ]']],
    ['a lone bracket between lines', `${a}\n[\n${b}\n${a}`, [a, b, a], ['syntax.invalid:|[']],
    ['a lone bracket between lines, and one behind them', `${a}\n[\n${b}\n${a}\n]\n${a}`, [a, b, a, a], ['syntax.invalid:|[']],
    ['a lone bracket before a last line', `${a}\n[\n${b}`, [a, b], ['syntax.invalid:|[']],
    ['a pretty array behind a line', `${a}\n[\n  {\n    "a": 1\n  }\n]\n${a}`, [a, '{\n    "a": 1\n  }', a], []],
    ['an array on the lines behind a line', `${a}\n[\n\n${b},\n${a}\n]\n${a}`, [a, b, a, a], []],
    ['a line without the beginning of its record', `${a}\n"x","b":1}\n${b}`, [a, b], ['syntax.invalid:"x"|,"b":1}']],
    ['a line that begins in a list of its record', `${a}\n"x","y"],"b":1}\n${b}`, [a, b], ['syntax.invalid:"x"|,"y"],"b":1}']],
    ['an item that begins in a list of its record', `[${a},"x",2],"b":1},${b}]`, [a, b], ['syntax.invalid:"x"|,2],"b":1}']],
    [
      'an item of a wrapper that begins so',
      `{"records":[{"operationName":"x"},"x"],"resultType":1},${b}],"x":1}`,
      ['{"operationName":"x"}', b],
      ['syntax.invalid:"x"|],"resultType":1}'],
    ],
    [
      'values in a list',
      `[${a},"x",2,["y"],${b}]`,
      [a, b],
      ['syntax.notAnObject:|"x"', 'syntax.notAnObject:|2', 'syntax.notAnObject:|["y"]'],
    ],
    ['values at the end of a list', `[${a},"x","y"]\n`, [a], ['syntax.notAnObject:|"x"', 'syntax.notAnObject:|"y"']],
    ['a broken first item of an array', `[{"a":x},${b}]`, [b], ['syntax.invalid:{"a":|x}']],
    ['text as the first item of an array', `[nope,${b}]`, [b], ['syntax.invalid:n|ope']],
    ['a broken item without a comma', `[{"a":x}${b}]`, [b], ['syntax.invalid:{"a":|x}']],
    ['an array behind a line', `${a}\n[\n${b}\n]`, [a, b], []],
    ['a bracket before a line', `${a}\n[${b}\n${a}\n`, [a, b, a], ['syntax.invalid:|{']],
    ['a bracket before a line, and commas behind', `[${a}\n${b},\n${a}\n`, [a, b, a], ['syntax.invalid:|{', 'syntax.truncated:|']],
    ['values on the line of a record', `1,${a} "x" ${b}`, [a, b], ['syntax.notAnObject:|1', 'syntax.notAnObject:|"x"']],
    ['a last record of an array without its bracket', `[${a},{"a":[1,"b":2}]`, [a], ['syntax.invalid:{"a":[1,"b"|:2}']],
    ['a last record of an array without its brace', `{"records":[${a},{"a":x,"b":[]]}`, [a], ['syntax.invalid:{"a":|x,"b":[]']],
    ['a missing comma in an array', `[${a} ${b}]`, [a, b], ['syntax.invalid:|{']],
    ['a bad record within one line', `[{"a":1},{"a":x},{"a":3}]`, [a, '{"a":3}'], ['syntax.invalid:{"a":|x}']],
    ['an open string within one line', `[{"a":1},{"a":"x},{"a":3}]`, [a, '{"a":3}'], ['syntax.invalid:{"a":"x}|']],
    [
      'a bad record of a pretty array',
      `[\n  {\n    "a": 1\n  },\n  {\n    "a": x,\n    "b": {}\n  },\n  {\n    "a": 3\n  }\n]`,
      ['{\n    "a": 1\n  }', '{\n    "a": 3\n  }'],
      ['syntax.invalid:{\n    "a": |x,\n    "b": {}\n  }'],
    ],
    ['an unclosed record that ends behind a colon, with another key', `${a}\n{"b":\n${b}\n${a}`, [a, b, a], ['syntax.invalid:{"b":|']],
    ['a record inside another', `${a}\n{"a":"x${b}\n${a}`, [a, b, a], ['syntax.invalid:{"a":"x|']],
    ['a line cut with lone carriage returns', `${a}\r{"a":\r${b}\r${a}`, [a, b, a], ['syntax.invalid:{"a":|']],
    ['text before the record of a line', `${a}\nINFO ${b}\n${a}`, [a, b, a], ['syntax.invalid:|INFO']],
    ['a record without its brace', `[${a},"a":[1,{"b":2}]},${b}]`, [a, b], ['syntax.invalid:"a"|:[1,{"b":2}]}']],
    ['a bracket too many within one line', `[${a},{"a":x],"b":[{"c":1}]},${b}]`, [a, b], ['syntax.invalid:{"a":|x],"b":[{"c":1}]}']],
    [
      'a list that takes in the records behind it',
      `[{"operationName":"a","items":[{"x":1},{"operationName":"b"},{"operationName":"c"}]`,
      ['{"operationName":"b"}', '{"operationName":"c"}'],
      ['syntax.invalid:{"operationName":"a","items":[{"x":1}|'],
    ],
    ['an end of an array of pretty records', `[\n  {\n    "a": 1,\n`, [], ['syntax.truncated:{\n    "a": 1,|']],
    [
      'a bracket too many',
      '[{"operationName":"a"},[{"operationName":"b"},{"operationName":"c"}]',
      ['{"operationName":"a"}', '{"operationName":"b"}', '{"operationName":"c"}'],
      ['syntax.notAnObject:|[', 'syntax.truncated:|'],
    ],
    ['an array of other values', `[[1,{"b":2}],${a}]`, [a], ['syntax.notAnObject:|[1,{"b":2}]']],
    ['a byte order mark before a later line', `${a}\n\ufeff${b}`, [a, b], []],
    ['a trailing comma on another line', `[${a}\n,\n\n]`, [a], ['syntax.trailingComma:|,']],
    ['NUL padding before a good record', `${a}\n\0\0\0\0${b}\n`, [a, b], ['syntax.padding:|\0\0\0\0']],
    ['NUL padding at the end', `${a}\n\0\0\n\0 `, [a], ['syntax.padding:|\0\0\n\0']],
  ])('%s', (_, log, records, broken) => {
    check(log, records, broken);
  });
});

describe('properties', () => {
  it('reads any objects in any container as JSON.parse does', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.array(object),
        fc.constantFrom(0, 2),
        fc.constantFrom<(keyof typeof logIn)[]>('array', 'lines', 'wrapper', 'lists', 'wrappers'),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (objects, indent, container, sizes) => {
          fc.pre(objects.every((one) => !['records', 'Records', 'value', 'items', 'Events'].some((key) => Object.hasOwn(one, key))));
          const texts = objects.map((one) => JSON.stringify(one, undefined, indent));
          const log = logIn[container](texts);
          const read = readAll(encoder.encode(log), sizes);
          const found = read.records.map((record) => record.text).filter((text) => text !== known);
          expect(found).toEqual(texts.map((text) => new TextDecoder().decode(encoder.encode(text))));
          expect(read.broken).toEqual([]);
        },
      ),
    );
  });

  it('never throws, and tells the same however the bytes are cut', () => {
    const byte = fc.constantFrom(...encoder.encode('{}[]",:\\ \n\r1a\x1e\0\xef'));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 200 }), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (bytes, sizes) => {
        const log = Uint8Array.from(bytes);
        expect(readAll(log, sizes)).toEqual(readAll(log));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('reads lines as splitting and JSON.parse do, whatever is wrong with some of them', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }).map((one) => JSON.stringify({ operationName: 'x', ...one }));
    const line = fc.oneof(
      { weight: 3, arbitrary: object },
      damaged(object),
      fc.constantFrom('', ' ', 'text', '1', 'null', '"x"', '{', '}'),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), chunkSizes, (lines, lineEnd, sizes) => {
        const bytes = encoder.encode(lines.join(lineEnd));
        const read = readAll(bytes, sizes);
        const found = new Set(read.records.map(({ text }) => text));
        // Lines that are valid JSON together are one record.
        const joined = read.records.map(({ text }) => text).filter((text) => text.includes(lineEnd));
        const wanted = lines.map((text) => text.trim()).filter((text) => isObject(text) && !joined.some((one) => one.includes(text)));
        // A fault never hides another line; what is after it on the same line may be a record of its own.
        expect(wanted.filter((text) => !found.has(text))).toEqual([]);
        expect(read).toEqual(readAll(bytes));
        expect(lines.every((text) => text.trim() === '' || isObject(text)) ? read.broken : []).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('reads any array of objects as JSON.parse does', () => {
    const text = fc.tuple(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.constantFrom(0, 1, 4));
    fc.assert(
      fc.property(text, chunkSizes, ([objects, indent], sizes) => {
        const read = readAll(encoder.encode(JSON.stringify(objects, undefined, indent)), sizes);
        expect(read.records.map((record) => JSON.parse(record.text) as unknown)).toEqual(
          objects.map((one) => JSON.parse(JSON.stringify(one)) as unknown),
        );
        expect(read.broken).toEqual([]);
      }),
    );
  });
});

/** A list that begins with this is one of records, whatever else it holds. */
const known = '{"operationName":"x"}';

const logIn = {
  array: (texts: readonly string[]) => `[${texts.join(',')}]`,
  lines: (texts: readonly string[]) => texts.join('\n'),
  wrapper: (texts: readonly string[]) => `{"records":[${texts.join(',\n')}]}`,
  lists: (texts: readonly string[]) =>
    `{"records":[${[known, ...texts.slice(0, 2)].join(',')}],"value":[${[known, ...texts.slice(2)].join(',\n')}]}`,
  wrappers: (texts: readonly string[]) => `[${texts.map((text) => `{"records":[${known},${text}]}`).join(',')}]`,
};

const chunkSizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 });

/** Lines with a piece cut out of them. */
function damaged(lines: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(lines, fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([line, from, length]) => line.slice(0, from) + line.slice(from + length));
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
