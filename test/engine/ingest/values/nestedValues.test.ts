import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLossyParts } from '../../../../src/core/rules/lossyParts.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { NestedValues } from '../../../../src/engine/ingest/values/nestedValues.ts';
import { runs } from '../../../runs.ts';

const nested = new NestedValues(3);

function check(text: string, expected: boolean): void {
  const bytes = new TextEncoder().encode(text);
  expect(nested.areLossless(bytes, 0, bytes.length)).toBe(expected);
  expect(findLossyParts(bytes, parseValueTree(bytes, 0, bytes.length)).length === 0).toBe(expected);
}

const many = Array.from({ length: 40 }, (_, index) => `"key ${index}":${index}`);

describe('of a nested value', () => {
  it.each([
    '[]',
    '{}',
    '{"a":{"a":[{"a":1},{"a":1}]},"b":{"a":1}}',
    '{"a":"\\"a\\":1,\\"a\\":2","a\\"":1}',
    '[0,-1.5,1e3,0.12345678901234567890,123456789012345]',
    '{"\\u0061":1,"\\u0062":2}',
    `{${many.join(',')}}`,
  ])('nothing is lost: %s', (text) => {
    check(text, true);
  });

  it.each([
    '{"a":1,"a":1}',
    '[{"x":{"a":1,"b":2,"a":3}}]',
    '{"a":1,"\\u0061":1}',
    '{"\\ud83d\\ude00":1,"😀":1}',
    '{"a":{"b":1},"c":{},"a":{}}',
    '[18446744073709551615]',
    '{"a":[1e400]}',
    '[1e-400]',
    `{${[...many, many[7]].join(',')}}`,
  ])('something is lost: %s', (text) => {
    check(text, false);
  });

  it('nothing is taken for lossless of which the specification tells something', () => {
    const key = fc.constantFrom('a', 'b', '\\u0061', '\\"', 'ä', '\\ud800');
    const value = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', '""', '"a"', 'null', '-0.5', '9007199254740993', '9007199254740992', '1e22', '[]', '{}'),
        fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(fc.tuple(key, tie('value')), { maxLength: 4 })
          .map((members) => `{${members.map(([one, item]) => `"${one}": ${item}`).join(' ,')}}`),
      ),
    })).value;
    fc.assert(
      fc.property(value, (text) => {
        const bytes = new TextEncoder().encode(`[${text}]`);
        expect(nested.areLossless(bytes, 0, bytes.length)).toBe(findLossyParts(bytes, parseValueTree(bytes, 0, bytes.length)).length === 0);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('deeper ones are left to the specification', () => {
    const bytes = new TextEncoder().encode('['.repeat(1000) + ']'.repeat(1000));
    expect(nested.areLossless(bytes, 0, bytes.length)).toBe(false);
  });
});
