import { describe, expect, test } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { positionedMessage } from '../../../src/core/query/queryError.ts';
import { exportEnglish } from '../../../src/protocol/english/export.ts';
import { queryEnglish } from '../../../src/protocol/english/query.ts';

/** The place that an error must point at is between ⟦ and ⟧. */
function check(cases: readonly (readonly [marked: string, code: string, suggestions?: readonly string[]])[]): void {
  for (const [marked, code, suggestions = []] of cases) {
    test(marked.length > 100 ? `${code}, ${marked.length} characters` : marked, () => {
      const start = marked.indexOf('⟦');
      const end = marked.indexOf('⟧') - 1;
      const result = parseQuery(marked.replace('⟦', '').replace('⟧', ''));
      expect(result.ok ? 'understood' : { code: result.error.message.code, ...result.error.span, near: result.error.suggestions }).toEqual({
        code: `query.${code}`,
        start,
        end,
        near: suggestions,
      });
    });
  }
}

describe('fields', () => {
  check([
    ['⟦operaton⟧:x', 'unknownFieldNear', ['operation']],
    ['a ⟦resutl⟧:x', 'unknownFieldNear', ['result']],
    ['⟦callr.UPN⟧:x', 'unknownFieldNear', ['caller.UPN']],
    ['⟦env_seqnumber⟧>5', 'unknownFieldNear', ['env_seqNum']],
    ['⟦descr⟧:x', 'unknownFieldNear', ['description']],
    ['⟦http⟧://x', 'unknownField'],
    ['⟦eventSorce⟧:x', 'unknownFieldNear', ['eventSource', 'EventSource']],
    ['⟦userIdentity.arm⟧:x', 'unknownFieldNear', ['userIdentity.arn', 'userIdentity', 'userIdentity.type']],
    ['⟦AuditData.UserIdd⟧:x', 'unknownFieldNear', ['AuditData.UserId', 'AuditData.UserKey', 'AuditData.UserType']],
    ['⟦userIdentity.⟧:x', 'unknownFieldNear', ['userIdentity', 'Identity', 'identity']],
    ['⟦unheardOf.anything⟧:x', 'unknownField'],
    ['⟦caller.⟧:x', 'unknownFieldNear', ['caller', 'caller.UPN', 'caller.PUID']],
    ['⟦:⟧x', 'missingField'],
    ['seq ⟦>=⟧ 5', 'missingField'],
    ['⟦operation!=⟧x', 'notEqual'],
    ['⟦key."a b"⟧ x', 'missingOperator'],
    ['⟦key."a b".⟧:x', 'unfinishedName'],
    ['⟦key.a.⟧:x', 'unfinishedName'],
    ['⟦constructor⟧:x', 'unknownField'],
    ['⟦__proto__⟧:x', 'unknownField'],
  ]);
});

describe('values', () => {
  check([
    ['⟦operation:⟧', 'emptyValue'],
    ['⟦operation:⟧ x', 'emptyValue'],
    ['(⟦operation=⟧)', 'emptyValue'],
    ['⟦seq>⟧', 'emptyValue'],
    ['operation:(⟦)⟧', 'emptyItem'],
    ['operation:(a,⟦,⟧b)', 'emptyItem'],
    ['operation:(a, ⟦)⟧', 'emptyItem'],
    ['operation:⟦(⟧a, b', 'openList'],
    ['operation:⟦(⟧a,', 'openList'],
    ['operation:(a ⟦b⟧)', 'listSeparator'],
    ['operation:(a)⟦b⟧', 'afterList'],
    ['operation:⟦"⟧a', 'openQuote'],
    ['⟦"⟧a\\"', 'openQuote'],
    ['⟦""⟧', 'emptyText'],
    ['text:"say "⟦h⟧i""', 'afterQuote'],
    ['"a"⟦b⟧', 'afterQuote'],
    ['seq:⟦abc⟧', 'expectedNumber'],
    ['seq:⟦12*⟧', 'expectedNumber'],
    ['seq:⟦1..x⟧', 'expectedNumber'],
    ['seq:⟦..⟧', 'emptyRange'],
    ['seq:⟦9..5⟧', 'reversedRange'],
    ['⟦operation>=⟧a', 'notComparable'],
    ['⟦text<⟧5', 'notComparable'],
    ['key.x>⟦abc⟧', 'expectedQuantity'],
    [`operation:⟦${'?'.repeat(1001)}⟧`, 'longPattern'],
    ['⟦key.n:⟧', 'emptyValue'],
    ['key.n:⟦..⟧', 'emptyRange'],
    ['key.n:⟦2..1⟧', 'reversedRange'],
    ['key.n:⟦2021..2020⟧', 'reversedRange'],
    ['key.n:(1, ⟦2021-07-30..2021-07-29⟧)', 'reversedRange'],
    ['key.n:⟦1..x⟧', 'expectedQuantity'],
    ['key.at:⟦2021-07-29..2021-02-30⟧', 'expectedQuantity'],
    ['key.n:⟦5..2021-07-29⟧', 'mixedRange'],
    ['operation:⟦1..2⟧', 'noRange'],
    ['epoch:⟦5..⟧', 'noRange'],
    ['caller.UPN:⟦..2020-11-23⟧', 'noRange'],
    ['env_ver:⟦2.0..2.1⟧', 'noRange'],
    ['-(a OR ip:⟦10.0.0.1..10.0.0.9⟧)', 'addressRange'],
    ['ip:(10.0.0.1, ⟦10.0.0.0/8⟧)', 'addressRange'],
    ['ip:⟦[2001:db8::]/32⟧', 'addressRange'],
    ['⟦ip>=⟧10.0.0.1', 'notComparable'],
  ]);
});

