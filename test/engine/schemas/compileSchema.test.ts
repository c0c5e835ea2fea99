import { describe, expect, it, test } from 'vitest';
import { findingMessage } from '../../../src/core/finding/findingMessage.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { compileSchema } from '../../../src/engine/schemas/compileSchema.ts';
import { schemaViolations } from '../../../src/engine/schemas/schemaViolations.ts';
import { say } from '../../../src/protocol/say.ts';

/** What a schema says of a value: the text of each place and the demand, in the order of the text. */
function violations(schema: unknown, value: string): readonly (readonly [place: string, sentence: string])[] {
  const compiled = compileSchema(encodeText(JSON.stringify(schema)));
  if (!compiled.ok) {
    throw new Error(compiled.faults.map(({ message }) => say(message)).join('\n'));
  }
  const bytes = encodeText(value);
  const found = schemaViolations('own', parseValueTree(bytes, 0, bytes.length), compiled.validate(JSON.parse(value)));
  return found.map(({ code, start, end, args }) => [value.slice(start, end), say(findingMessage(code, args)).replace(/^.* demands: /, '')]);
}

/** The pointers and sentences of what is wrong with a schema. */
function faults(schema: unknown): readonly (readonly [pointer: string, sentence: string])[] {
  const compiled = compileSchema(encodeText(JSON.stringify(schema)));
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

  it('with a hostile pattern takes linear time, wherever the pattern is', () => {
    const text = JSON.stringify('a'.repeat(50_000) + '!');
    const hostile = '^(a+)+$';
    expect(violations({ properties: { a: { pattern: hostile } } }, `{"a":${text}}`)).toHaveLength(1);
    expect(violations({ patternProperties: { [hostile]: false } }, `{${text}:1}`)).toEqual([]);
    expect(violations({ propertyNames: { pattern: hostile } }, `{${text}:1}`)).toHaveLength(1);
  });

  it('with a form that is slow to check is not asked about very long texts', () => {
    const text = 'a-'.repeat(100_000);
    expect(violations({ properties: { a: { format: 'email' } } }, JSON.stringify({ a: `x@${text}` }))).toEqual([]);
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
});
