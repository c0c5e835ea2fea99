import { describe, expect, it } from 'vitest';
import { violations } from './violations.ts';

describe('a schema', () => {
  it('with very many alternatives says once that a value is none of them', () => {
    const schema = { properties: { a: { anyOf: Array.from({ length: 3000 }, (_, index) => ({ const: index })) } } };
    expect(violations(schema, '{"a":-1}')).toEqual([['-1', 'it does not meet “anyOf”.']]);
  });

  it('of which very many demands are not met says some of them, and how many more there are', () => {
    const found = violations({ required: Array.from({ length: 3000 }, (_, index) => `k${index}`) }, '{}');
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toEqual(['{}', 'so many more of its demands are not met: 2900.']);
  });

  it('says of alternatives what is wrong deeper inside, at any depth', () => {
    const schema = { properties: { a: { anyOf: [{ type: 'string' }, { items: { properties: { b: { minimum: 3 } } } }] } } };
    expect(violations(schema, '{"a":[{"b":1}]}')).toEqual([['1', 'it must be 3 or more.']]);
  });
});
