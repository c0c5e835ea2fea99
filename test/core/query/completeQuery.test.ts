import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { completeQuery } from '../../../src/core/query/completeQuery.ts';
import { runs } from '../../runs.ts';

/** The caret is at `|`. */
function complete(marked: string) {
  const position = marked.indexOf('|');
  return completeQuery(marked.replace('|', ''), position);
}

describe('fields', () => {
  test.each([
    ['|', '', '', 'operation', ['NOT']],
    ['op|', 'op', 'op', 'operation', []],
    ['o|per:x', 'o', 'oper', 'operation', []],
    ['a re|', 're', 're', 'result', []],
    ['(-cal|', 'cal', 'cal', 'caller', []],
    ['caller.U|', 'caller.U', 'caller.U', 'caller.UPN', []],
    ['env_s|', 'env_s', 'env_s', 'env_seqNum', []],
    ['seqnum|', 'seqnum', 'seqnum', 'env_seqNum', []],
    ['a |', '', '', 'operation', ['AND', 'OR', 'NOT']],
    ['a | b', '', '', 'operation', ['AND', 'OR', 'NOT']],
    ['"a" |', '', '', 'operation', ['AND', 'OR', 'NOT']],
    ['"a" re|', 're', 're', 'result', []],
    ['a AND |', '', '', 'operation', ['NOT']],
    ['a A|', 'A', 'A', 'auditEventCategory', ['AND']],
    ['operation:(A, "b") |', '', '', 'operation', ['AND', 'OR', 'NOT']],
    ['(a) |', '', '', 'operation', ['AND', 'OR', 'NOT']],
    ['operation~/a (b/i r|', 'r', 'r', 'result', []],
    ['zzzz|', 'zzzz', 'zzzz', undefined, []],
  ])('%s', (marked, prefix, replaced, first, operators) => {
    const found = complete(marked);
    expect(found?.kind).toBe('field');
    if (found?.kind === 'field') {
      const text = marked.replace('|', '');
      expect([found.prefix, text.slice(found.from, found.to), found.fields[0], found.operators]).toEqual([
        prefix,
        replaced,
        first,
        operators,
      ]);
    }
  });
});

describe('functions', () => {
  test.each([
    ['fi|', ['first'], ':'],
    ['a -co|', ['count'], ':'],
    ['First|', ['first'], ':'],
    ['|', [], ':'],
    ['x|', [], ':'],
  ])('%s begins one', (marked, functions, after) => {
    expect(complete(marked)).toMatchObject({ kind: 'field', functions, after });
  });

  test.each([
    ['first(|', '', '', 'operation', ')'],
    ['a first( ca|l)', 'ca', 'cal', 'category', ')'],
    ['-rare(op|', 'op', 'op', 'operation', ', '],
    ['(count(caller.u|)', 'caller.u', 'caller.u', 'caller.UPN', ') < '],
    ['count(|) < 3', '', '', 'operation', ') < '],
    ['first(lin|', 'lin', 'lin', undefined, ')'],
  ])('%s takes a field', (marked, prefix, replaced, first, after) => {
    const found = complete(marked);
    expect(found).toMatchObject({ kind: 'field', prefix, after, operators: [], functions: [] });
    expect(found?.kind === 'field' && [marked.replace('|', '').slice(found.from, found.to), found.fields[0]]).toEqual([replaced, first]);
  });

  test.each(['rare(caller, |', 'rare(caller, 3|', 'first(caller)|', 'count(caller) < |', 'count(caller) < 3|', 'first(key."a|'])(
    '%s takes nothing that is offered',
    (marked) => {
      expect(complete(marked)).toBeUndefined();
    },
  );

  test.each(['first(caller) re|', 'rare(caller, 3) re|', 'count(caller) < 3 re|', '(count(caller)>=3 OR re|', 'first(a) OR frist(b) re|'])(
    '%s is after one',
    (marked) => {
      expect(complete(marked)).toMatchObject({ kind: 'field', prefix: 're', after: ':' });
    },
  );
});

test('names that formats document are offered after those of the language, and only where something is typed', () => {
  const names = ['operation.id', 'userIdentity.arn', 'requestParameters.userName'];
  const offered = (text: string): readonly string[] => {
    const found = completeQuery(text, text.length, names);
    return found?.kind === 'field' ? found.fields.filter((name) => names.includes(name) || name === 'operation') : [];
  };
  expect(offered('oper')).toEqual(['operation', 'operation.id']);
  expect(offered('result:x user')).toEqual(['userIdentity.arn', 'requestParameters.userName']);
  expect(offered('USERIDENTITY.A')).toEqual(['userIdentity.arn']);
  expect(offered('')).toEqual(['operation']);
});

describe('values', () => {
  test.each([
    ['operation:|', 'operation', '', ''],
    ['operation:Set|Cur b', 'operation', 'Set', 'SetCur'],
    ['a -(result=Su|', 'result', 'Su', 'Su'],
    ['operation:(A, B|', 'operation', 'B', 'B'],
    ['operation:(A, |)', 'operation', '', ''],
    ['operation:(|A, B)', 'operation', '', 'A'],
    ['operation:"a \\"b|', 'operation', 'a "b', '"a \\"b'],
    ['operation:("a, b|", c)', 'operation', 'a, b', '"a, b"'],
    ['operationName:x|', 'operation', 'x', 'x'],
    ['key."a b":x|', 'key.a b', 'x', 'x'],
    ['userIdentity.arn:x|', 'userIdentity.arn', 'x', 'x'],
    ['seq>=1|', 'seq', '1', '1'],
  ])('%s', (marked, field, prefix, replaced) => {
    const found = complete(marked);
    const text = marked.replace('|', '');
    expect(found?.kind === 'value' ? [found.field, found.prefix, text.slice(found.from, found.to)] : found).toEqual([
      field,
      prefix,
      replaced,
    ]);
  });
});

test.each([
  '"a|"',
  'zzz:a|',
  'operation~/a|/',
  'a"b|',
  'key."a|',
  'operation:(A | B)',
  '"a"|',
  'operation:"a"|',
  'operation:("a"|, b)',
  'operation:(A)|',
  '(a)|',
  'a~/b/|',
])('nothing in %s', (marked) => {
  expect(complete(marked)).toBeUndefined();
});

test('any place of any text can be asked about', () => {
  const piece = fc.constantFrom('(', ')', '-', '"', '\\', ' ', ',', ':', '=', '~/', '/', 'AND', 'operation', 'key.', 'x');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(60), (pieces, position) => {
      const text = pieces.join('');
      const found = completeQuery(text, position);
      if (found) {
        expect(0 <= found.from && found.from <= found.to && found.to <= text.length).toBe(true);
      }
    }),
    { numRuns: runs(3000) },
  );
});
