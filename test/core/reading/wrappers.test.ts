import { describe, expect, it } from 'vitest';
import { readAll } from './readAll.ts';

const first = '{"operationName":"a","targetResources":[{"x":1}]}';
const second = '{"time":1,"operationName":"b"}';
const meta = '{"generated":"now"}';

/** Reads a log, in one piece and byte by byte, and compares the texts of its records and the codes of its faults. */
function check(log: string, records: readonly string[], faults: readonly string[] = []): void {
  const bytes = new TextEncoder().encode(log);
  const read = readAll(bytes);
  expect(read.records.map(({ text }) => text)).toEqual(records);
  expect(read.broken.map(({ code }) => code)).toEqual(faults);
  expect(readAll(bytes, [1])).toEqual(read);
}

describe('a record of another format', () => {
  const event = '{"eventVersion":"1.11","eventName":"a"}';

  it('is known by a key that no wrapper has, whatever lists it holds', () => {
    const listed = `{"eventVersion":"1.11","records":[${first}]}`;
    check(`${event}\n${listed}\n${event}`, [event, listed, event]);
    check(`${meta}\n${listed}`, [meta, listed]);
    // Before any record, its list says more than that key.
    check(listed, [first]);
  });
});

describe('a wrapper', () => {
  it.each<[name: string, log: string, records: readonly string[], faults?: readonly string[]]>([
    ['behind a record', `${first}\n{"value":[${second}]}`, [first, second]],
    ['between records', `${first}\n{"records":[${second}]}\n${first}`, [first, second, first]],
    ['behind another, on a line each', `{"value":[${first}]}\n{"value":[${second}]}\n{"value":[]}\n`, [first, second]],
    ['behind an object that is neither', `${meta}\n{"value":[${first}]}\n{"value":[${second}]}`, [meta, first, second]],
    ['behind an object that begins with the same key', `${meta}\n{"generated":"now","value":[${first}]}`, [meta, first]],
    ['of nothing, behind a record', `${first}\n{"value":[]}`, [first]],
    [
      'of nothing but a next link, behind a record',
      `${first}\n{"@odata.context":"c","value":[],"nextLink":"n"}`,
      [first],
      ['value.partialExport'],
    ],
    ['of records of another writer', `${meta}\n{"value":[{"OperationName":"a"}]}`, [meta, '{"OperationName":"a"}']],
    ['with an empty list before that of the records', `{"items":[],"records":[${first}]}`, [first]],
    ['with two lists', `{"value":[${first}],"items":[${second},${first}]}`, [first, second, first]],
    ['with two lists of other objects', '{"value":[{"x":1}],"items":[{"x":2}]}', ['{"x":1}', '{"x":2}']],
    ['with a list of other objects before that of the records', `{"items":[{"x":1}],"records":[${first}]}`, ['{"x":1}', first]],
    ['with a list of other objects before, behind a record', `${first}\n{"items":[{"x":1}],"records":[${second}]}`, [first, second]],
    ['with a list of other objects behind that of the records', `{"value":[${first}],"items":[{"x":1}]}`, [first]],
    [
      'with a list under a key of its own behind that of the records',
      `{"value":[${second}],"log":[${first},${second}]}`,
      [second, first, second],
    ],
    ['with a list under a key of its own before that of the records', `{"log":[${first}],"value":[${second}]}`, [first, second]],
    [
      'with a list under a key of its own before, behind a record',
      `${meta}\n{"log":[${first}],"value":[${second}]}`,
      [meta, first, second],
    ],
    ['with a list under a key of its own that is no list of records', `{"value":[${first}],"log":[${second}]}`, [first]],
    ['with two lists of the same key', `{"records":[${first}],"records":[${second}]}`, [first, second], ['syntax.duplicateKey']],
    ['with an equal key before that of the records', `{"value":[],"value":[${first}]}`, [first], ['syntax.duplicateKey']],
    ['with an equal key behind that of the records', `{"value":[${first}],"value":null}`, [first], ['syntax.duplicateKey']],
    [
      'with two lists and a link between them',
      `{"value":[${first}],"nextLink":"n","items":[${second}]}`,
      [first, second],
      ['value.partialExport'],
    ],
    ['with a second list that is cut', `{"value":[${first}],"items":[${second},{"operationName":`, [first, second], ['syntax.truncated']],
    [
      'with a comma behind the last record of its first list',
      `{"value":[${first},],"items":[${second}]}`,
      [first, second],
      ['syntax.trailingComma'],
    ],
    ['that is cut, behind a record', `${first}\n{"value":[${second},{"operationName":`, [first, second], ['syntax.truncated']],
    ['pretty-printed, behind a record', `${first}\n{\n "value": [\n  ${second}\n ]\n}\n${first}`, [first, second, first]],
    ['of a list that closes within a record', `{"value":[${first}],"operationName":"b"},${second}]}`, [first, second], ['syntax.invalid']],
  ])('%s is opened', (_, log, records, faults) => {
    check(log, records, faults);
  });
});

