import { describe, it } from 'vitest';
import { checkReading } from '../reading/checkReading.ts';

const a = '{"operationName":"A","resultType":"Success"}';
const b = '{"operationName":"B"}';
const unlike = '{"id":1,"operationName":"C","targetResources":[{"targetResourceType":"x"}]}';

describe('a part of a broken record is no record', () => {
  it.each([
    '{"operationName":"X","x":["t"|:"U"},{"t":"V"}],"resultType":1}',
    '{"operationName":"X","x":[{"t":"U"}|},{"t":"V"}],"resultType":1}',
    '{"operationName":"X","x":[|}{"q":2}]}',
  ])('behind a brace that is missing or too many: %s', (marked) => {
    const text = marked.replace('|', '');
    const reported = [`syntax.invalid:${marked}`];
    checkReading(`${text}\n${a}\n`, [a], reported);
    checkReading(`${a}\n${text}\n${b}\n`, [a, b], reported, 'ndjson');
    checkReading(`${a},\n${text},\n${b},\n`, [a, b], reported, 'comma-lines');
    checkReading(`${a}${text}${b}`, [a, b], reported);
    checkReading(`[${a},${text},${b}]`, [a, b], reported, 'array');
    checkReading(`[\n${a},\n${text},\n${b}\n]\n`, [a, b], reported, 'array');
    checkReading(`{"records":[${a},${text},${b}]}`, [a, b], reported, 'wrapper');
  });

  it.each(["{|'a':'}{'}", '{"operationName":"A,"|b":"x}{y","c":1}', '{"operationName":"A,"|b":"x},{y","c":1}'])(
    'where quotation marks cannot be relied on: %s',
    (marked) => {
      const text = marked.replace('|', '');
      checkReading(`${text}\n${a}`, [a], [`syntax.invalid:${marked}`]);
      checkReading(`${a}\n${text}\n${b}`, [a, b], [`syntax.invalid:${marked}`]);
    },
  );
});

describe('a record behind a broken one is read', () => {
  it.each<[name: string, log: string, records: readonly string[], broken: readonly string[]]>([
    ['on its line', `${a}\n{"a":x}${a}\n${b}`, [a, a, b], ['syntax.invalid:{"a":|x}']],
    ['on its line, with another first key', `${a}\n{"a":x},${unlike}\n${b}`, [a, unlike, b], ['syntax.invalid:{"a":|x},']],
    ['where records begin differently', `[${a},{"b":1},{"a":x},{"c":1}]`, [a, '{"b":1}', '{"c":1}'], ['syntax.invalid:{"a":|x}']],
    ['where nothing is known of records', '[{"a":x},{"c":1}]', ['{"c":1}'], ['syntax.invalid:{"a":|x}']],
    [
      'and is told where it is broken itself',
      `[${a},${a},{"a":x},{'a':1},${b}]`,
      [a, a, b],
      ['syntax.invalid:{"a":|x}', "syntax.invalid:{|'a':1}"],
    ],
  ])('%s', (_, log, records, broken) => {
    checkReading(log, records, broken);
  });
});

describe('a line break within a text parts no record', () => {
  it.each(['\n', '\r', '\r\n'])('%j', (line) => {
    const rests = ['b"}', 'b","y":[{"z":"}"}],"resultType":1}', `b","y":{"z":"c${line}d${line}e"},"resultType":1}`];
    for (const rest of rests) {
      const text = `{"operationName":"X","x":"a${line}${rest}`;
      const reported = [`syntax.invalid:${text.replace('"a', '"a|')}`];
      checkReading(`${text}\n${a}\n`, [a], reported);
      checkReading(`${a}\n${text}\n${b}\n`, [a, b], reported, 'ndjson');
      checkReading(`${a},\n${text},\n${b},\n`, [a, b], reported, 'comma-lines');
      checkReading(`\u001e${a}\n\u001e${text}\n\u001e${b}\n`, [a, b], reported, 'json-seq');
      checkReading(`${a}${text}${b}`, [a, b], reported);
      checkReading(`[${a},${text},${b}]`, [a, b], reported, 'array');
      checkReading(`{"records":[${a},${text},${b}]}`, [a, b], reported, 'wrapper');
    }
  });

  it('hides none that begins behind it', () => {
    const cut = '{"operationName":"X","x":"a';
    checkReading(`${a}\n${cut}\n${b}\nb"}\n${a}`, [a, b, a], [`syntax.invalid:${cut}|`, 'syntax.invalid:|b"}']);
    checkReading(`${a}\n${cut}\nb","y":${unlike}}\n${a}`, [a, unlike, a], [`syntax.invalid:${cut}|\nb","y":`]);
  });
});
