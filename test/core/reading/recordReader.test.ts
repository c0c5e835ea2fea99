import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll } from './readAll.ts';

const encoder = new TextEncoder();

/**
 * Reads a log and compares: the records' texts in order, and for each broken stretch `code:text`, with `|` at the point
 * of failure.
 */
function check(log: string, records: readonly string[], broken: readonly string[] = [], container?: string): void {
  const bytes = encoder.encode(log);
  const read = readAll(bytes);
  expect(read.records.map((record) => record.text)).toEqual(records);
  expect(
    read.broken.map(({ code, start, end, failure }) => {
      const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
      return `${code}:${text(start, failure)}|${text(failure, end)}`;
    }),
  ).toEqual(broken);
  if (container !== undefined) {
    expect(read.container).toBe(container);
  }
  for (const record of read.records) {
    expect(new TextDecoder().decode(bytes.subarray(record.offset)).startsWith(record.text)).toBe(true);
    expect(record.line).toBe(lineOf(log, bytes, record.offset));
  }
  for (const size of [1, 2, 3, 7, 64]) {
    expect(readAll(bytes, [size])).toEqual(read);
  }
}

function lineOf(log: string, bytes: Uint8Array, offset: number): number {
  return new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n|\n|\r/).length;
}

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
    ['a line cut within an array does not swallow the next', `${a}\n{"a":[\n${b}\n${a}`, [a, b, a], ['syntax.invalid:{"a":[|']],
    ['a trailing comma in a record', `{"a":1,}\n${b}`, [b], ['syntax.trailingComma:{"a":1,|}']],
    ['a trailing comma in an array', `[${a},]`, [a], ['syntax.trailingComma:|,']],
    ['single quotes', `${a}\n{'a':1}\n${b}`, [a, b], [`syntax.invalid:{|'a':1}`]],
    ['a raw control character', `{"a":"x\ty"}\n${b}`, [b], ['syntax.invalid:{"a":"x|\ty"}']],
    ['a stray brace', `${a}}\n${b}`, [a, b], ['syntax.invalid:|}']],
    [
      'values that are no objects',
      `1\n"x"\n${a}\nnull`,
      [a],
      ['syntax.notAnObject:|1', 'syntax.notAnObject:|"x"', 'syntax.notAnObject:|null'],
    ],
    ['a missing comma in an array', `[${a} ${b}]`, [a, b], ['syntax.invalid:|{']],
    ['a bad record within one line', `[{"a":1},{"a":x},{"a":3}]`, [a, '{"a":3}'], ['syntax.invalid:{"a":|x}']],
    ['an open string within one line', `[{"a":1},{"a":"x},{"a":3}]`, [a, '{"a":3}'], ['syntax.invalid:{"a":"x}|']],
    [
      'a bad record of a pretty array',
      `[\n  {\n    "a": 1\n  },\n  {\n    "a": x,\n    "b": {}\n  },\n  {\n    "a": 3\n  }\n]`,
      ['{\n    "a": 1\n  }', '{\n    "a": 3\n  }'],
      ['syntax.invalid:{\n    "a": |x,\n    "b": {}\n  }'],
    ],
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
        fc.constantFrom('array', 'lines', 'wrapper'),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (objects, indent, container, sizes) => {
          fc.pre(objects.every((one) => !['records', 'Records', 'value', 'items', 'Events'].some((key) => Object.hasOwn(one, key))));
          const texts = objects.map((one) => JSON.stringify(one, undefined, indent));
          const log =
            container === 'array'
              ? `[${texts.join(',')}]`
              : container === 'lines'
                ? texts.join('\n')
                : `{"records":[${texts.join(',\n')}]}`;
          const read = readAll(encoder.encode(log), sizes);
          expect(read.records.map((record) => record.text)).toEqual(texts.map((text) => new TextDecoder().decode(encoder.encode(text))));
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
      { numRuns: 2000 },
    );
  });
});