describe('the key of the list of a wrapper', () => {
  it.each(['records', 'Records', 'RECORDS', 'value', 'Value', 'items', 'Items', 'events', 'Events', 'EVENTS', 'rec\\u006frds'])(
    '%s is known',
    (key) => {
      check(`{"${key}":[{"x":1},{"x":2}]}`, ['{"x":1}', '{"x":2}']);
      check(`{"${key}":[${first}],"COUNT":1}\n{"${key}":[${second}]}`, [first, second]);
      check(`${first}\n{"${key}":[],"Count":0,"NextLink":null}`, [first]);
      check(`{"value":[${first}],"${key === 'value' ? 'x' : key}":[${first}]}`, [first, first]);
      // In what is broken, too.
      check(`{"a":tru,"${key}":[${first},${second}]}\n`, [first, second], ['syntax.invalid']);
    },
  );

  it('is repeated only by the very same key', () => {
    check(`{"records":[${first}],"Records":[${second}]}`, [first, second]);
    check(`{"Items":[${first}],"Items":[${second}]}`, [first, second], ['syntax.duplicateKey']);
    check(`{"items":[${first}],"it\\u0065ms":[${second}]}`, [first, second], ['syntax.duplicateKey']);
  });

  it.each(['nextLink', 'NextLink', '@odata.nextLink', '@odata.nextlink', 'next\\u004cink'])('may stand beside %s', (key) => {
    check(`{"value":[${first}],"${key}":"n"}`, [first], ['value.partialExport']);
    check(`{"${key}":"n","value":[${first}]}`, [first], ['value.partialExport']);
  });

  it('is told on its line where a link stands before it', () => {
    const { broken } = readAll(new TextEncoder().encode(`{\n"nextLink":"n",\n"value":[],\n"value":[\n${first}]}`));
    expect(broken.map(({ code, line }) => [code, line])).toEqual([
      ['value.partialExport', 2],
      ['syntax.duplicateKey', 4],
    ]);
  });
});

describe('a wrapper in a list', () => {
  it.each<[name: string, log: string, records: readonly string[], faults?: readonly string[]]>([
    ['of wrappers', `[{"records":[${first},${second}]},{"records":[${first}]}]`, [first, second, first]],
    ['of empty ones', `[{"value":[]},{"value":[${first}]},{"value":[]}]`, [first]],
    ['of wrappers and records', `[${first},{"value":[${second}],"nextLink":null},${first}]\n`, [first, second, first]],
    ['of wrappers of other objects', '[{"value":[{"x":1}]},{"value":[{"x":2}]}]', ['{"x":1}', '{"x":2}']],
    ['of a wrapper', `{"value":[{"records":[${first},${second}]},${first}]}`, [first, second, first]],
    ['of lists', `[{"records":[${first}],"records":[${second}]},{"records":[${first}]}]`, [first, second, first], ['syntax.duplicateKey']],
    ['that is cut', `[{"records":[${first}]},{"records":[${second}`, [first, second], ['syntax.truncated']],
    ['behind which the end is cut off', `[{"records":[${first}]}`, [first], ['syntax.truncated']],
    ['of a wrapper that was cut', `{"records":[${first},\n{"records":[${second}]}`, [first, second], ['syntax.truncated']],
    [
      'of two that were cut',
      `{"records":[${first},\n{"records":[${first},\n{"records":[${second}]}`,
      [first, first, second],
      ['syntax.truncated'],
    ],
    ['of a wrapper that was cut without a comma', `{"records":[${first}\n{"records":[${second}]}\n`, [first, second], ['syntax.invalid']],
    [
      'behind another, in one that was cut',
      `{"records":[${first},\n{"records":[${first}]}\n{"records":[${second}]}\n{"records":[${second}]}`,
      [first, first, second, second],
      ['syntax.invalid'],
    ],
    ['without its brace', `[{"records":[${first}],{"records":[${second}]}]`, [first, second], ['syntax.invalid']],
    ['without a comma behind it', `[{"records":[${first}]}{"records":[${second}]}]`, [first, second], ['syntax.invalid']],
    ['with a broken record at its end', `[{"records":[${first},{"a":x}]},{"records":[${second}]}]`, [first, second], ['syntax.invalid']],
    ['with a broken record, at the end', `[{"records":[${first}]},{"records":[${second},{"a":x}]}]`, [first, second], ['syntax.invalid']],
    ['with a record that is cut', `[{"records":[${first},{"a":]},{"records":[${second}]}]`, [first, second], ['syntax.invalid']],
    ['with a record that lost its brace', `[{"records":[${first},{"a":x]},{"records":[${second}]}]`, [first, second], ['syntax.invalid']],
  ])('%s is opened', (_, log, records, faults) => {
    check(log, records, faults);
  });

  it.each(['{"id":1,"items":[{"x":1}]}', '{"id":1,"items":[]}', '{"a":{"records":[{"operationName":"a"}]}}'])('is none: %s', (record) => {
    check(`[${first},${record}]`, [first, record]);
    check(`{"value":[${first},${record}]}`, [first, record]);
    check(`{"value":[${record}]}`, [record]);
  });
});

