import { describe, expect, it } from 'vitest';
import { TooManySteps } from '../../../src/engine/schemas/steps.ts';
import { violations } from './violations.ts';

describe('the validator', () => {
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

  it.each<[what: string, schema: object, value: string]>([
    ['references that multiply', doubling(40), '{}'],
    ['references that multiply with the depth of a record', bushy, `${'{"a":'.repeat(60)}{}${'}'.repeat(60)}`],
    ['patterns that take long for each character', slowPatterns, JSON.stringify({ a: 'a'.repeat(300_000) })],
    ['alternatives for each of very many items', manyItems, JSON.stringify({ a: Array.from({ length: 10_000 }, () => 0) })],
    ['lengths of a long text over and over', longText, JSON.stringify({ a: 'a'.repeat(200_000) })],
    ['keys that are looked at over and over', manyKeys, JSON.stringify(Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [n, n])))],
    ['items that are compared over and over', equalItemsOften, JSON.stringify({ a: Array.from({ length: 5000 }, (_, n) => n) })],
  ])('with %s is given up after a bounded number of steps', (_, schema, value) => {
    expect(() => violations(schema, value)).toThrow(TooManySteps);
  });
});

/** References that lead through 2^depth parts. */
function doubling(depth: number): object {
  const both = (next: number): object => ({ allOf: [{ $ref: `#/$defs/${next}` }, { $ref: `#/$defs/${next}` }] });
  const parts = Array.from({ length: depth }, (_, index): [string, object] => [String(index), both(index + 1)]);
  return { $ref: '#/$defs/0', $defs: { ...Object.fromEntries(parts), [depth]: {} } };
}

const bushy = { properties: { a: { allOf: [{ $ref: '#' }, { $ref: '#' }] } } };
const often = (part: object): object => ({ properties: { a: { allOf: Array.from({ length: 1000 }, () => part) } } });
const slowPatterns = { properties: { a: { pattern: '^(a?){300}b$' } } };
const manyItems = { properties: { a: { items: { anyOf: Array.from({ length: 1000 }, () => ({ const: 1 })) } } } };
const longText = often({ maxLength: 1_000_000 });
const manyKeys = { allOf: Array.from({ length: 3000 }, () => ({ additionalProperties: true, maxProperties: 100_000 })) };
const equalItemsOften = often({ uniqueItems: true });
