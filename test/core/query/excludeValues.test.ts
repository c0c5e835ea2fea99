import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excludedValuesOf, withExcludedValues, withOnlyValue, withoutValues } from '../../../src/core/query/excludeValues.ts';
import { fieldValuesOf } from '../../../src/core/query/editQuery.ts';
import { runs } from '../../runs.ts';
import { queryText } from './arbitraryQuery.ts';
import { parsed } from './shape.ts';

describe('values of a field are left out of a filter', () => {
  test.each([
    ['', ['A'], '-operation:A'],
    ['result:X', ['A', 'B c', null], 'result:X -operation:A -operation:"B c" -operation:null'],
    ['-operation:A result:X -operation:(B, C)', ['D'], 'result:X -operation:D'],
    ['operation:A', ['B'], 'operation:A -operation:B'],
    ['-operation:Set* -(operation:A b) -operation:(A, B*)', [], '-operation:Set* -(operation:A b) -operation:(A, B*)'],
    ['a OR b', ['A'], '(a OR b) -operation:A'],
  ] as const)('%s, %j: %s', (text, values, expected) => {
    expect(withExcludedValues(text, 'operation', values)).toBe(expected);
  });

  test('and read back, whatever they are and whatever is around them', () => {
    const field = fc.constantFrom('operation', 'caller.UPN', 'key."x"', 'seq', 'time', 'ip');
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(null, 'null', '*', '5', '2020-11-23T00:00:00Z'));
    fc.assert(
      fc.property(queryText, field, fc.uniqueArray(value, { maxLength: 4 }), (text, name, values) => {
        const edited = withExcludedValues(text, name, values);
        parsed(edited);
        expect(excludedValuesOf(edited, name)).toEqual(values);
        expect(withExcludedValues(edited, name, values)).toBe(edited);
        expect(excludedValuesOf(withoutValues(edited, name), name)).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });
});

test.each([
  ['', 'operation:A'],
  ['operation:(B, C) x', 'operation:A x'],
  ['-operation:A -operation:B x', 'x operation:A'],
])('one value alone is demanded: %s', (text, expected) => {
  expect(withOnlyValue(text, 'operation', 'A')).toBe(expected);
  expect(fieldValuesOf(withOnlyValue(text, 'operation', 'A'), 'operation')).toEqual(['A']);
});