describe('what closes a wrapper', () => {
  const cut = '{"operationName":';

  it.each<[name: string, log: string, records: readonly string[], faults?: readonly string[]]>([
    ['closes it within a record that is cut', `{"records":[${first},${cut}]}\n`, [first]],
    ['closes it before another', `{"records":[${first},${cut}tru]}\n{"records":[${second}]}\n`, [first, second]],
    ['closes it before a link', `{"records":[${first},${cut}],"nextLink":"n"}`, [first], ['syntax.invalid', 'value.partialExport']],
    ['may be a part of the record, before its end', `{"records":[${first},${cut}]}]}`, [first]],
    ['may be a part of the record, before another', `{"records":[${first},${cut}]},${first}]}`, [first, first]],
    ['may be a part of the record, before a member', `{"records":[${first},${cut}],"resultType":"x"},${first}]}`, [first, first]],
  ])('%s', (_, log, records, faults = ['syntax.invalid']) => {
    check(log, records, faults);
  });
});

describe('a damaged wrapper', () => {
  it.each<[name: string, log: string, records: readonly string[], faults?: readonly string[]]>([
    ['its list is closed too early', `{"records":[${first}]${second},${first}]}`, [first, second, first]],
    ['its list is closed too early, behind a comma', `{"records":[${first},]${second},${first}]}`, [first, second, first]],
    ['its list is closed too early, before a comma', `{"records":[${first}],${second},${first}]}`, [first, second, first]],
    ['its list is closed too early, and nothing else', `{"records":[${first}]${second}}\n${first}`, [first, second, first]],
    ['its brace is missing before other records', `{"records":[${first}]\n${second}\n${first}`, [first, second, first]],
    ['a key follows its list, and an item', `{"records":[${first}],"a":${second},${first}]}`, [first, second, first]],
    ['it is cut before a value, and lines follow', `{"value":[${first}],"nextLink":\n${second}\n${first}`, [first, second, first]],
    [
      'it is cut before a value, and another follows',
      `{"value":[${first}],"nextLink":\n{"value":[${second},${first}]}`,
      [first, second, first],
    ],
    ['a line stands before its first record', `{"value":[\n---\n${first},${second}]}\n${first}`, [first, second, first]],
    ['its head has a broken value', `{"a":tru,"records":[${first},${second}]}\n`, [first, second]],
    ['its list does not begin', `{"records":${first},${second}]}`, [first, second]],
    ['the colon before its list is missing', `{"records"[${first},${second}],"nextLink":null}`, [first, second]],
    ['its key has no quotes', `{records:[${first},${second}]}\n{"records":[${first}]}`, [first, second, first]],
  ])('keeps its records, with one fault: %s', (_, log, records) => {
    check(log, records, ['syntax.invalid']);
  });

  it('may be followed by another one', () => {
    check(`{"value":[${first}],"nextLink":\n{"value":[${second},${first}`, [first, second, first], ['syntax.invalid', 'syntax.truncated']);
  });

  it('is closed once only', () => {
    check(`{"records":${first},${second}]}]}`, [first, second], ['syntax.invalid', 'syntax.invalid']);
  });

  it.each([`{"x":${first}}`, second, `[${second}]`])('is none for the member %s behind its list', (value) => {
    check(`{"records":[${first}],"more":${value}}`, [first]);
    check(`{"records":[${first}],"more":${value},"count":1}`, [first]);
  });
});

describe('a record', () => {
  it.each<[name: string, log: string]>([
    ['with a list of objects behind its first key', '{"operationName":"a","value":[{"x":1}]}'],
    ['that begins with a list of objects', '{"value":[{"x":1}],"operationName":"a"}'],
    ['that begins with an empty list', '{"items":[],"operationName":"a"}'],
    ['that begins with a list of texts', '{"records":["x"],"operationName":"a"}'],
    ['that begins with an object', '{"value":{"x":[{"operationName":"y"}]},"operationName":"a"}'],
    ['of another writer', '{"value":[{"x":1}],"OperationName":"a"}'],
    ['within a payload', '{"items":[{"x":1}],"payload":"{}"}'],
  ])('%s is no wrapper', (_, record) => {
    check(record, [record]);
    check(`${record}\n${record}`, [record, record]);
    check(`${first}\n${record}\n${first}`, [first, record, first]);
    check(`{"value":[${first}]}\n${record}`, [first, record]);
  });

  it.each<[name: string, record: string]>([
    ['without any known key', '{"id":1,"items":[{"x":1}]}'],
    ['without any known key and with an empty list', '{"id":1,"items":[]}'],
    ['with a list of other objects', '{"value":[{"x":1}]}'],
  ])('%s behind another is no wrapper', (_, record) => {
    check(`${first}\n${record}`, [first, record]);
    check(`${meta}\n${record}`, [meta, record]);
  });

  it('is told from a wrapper by no more than its beginning', () => {
    const long = `{"value":[{"x":"${'x'.repeat(300_000)}"}],"operationName":"a"}`;
    const bytes = new TextEncoder().encode(`${first}\n${long}\n${first}`);
    expect(readAll(bytes, [50_000]).records.map(({ text }) => text)).toEqual([first, long, first]);
  });
});