describe('values that a field never has', () => {
  check([
    ['resultGroup:⟦succes⟧', 'unknownValueNear', ['success']],
    ['resultGroup:⟦"Client Error"⟧', 'unknownValueNear', ['clientError']],
    ['-resultGroup:(success, ⟦failed⟧)', 'unknownValue'],
    ['resultGroup=⟦Success⟧', 'unknownValueNear', ['success']],
    ['resultGroup:⟦x*⟧', 'unknownValue'],
    ['resultGroup:⟦1..2⟧', 'noRange'],
    ['finding:⟦foo⟧', 'unknownFinding'],
    ['finding:⟦eror⟧', 'unknownValueNear', ['error']],
    ['finding:⟦sequence⟧', 'unknownValueNear', ['sequence.*']],
    ['finding:⟦sequence.gaps⟧', 'unknownValueNear', ['sequence.gap']],
    ['finding:⟦gap.*⟧', 'unknownFinding'],
    ['record:⟦-1⟧', 'neverCounted'],
    ['record<⟦0⟧', 'neverCounted'],
    ['record:⟦1.5⟧', 'neverCounted'],
    ['line:⟦0⟧', 'neverCounted'],
    ['line:(1, ⟦-5..0⟧)', 'neverCounted'],
    ['line=⟦"first"⟧', 'neverCounted'],
    ['line:⟦x⟧', 'expectedNumber'],
  ]);
});

describe('times that cannot be', () => {
  check([
    ['time:⟦2020-02-30⟧', 'expectedTime'],
    ['time:⟦2020-13⟧', 'expectedTime'],
    ['time:⟦2020-11-23T24:00⟧', 'expectedTime'],
    ['time:⟦2020-11-23T18:60⟧', 'expectedTime'],
    ['time:⟦0000⟧', 'expectedTime'],
    ['time:⟦yesterday⟧', 'expectedTime'],
    ['time:⟦2020-1-2⟧', 'expectedTime'],
    ['time:⟦2020-11-23T18:00+25:00⟧', 'expectedTime'],
    ['time:⟦2020-11+01:00⟧', 'expectedTime'],
    ['time:⟦2020-11-*⟧', 'expectedTime'],
    ['time>⟦2020..2021⟧', 'expectedTime'],
    ['time:⟦2020-11-24..2020-11-23⟧', 'reversedRange'],
    ['time:⟦..⟧', 'emptyRange'],
    ['time:⟦last-24⟧', 'expectedTime'],
    ['time:⟦last-24H⟧', 'expectedTime'],
    ['time:(2020, ⟦last-1y⟧)', 'expectedTime'],
    ['time:⟦last-1d..2020-02-30⟧', 'expectedTime'],
    ['time:⟦last-24h..last-48h⟧', 'reversedRange'],
    ['seq:⟦last-24h⟧', 'expectedNumber'],
    ['key.at>⟦last-24h⟧', 'expectedQuantity'],
  ]);
});

describe('regular expressions', () => {
  check([
    ['⟦operation~⟧x', 'missingRegex'],
    ['operation~⟦/⟧x', 'openRegex'],
    ['operation~⟦//⟧', 'emptyRegex'],
    ['operation~/x/⟦gi⟧', 'regexFlags'],
    ['operation~/a\\/b⟦(?=⟧c)/', 'regexLookAround'],
    ['operation~/⟦(?!⟧c)/i', 'regexLookAround'],
    ['a OR -operation~/[(?=]\\(?<x>⟦(?<=⟧a)/', 'regexLookAround'],
    ['operation~/⟦(?<!⟧a)b/', 'regexLookAround'],
    ['operation~/(a)⟦\\1⟧/', 'regexBackreference'],
    ['operation~/(?<a>b)\\\\1⟦\\k⟧<a>/', 'regexBackreference'],
    [`operation~/⟦${'a'.repeat(1001)}⟧/`, 'longRegex'],
    ['⟦time~⟧/2020/', 'notSearchable'],
    ['⟦seq~⟧/1/', 'notSearchable'],
    ['⟦env_epoch~⟧/E/', 'notSearchable'],
    ['a ⟦record~⟧1', 'notSearchable'],
    ['⟦line~⟧/1/i', 'notSearchable'],
    ['⟦env_flags~⟧/1/', 'notSearchable'],
  ]);
});

