import { describe, expect, it, test } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { compileSchema } from '../../../src/engine/schemas/compileSchema.ts';
import { safeAjv } from '../../../src/engine/schemas/safeAjv.ts';
import { say } from '../../../src/protocol/say.ts';
import { violations } from './violations.ts';

/** The pointers and sentences of what is wrong with a schema. */
function faults(schema: unknown): readonly (readonly [pointer: string, sentence: string])[] {
  const compiled = compileSchema(encodeText(JSON.stringify(schema)), safeAjv);
  return compiled.ok ? [] : compiled.faults.map(({ pointer, message }) => [pointer, say(message)]);
}

describe('a schema', () => {
  test.each<[schema: object | boolean, value: string, found: readonly (readonly [place: string, sentence: string])[]]>([
    [{}, '{"a":1}', []],
    [false, '{"a":1}', [['{"a":1}', 'it does not meet “false schema”.']]],
    [{ required: ['toString', 'a'] }, '{"a":1}', [['{"a":1}', 'the field “toString” is missing.']]],
    [{ properties: { a: { type: ['string', 'null'] } } }, '{"a":1}', [['1', 'it must be a string or null.']]],
    [{ properties: { a: { enum: ['x', { y: 1 }] } } }, '{"a":1}', [['1', 'it must be one of "x", {"y":1}.']]],
    [{ properties: { a: { uniqueItems: true } } }, '{"a":[1,2,2]}', [['[1,2,2]', 'its items 1 and 2 are equal.']]],
    [{ properties: { a: { uniqueItems: false } } }, '{"a":[1,1]}', []],
    [{ properties: { a: { format: 'email' } } }, '{"a":"ann"}', [['"ann"', 'it must have the form “email”.']]],
    [
      { properties: { a: { format: 'date-time' } } },
      '{"a":"2026-13-01T00:00:00Z"}',
      [['"2026-13-01T00:00:00Z"', 'it must have the form “date-time”.']],
    ],
    [{ properties: { a: { format: 'unheard-of' } } }, '{"a":"ann"}', []],
    [{ propertyNames: { maxLength: 1 } }, '{"ab":1}', [['"ab"', 'it does not meet “propertyNames”.']]],
    [{ unevaluatedProperties: false, properties: { a: {} } }, '{"a":1,"b":2}', [['"b"', 'there must be no such field.']]],
    [{ dependentRequired: { a: ['b'] } }, '{"a":1}', [['{"a":1}', 'the field “b” is missing.']]],
    [JSON.parse('{"if":{"required":["a"]},"then":{"required":["b"]}}') as object, '{"a":1}', [['{"a":1}', 'the field “b” is missing.']]],
    // Of alternatives: what was meant and mistyped, else that there is none.
    [{ properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } }, '{"a":1}', [['1', 'it does not meet “anyOf”.']]],
    [
      { properties: { a: { oneOf: [{ type: 'string' }, { properties: { b: { minimum: 3 } } }] } } },
      '{"a":{"b":1}}',
      [['1', 'it must be 3 or more.']],
    ],
    // The version decides what a keyword means.
    [
      { $schema: 'http://json-schema.org/draft-07/schema#', properties: { a: { items: [{ type: 'string' }] } } },
      '{"a":[1]}',
      [['1', 'it must be a string.']],
    ],
    [
      { $schema: 'https://json-schema.org/draft/2019-09/schema', properties: { a: { items: [{ type: 'string' }] } } },
      '{"a":[1]}',
      [['1', 'it must be a string.']],
    ],
    [{ properties: { a: { prefixItems: [{ type: 'string' }] } } }, '{"a":[1]}', [['1', 'it must be a string.']]],
    // Several patterns are told apart.
    [{ properties: { a: { pattern: '^x' }, b: { pattern: '^y' } } }, '{"a":"x","b":"x"}', [['"x"', 'it must match ^y.']]],
  ])('%j says of %s what it refuses', (schema, value, found) => {
    expect(violations(schema, value)).toEqual(found);
  });

  test.each<[schema: unknown, found: readonly (readonly [pointer: string, sentence: string])[]]>([
    [[7], [['', 'The value must be of type object,boolean.']]],
    [{ properties: { a: { minLength: 'x' } } }, [['/properties/a/minLength', 'The value must be of type integer.']]],
    [{ $ref: '#/$defs/none' }, [['/$ref', '“#/$defs/none” is not in this file; schemas are not loaded from elsewhere.']]],
    [{ patternProperties: { 'a(?!b)': {} } }, [['/patternProperties/a(?!b)', '“(?!” does not begin a kind of group that is supported.']]],
    [{ $async: true }, [['', 'An asynchronous schema cannot be used.']]],
    // What only looks like a pattern or a reference.
    [{ const: { pattern: '(?=x)' }, properties: { pattern: { type: 'string' }, $ref: { type: 'string' } } }, []],
  ])('%j is itself at fault as said', (schema, found) => {
    expect(faults(schema)).toEqual(found);
  });

  it('may refer to itself', () => {
    const tree = { $defs: { node: { properties: { next: { $ref: '#/$defs/node' } }, required: ['id'] } }, $ref: '#/$defs/node' };
    expect(violations(tree, '{"id":1,"next":{"id":2,"next":{}}}')).toEqual([['{}', 'the field “id” is missing.']]);
  });

  test.each<[what: string, schema: string, sentence: RegExp]>([
    ['nests too deeply', `${'{"items":'.repeat(20_000)}{}${'}'.repeat(20_000)}`, /./],
    ['nests as deeply as JSON may here', `${'{"not":'.repeat(400)}{}${'}'.repeat(400)}`, /./],
    ['has very many values', JSON.stringify({ enum: Array.from({ length: 50_001 }, (_, index) => index) }), /^The schema is too large/],
    [
      'has very many errors',
      JSON.stringify({ allOf: Array.from({ length: 2000 }, () => ({ minLength: 'x' })) }),
      /^The value must be of type/,
    ],
    [
      'has very many patterns that are none',
      JSON.stringify({ allOf: Array.from({ length: 2000 }, () => ({ pattern: '(' })) }),
      /^The “\)” that closes/,
    ],
    ['refers from one part to the next', chain(5000), /./],
  ])('that %s ends with an error at most', (_, text, sentence) => {
    const compiled = compileSchema(encodeText(text), safeAjv);
    const words = compiled.ok ? ['none'] : compiled.faults.map(({ message }) => say(message));
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(501);
    expect(words[0]).toMatch(sentence);
    expect(words.length === 501).toBe(/has very many (errors|patterns)/.test(_));
  });
});

/** References of which each leads to the next. */
function chain(length: number): string {
  const parts = Array.from({ length }, (_, index): [string, object] => [`p${index}`, { not: { $ref: `#/$defs/p${index + 1}` } }]);
  return JSON.stringify({ $ref: '#/$defs/p0', $defs: { ...Object.fromEntries(parts), [`p${length}`]: {} } });
}
