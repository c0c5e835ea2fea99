import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { formatQuery } from '../../../src/core/query/formatQuery.ts';
import { quote, valueText, wordText } from '../../../src/core/query/quote.ts';
import { queryText } from './arbitraryQuery.ts';
import { parsed, shapeOf, withoutSpans } from './shape.ts';
import { runs } from '../../runs.ts';

describe('canonical text', () => {
  const cases: readonly (readonly [text: string, canonical: string])[] = [
    ['  ', ''],
    ['a AND b', 'a b'],
    ['NOT a', '-a'],
    ['NOT NOT a', '--a'],
    ['NOT (a OR b)', '-(a OR b)'],
    ['(a OR b) AND c', '(a OR b) c'],
    ['a b OR c', '(a b) OR c'],
    ['((a))', 'a'],
    ['"AND"', '"AND"'],
    ['"-a"', '"-a"'],
    ['"a"', 'a'],
    ['"a:b"', '"a:b"'],
    ['operation:"SetCurrentPolicy"', 'operation:SetCurrentPolicy'],
    ['operationName:a', 'operation:a'],
    ['operation:("A",B , C*)', 'operation:(A, B, C*)'],
    ['operation:("A")', 'operation:A'],
    ['operation:"null"', 'operation:"null"'],
    ['operation:"a*"', 'operation:"a*"'],
    ['operation=a', 'operation="a"'],
    ['target:/subscriptions/1', 'target:/subscriptions/1'],
    ['target:a,b', 'target:"a,b"'],
    ['description:"one\ntwo \u202e"', 'description:"one\\u{a}two \\u{202e}"'],
    ['description:"CONTOSO\\name"', 'description:"CONTOSO\\\\name"'],
    ['caller.upn:a', 'caller.UPN:a'],
    ['key."a b":c', 'key."a b":c'],
    ['key."a":c', 'key.a:c'],
    ['key."":c', 'key."":c'],
    ['key."a.":c', 'key."a.":c'],
    ['key.x:5', 'key.x:5'],
    ['userIdentity.arn:x', 'userIdentity.arn:x'],
    ['key.userIdentity.arn:x', 'userIdentity.arn:x'],
    ['USERIDENTITY.ARN:x', 'userIdentity.arn:x'],
    ['key.USERIDENTITY.ARN:x', 'key.USERIDENTITY.ARN:x'],
    ['key.Target.ID:x', 'key.Target.ID:x'],
    ['AuditData.UserId:x', 'AuditData.UserId:x'],
    ['readOnly:(true, false)', 'readOnly:(true, false)'],
    ['key.x:"5"', 'key.x:"5"'],
    ['key.x:2020-11-23t18z', 'key.x:2020-11-23T18Z'],
    ['key.x:"1..2"', 'key.x:"1..2"'],
    ['key.x:2020..2021', 'key.x:2020..2021'],
    ['key.a."b c".d:x', 'key."a.b c.d":x'],
    ['ip:"10.0.0.0/8"', 'ip:"10.0.0.0/8"'],
    ['seq=+5', 'seq:5'],
    ['seq="5"', 'seq="5"'],
    ['seq=(5, "x")', 'seq=(5, "x")'],
    ['seq:(5, null)', 'seq:(5, null)'],
    ['time:"2020-11-23 18:00z"', 'time:2020-11-23T18:00Z'],
    ['first( callerIdentities )', 'first(callerIdentities)'],
    ['first(key."a b")', 'first(key."a b")'],
    ['rare(operationName,3)', 'rare(operation, 3)'],
    ['NOT count(caller.upn) : 003', '-count(caller.UPN)=3'],
    ['time="last-24h"', 'time="last-24h"'],
    ['time=last-24h', 'time:last-24h'],
    ['time:"last-2d .. last-1d"', 'time:last-2d..last-1d'],
    ['time<last-1d', 'time<last-1d'],
    ['operation~/a\\/b/i', 'operation~/a\\/b/i'],
  ];
  for (const [text, canonical] of cases) {
    test(text, () => {
      expect(formatQuery(parsed(text))).toBe(canonical);
    });
  }
});

test('canonical text reads back as the same tree and is its own canonical text', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const query = parsed(text);
      const canonical = formatQuery(query);
      expect(withoutSpans(parsed(canonical))).toEqual(withoutSpans(query));
      expect(formatQuery(parsed(canonical))).toBe(canonical);
    }),
    { numRuns: runs(1000) },
  );
});

test('any text survives as value, in a list, as word and in quotes, on one line and without hidden characters', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1 }), (text) => {
      expect(shapeOf(parsed(`operation:${valueText(text)}`))).toBe(`operation equals ${JSON.stringify(text)}`);
      expect(shapeOf(parsed(`operation:(x, ${valueText(text)})`))).toBe(`operation anyOf(equals "x", equals ${JSON.stringify(text)})`);
      expect(shapeOf(parsed(wordText(text)))).toBe(`bare ${JSON.stringify(text)}`);
      expect(quote(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
    { numRuns: runs(1000) },
  );
});
