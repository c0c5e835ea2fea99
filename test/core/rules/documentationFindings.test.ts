import { describe, expect, it } from 'vitest';
import { compileForms } from '../../../src/core/formats/compiledFormat.ts';
import type { FieldDocumentation } from '../../../src/core/formats/definition/formatDocumentation.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { documentationFindings } from '../../../src/core/rules/documentationFindings.ts';
import { doorFormat } from '../formats/doorFormat.ts';

const words = { title: 'T', description: 'D' };
const fields: readonly FieldDocumentation[] = [
  { ...words, path: 'badge', type: 'object', isRequired: true },
  { ...words, path: 'badge.number', type: 'integer', isRequired: true },
  { ...words, path: 'badge.holder', type: 'string', isNullable: true },
  { ...words, path: 'outcome', type: 'string', values: { granted: 'G', denied: 'D' } },
  { ...words, path: 'tags', type: 'array', values: { a: 'A' } },
  { ...words, path: 'doors[]', type: 'string' },
  { ...words, path: 'steps[].ok', type: 'boolean', isRequired: true },
  { ...words, path: 'anything' },
  { ...words, path: 'levels', type: ['array', 'number'], items: 'integer', minimum: '1', maximum: '18446744073709551615' },
  { ...words, path: 'version', isFilled: true, expected: '2' },
];

/** What is reported of a record: code, pointer, what is in the text there, arguments. */
function reported(text: string, { form = 0, strict = true } = {}): readonly unknown[] {
  const compiled = compileForms({ ...doorFormat, fields, strict, envelopes: ['event'] })[form]!;
  const bytes = new TextEncoder().encode(text);
  const root = parseValueTree(bytes, 0, bytes.length);
  return documentationFindings(compiled, bytes, root).map(({ code, pointer, start, end, args }) => [
    code,
    pointer,
    new TextDecoder().decode(bytes.subarray(start, end)),
    args.join(' '),
  ]);
}

describe('findings of a strict format', () => {
  it.each<[record: string, expected: readonly unknown[]]>([
    [
      '{"badge":{"number":7.0,"holder":null},"outcome":"DENIED","tags":["a"],"doors":["N"],"steps":[{"ok":true}],"anything":[],"more":1}',
      [],
    ],
    ['{"outcome":"granted"}', [['schema.required', '', '{"outcome":"granted"}', 'badge']]],
    ['{"badge":{}}', [['schema.required', '/badge', '{}', 'number']]],
    ['{"badge":null}', [['schema.type', '/badge', 'null', 'badge object null']]],
    ['{"badge":[]}', [['schema.type', '/badge', '[]', 'badge object array']]],
    ['{"badge":{"number":1.5}}', [['schema.type', '/badge/number', '1.5', 'number integer fraction']]],
    ['{"badge":{"number":"7"}}', [['schema.type', '/badge/number', '"7"', 'number integer string']]],
    ['{"badge":{"number":7,"holder":true}}', [['schema.type', '/badge/holder', 'true', 'holder string,null boolean']]],
    ['{"badge":{"number":7},"outcome":"lost"}', [['schema.value', '/outcome', '"lost"', 'outcome enum ']]],
    ['{"badge":{"number":7},"tags":["a","b",["c"]]}', [['schema.value', '/tags/1', '"b"', 'tags[] enum ']]],
    [
      '{"badge":{"number":7},"levels":[1,1.5,"2",0]}',
      [
        ['schema.type', '/levels/1', '1.5', 'levels[] integer fraction'],
        ['schema.type', '/levels/2', '"2"', 'levels[] integer string'],
        ['schema.value', '/levels/3', '0', 'levels[] minimum 1'],
      ],
    ],
    [
      '{"badge":{"number":7},"levels":18446744073709551616}',
      [['schema.value', '/levels', '18446744073709551616', 'levels maximum 18446744073709551615']],
    ],
    ['{"badge":{"number":7},"levels":true}', [['schema.type', '/levels', 'true', 'levels array,number boolean']]],
    ['{"badge":{"number":7},"version":""}', [['schema.value', '/version', '""', 'version minLength 1']]],
    ['{"badge":{"number":7},"version":3}', [['schema.value', '/version', '3', 'version enum ']]],
    ['{"badge":{"number":7},"tags":"a"}', [['schema.type', '/tags', '"a"', 'tags array string']]],
    ['{"badge":{"number":7},"doors":["N",3]}', [['schema.type', '/doors/1', '3', 'doors[] string number']]],
    [
      '{"badge":{"number":7},"steps":[{"ok":true},{},{"ok":0}]}',
      [
        ['schema.required', '/steps/1', '{}', 'ok'],
        ['schema.type', '/steps/2/ok', '0', 'ok boolean number'],
      ],
    ],
  ])('of %s', (record, expected) => {
    expect(reported(record)).toEqual(expected);
  });

  it('look into JSON text, whose record is reported in its place', () => {
    const record = JSON.stringify({ badge: '{"number":7}', doors: '["N"]', steps: '[{"ok":1},{"ok":2}]' });
    expect(reported(record)).toEqual([['schema.type', '', record, 'ok boolean number']]);
  });

  it('begin in the envelope', () => {
    expect(reported('{"event":{"badge":{}}}', { form: 1 })).toEqual([['schema.required', '/event/badge', '{}', 'number']]);
    expect(reported('{"event":7}', { form: 1 })).toEqual([]);
  });

  it('are none where the format is not strict', () => {
    expect(reported('{"badge":7,"outcome":"lost"}', { strict: false })).toEqual([]);
  });
});
