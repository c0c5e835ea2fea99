import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { matchesRecord } from '../../../src/core/query/compileQuery.ts';
import { andTerm, fieldValuesOf, literalTerm, withFieldValues } from '../../../src/core/query/editQuery.ts';
import { queryText } from './arbitraryQuery.ts';
import { fieldsOf } from './plainRecord.ts';
import { parsed } from './shape.ts';
import { runs } from '../../runs.ts';

describe('values of a field are put into a filter', () => {
  test.each([
    ['', 'operation', ['A'], 'operation:A'],
    ['', 'operation', ['A', 'B c'], 'operation:(A, "B c")'],
    ['', 'operation', ['A', 'A'], 'operation:A'],
    ['', 'operation', [], ''],
    ['', 'request', [null, 'a'], 'request:(null, a)'],
    ['operation:X result:Y', 'operation', ['A'], 'operation:A result:Y'],
    ['a operation:X b operation:Set* c', 'operation', ['A'], 'a operation:A b c'],
    ['operation:X', 'operation', [], ''],
    ['operationName:X a', 'operation', [], 'a'],
    ['caller.upn:X', 'caller.UPN', ['Y'], 'caller.UPN:Y'],
    ['caller.BADGE:X', 'caller.badge', ['Y'], 'caller.badge:Y'],
    ['key.X:1', 'key.x', ['2'], 'key.X:1 key.x:2'],
    ['-operation:X', 'operation', ['A'], '-operation:X operation:A'],
    ['a OR operation:X', 'operation', ['A'], '(a OR operation:X) operation:A'],
    ['a OR b', 'operation', [], 'a OR b'],
    ['(a OR b) operation:X', 'operation', [], 'a OR b'],
    ['a "', 'operation', ['A'], 'operation:A'],
    [
      '',
      'key.x',
      ['5', '0.5', '5.0', '2020', '2020-11-23', '1..2', 'a', null],
      'key.x:(5, 0.5, "5.0", "2020", "2020-11-23", "1..2", a, null)',
    ],
    ['', 'ip', ['192.0.2.7', 'lambda.amazonaws.com'], 'ip:(192.0.2.7, lambda.amazonaws.com)'],
    ['', 'seq', ['5', 'x', null], 'seq=(5, "x", null)'],
    ['', 'time', ['2020-11-23T18:23:29.9427158Z', '2020-11-23'], 'time=(2020-11-23T18:23:29.9427158Z, "2020-11-23")'],
  ] as const)('%s, %s %j: %s', (text, field, values, expected) => {
    expect(withFieldValues(text, field, values)).toBe(expected);
  });

  test('and read back, whatever they are and whatever stands around them', () => {
    const field = fc.constantFrom('operation', 'caller.UPN', 'key."x', 'seq', 'time', 'ip');
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(null, 'null', '*', '5', '2020-11-23T00:00:00Z', '2020'));
    fc.assert(
      fc.property(queryText, field, fc.uniqueArray(value, { maxLength: 5 }), (text, name, values) => {
        const edited = withFieldValues(text, name, values);
        parsed(edited);
        expect(fieldValuesOf(edited, name)).toEqual(values);
        expect(withFieldValues(edited, name, values)).toBe(edited);
      }),
      { numRuns: runs(1000) },
    );
  });
});

test.each([
  ['', []],
  ['operation:(A, "b c", C*) operation:A', ['A', 'b c']],
  ['operation=A -operation:B', ['A']],
  ['operation:A OR b', []],
  ['operation:null', [null]],
  ['operation~/a/', []],
  ['operation:A (', []],
])('picked values of %j: %j', (text, expected) => {
  expect(fieldValuesOf(text, 'operation')).toEqual(expected);
});

test.each([
  ['seq:(5, 7..9) seq:6', 'seq', ['5', '6']],
  ['seq>5', 'seq', []],
  ['time:2020-11-23', 'time', ['2020-11-23']],
  ['key.x:(5, 2020-11-23, 1..2) key.x>5', 'key.x', ['5', '2020-11-23']],
] as const)('picked values of %j, %s: %j', (text, field, expected) => {
  expect(fieldValuesOf(text, field)).toEqual(expected);
});

describe('a filter is narrowed', () => {
  test.each([
    ['', 'a', 'a'],
    ['a', '', 'a'],
    ['a', 'operation:X', 'a operation:X'],
    ['a OR b', 'c', '(a OR b) c'],
    ['a', 'b OR c', 'a (b OR c)'],
    ['a b', 'c a', 'a b c'],
    ['operation:"X"', 'operation:X', 'operation:X'],
    ['a', '-operation:X', 'a -operation:X'],
    ['a', '(', 'a'],
  ])('%s, %s: %s', (text, term, expected) => {
    expect(andTerm(text, term)).toBe(expected);
  });

  test('to what both find', () => {
    const record = fieldsOf({ operation: 'a', result: 'Success', seq: '512', time: '2020-11-23T18:00:00Z', text: 'null' });
    const plain = queryText.filter((text) => !text.includes('~/'));
    fc.assert(
      fc.property(plain, plain, (left, right) => {
        const matches = (text: string): boolean => matchesRecord(parsed(text), record, { wholeLog: () => () => true });
        expect(matches(andTerm(left, right))).toBe(matches(left) && matches(right));
      }),
    );
  });
});

describe('a literal term', () => {
  test.each([
    ['operation', 'SetCurrentPolicy', 'operation:SetCurrentPolicy'],
    ['operation', 'a*', 'operation:"a*"'],
    ['operation', 'null', 'operation:"null"'],
    ['operation', null, 'operation:null'],
    ['operation', '', 'operation:""'],
    ['caller.My Type', 'x', 'caller."My Type":x'],
    ['key.', 'x', 'key."":x'],
    ['description', 'say "hi"\\\n\u0000\u202e', 'description:"say \\"hi\\"\\\\\\u{a}\\u{0}\\u{202e}"'],
    ['env_seqNum', '1000.0', 'seq:1000.0'],
    ['seq', '<b>', 'seq="<b>"'],
    ['time', '2020-11-23 18:23:29Z', 'time:2020-11-23T18:23:29Z'],
    ['time', 'yesterday', 'time="yesterday"'],
    ['ip', '[2001:DB8::0:7]:443', 'ip:2001:db8::7'],
    ['key.a.b', '7', 'key.a.b:7'],
    ['key.a b.c', 'x', 'key."a b.c":x'],
  ])('%s %j: %s', (field, value, expected) => {
    expect(literalTerm(field, value)).toBe(expected);
  });

  test('finds any hostile text, and nothing else', () => {
    const unit = fc.oneof(
      fc.constantFrom('"', '\\', '*', '?', ')', ',', ' ', '\n', 'u{', 'a'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const field = fc.constantFrom('operation', 'caller.UPN', 'key.x', 'seq', 'time');
    fc.assert(
      fc.property(field, fc.string({ unit }), fc.string({ unit }), (name, value, other) => {
        const term = parsed(literalTerm(name, value));
        expect(matchesRecord(term, fieldsOf({ [name.toLowerCase()]: value }))).toBe(true);
        expect(matchesRecord(term, fieldsOf({ [name.toLowerCase()]: other }))).toBe(value.toLowerCase() === other.toLowerCase());
      }),
      { numRuns: runs(1000) },
    );
  });

  test('of an unknown field is a fault of the caller', () => {
    expect(() => literalTerm('operaton', 'x')).toThrow(RangeError);
  });
});