describe('functions', () => {
  check([
    ['⟦frist⟧(caller)', 'unknownFunctionNear', ['first']],
    ['a -⟦First⟧(caller)', 'unknownFunctionNear', ['first']],
    ['⟦counts⟧(caller)>1', 'unknownFunctionNear', ['count']],
    ['⟦between⟧(caller)', 'unknownFunction'],
    ['(a OR ⟦not⟧(b))', 'unknownFunction'],
    ['first⟦(⟧', 'openFunction'],
    ['first⟦(⟧x', 'openFunction'],
    ['a (rare⟦(⟧caller,', 'openFunction'],
    ['rare⟦(⟧caller, 3', 'openFunction'],
    ['count⟦(⟧caller ', 'openFunction'],
    ['first(⟦)⟧', 'missingArgument'],
    ['first(⟦"⟧a")', 'missingArgument'],
    ['first(key.⟦"⟧a)', 'openQuote'],
    ['first(⟦callr⟧)', 'unknownFieldNear', ['caller']],
    ['first(⟦caller.⟧)', 'unknownFieldNear', ['caller', 'caller.UPN', 'caller.PUID']],
    ['first(⟦text⟧)', 'notCounted'],
    ['rare(⟦env_time⟧, 2)', 'notCounted'],
    ['count( ⟦finding⟧ )>2', 'notCounted'],
    ['first(caller⟦,⟧ 3)', 'closeFunction'],
    ['first(caller ⟦t⟧arget)', 'closeFunction'],
    ['first(caller⟦:⟧x)', 'closeFunction'],
    ['rare(caller⟦)⟧', 'missingLimit'],
    ['rare(caller ⟦3⟧)', 'missingLimit'],
    ['⟦rare(caller, ⟧)', 'emptyValue'],
    ['rare(caller, ⟦x⟧)', 'expectedCount'],
    ['rare(caller, ⟦1.5⟧)', 'expectedCount'],
    ['rare(caller, ⟦-1⟧)', 'expectedCount'],
    ['rare(caller, 3⟦,⟧ 4)', 'closeFunction'],
    ['⟦rare(caller, 0)⟧', 'neverOccurs'],
    ['⟦count(caller)⟧', 'missingComparison'],
    ['a OR ⟦count(caller)⟧ 3', 'missingComparison'],
    ['⟦count(caller) < ⟧', 'emptyValue'],
    ['count(caller) < ⟦many⟧', 'expectedCount'],
    ['count(caller)>⟦1234567890123456⟧', 'expectedCount'],
    ['⟦count(caller) < 1⟧', 'neverOccurs'],
    ['⟦count(caller)<=0⟧', 'neverOccurs'],
    ['⟦count(caller)=0⟧', 'neverOccurs'],
    ['first(caller)⟦x⟧', 'afterFunction'],
    ['count(caller)>2⟦,⟧3', 'afterFunction'],
  ]);
});

describe('operators and parentheses', () => {
  check([
    ['⟦(⟧a', 'openParenthesis'],
    ['a ⟦(⟧', 'openParenthesis'],
    ['(a ⟦(⟧b', 'openParenthesis'],
    ['a⟦)⟧', 'strayParenthesis'],
    ['⟦)⟧', 'strayParenthesis'],
    ['⟦()⟧', 'emptyParentheses'],
    ['a ⟦OR⟧', 'missingRight'],
    ['a ⟦AND⟧ ', 'missingRight'],
    ['(⟦NOT⟧)', 'missingRight'],
    ['⟦OR⟧ a', 'missingLeft'],
    ['a OR ⟦AND⟧ b', 'missingLeft'],
    ['a ⟦-⟧ b', 'missingRight'],
    ['⟦-⟧', 'missingRight'],
    [`${'('.repeat(200)}⟦(⟧${'('.repeat(100_000)}`, 'nesting'],
    [`${'-'.repeat(200)}⟦-⟧${'-'.repeat(100_000)}a`, 'nesting'],
    [`${'NOT '.repeat(200)}⟦N⟧OT a`, 'nesting'],
  ]);
});

test('the position is told as people count, for places that cannot underline', () => {
  const result = parseQuery('a )');
  expect(result.ok ? undefined : positionedMessage(result.error).args[0]).toBe(3);
});

test('every message has words, and all words are said', () => {
  const folder = new URL('../../../src/core/query/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sources = names.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'));
  const codes = new Set(sources.flatMap((source) => source.match(/(?<=')(?:query|translate)\.[A-Za-z]+(?=')/g) ?? []));
  const worded = Object.keys({ ...queryEnglish, ...exportEnglish }).filter((code) => !/^(?:query\.(?:field|function)|engine)\./.test(code));
  expect([...codes].toSorted()).toEqual(worded.toSorted());
});
