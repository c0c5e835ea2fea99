import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { parsed, shapeOf } from './shape.ts';
import { runs } from '../../runs.ts';

function check(cases: readonly (readonly [text: string, shape: string])[]): void {
  for (const [text, shape] of cases) {
    test(text === '' ? '(empty)' : text, () => {
      expect(shapeOf(parsed(text))).toBe(shape);
    });
  }
}

describe('operators', () => {
  check([
    ['', 'all'],
    [' \t\n ', 'all'],
    ['a', 'bare "a"'],
    ['a b', 'and[bare "a", bare "b"]'],
    ['a AND b', 'and[bare "a", bare "b"]'],
    ['a OR b', 'or[bare "a", bare "b"]'],
    ['a OR b c', 'or[bare "a", and[bare "b", bare "c"]]'],
    ['a AND b OR c AND d', 'or[and[bare "a", bare "b"], and[bare "c", bare "d"]]'],
    ['NOT a b', 'and[not bare "a", bare "b"]'],
    ['NOT a OR b', 'or[not bare "a", bare "b"]'],
    ['-a b', 'and[not bare "a", bare "b"]'],
    ['NOT NOT a', 'not not bare "a"'],
    ['--a', 'not not bare "a"'],
    ['-(a OR b)', 'not or[bare "a", bare "b"]'],
    ['NOT(a)', 'not bare "a"'],
    ['(a)(b)', 'and[bare "a", bare "b"]'],
    ['(a OR b) c', 'and[or[bare "a", bare "b"], bare "c"]'],
    ['( a )', 'bare "a"'],
    ['(a b) c', 'and[bare "a", bare "b", bare "c"]'],
    ['a OR (b OR c)', 'or[bare "a", bare "b", bare "c"]'],
    ['a AND NOT b', 'and[bare "a", not bare "b"]'],
    ['a AND"b"', 'and[bare "a", bare "b"]'],
    ['a\u00a0b', 'and[bare "a", bare "b"]'],
  ]);
});

describe('operators are upper case words of their own', () => {
  check([
    ['a and b', 'and[bare "a", bare "and", bare "b"]'],
    ['a or b', 'and[bare "a", bare "or", bare "b"]'],
    ['not a', 'and[bare "not", bare "a"]'],
    ['Or ANDROID NOTE', 'and[bare "Or", bare "ANDROID", bare "NOTE"]'],
    ['"AND"', 'bare "AND"'],
    ['operation:AND', 'operation equals "AND"'],
  ]);
});

describe('bare words and quoted text', () => {
  check([
    ['Set*', 'bare "Set*"'],
    ['/subscriptions/a:b', 'bare "/subscriptions/a:b"'],
    ['a,b', 'bare "a,b"'],
    ['f(x y', 'and[bare "f(x", bare "y"]'],
    ['file~1', 'bare "file~1"'],
    ['say"x', 'bare "say\\"x"'],
    ['e-mail', 'bare "e-mail"'],
    ['null', 'bare "null"'],
    ['"two words"', 'bare "two words"'],
    ['"a \\"b\\" \\\\ c"', 'bare "a \\"b\\" \\\\ c"'],
    ['"C:\\temp\\new"', 'bare "C:\\\\temp\\\\new"'],
    ['"\\u{a}\\u{1F600}"', 'bare "\\n😀"'],
    ['"\\u000a \\u{110000}"', 'bare "\\\\u000a \\\\u{110000}"'],
    ['text:"a b"', 'text equals "a b"'],
    ['text:null', 'text equals "null"'],
  ]);
});

describe('values of text', () => {
  check([
    ['operation:SetCurrentPolicy', 'operation equals "SetCurrentPolicy"'],
    ['operation:Set*', 'operation wildcard "Set*"'],
    ['operation:?et', 'operation wildcard "?et"'],
    ['operation:"Set*"', 'operation equals "Set*"'],
    ['operation:""', 'operation equals ""'],
    ['operation=SetCurrentPolicy', 'operation exact "SetCurrentPolicy"'],
    ['operation=Set*', 'operation exact "Set*"'],
    ['operation="a b"', 'operation exact "a b"'],
    ['operation=null', 'operation exact "null"'],
    ['request:null', 'request null'],
    ['request:"null"', 'request equals "null"'],
    ['request:NULL', 'request equals "NULL"'],
    ['target:a:b=c<d', 'target equals "a:b=c<d"'],
    ['target:a,b c', 'and[target equals "a,b", bare "c"]'],
    ['(target:a)', 'target equals "a"'],
    ['target:f(x', 'target equals "f(x"'],
    ['description:-x', 'description equals "-x"'],
    ['description:a..b', 'description equals "a..b"'],
    ['constructor', 'bare "constructor"'],
    ['operation:__proto__', 'operation equals "__proto__"'],
    ['key.__proto__:x', 'key.__proto__ equals "x"'],
  ]);
});

describe('lists', () => {
  check([
    ['operation:(A, "B", C*)', 'operation anyOf(equals "A", equals "B", wildcard "C*")'],
    ['operation:(A,B)', 'operation anyOf(equals "A", equals "B")'],
    ['operation:( A )', 'operation equals "A"'],
    ['operation:("a, b", null)', 'operation anyOf(equals "a, b", null)'],
    ['operation=(a, "b*")', 'operation anyOf(exact "a", exact "b*")'],
    ['seq:(1, 5..9, null)', 'seq anyOf(number = 1, numberRange 5..9, null)'],
    ['seq=(1, "x")', 'seq anyOf(number = 1, exact "x")'],
    ['time:(2020-11-23, 2020-12..)', 'time anyOf(time = 2020-11-23, timeRange 2020-12..)'],
    ['-operation:(A, B) c', 'and[not operation anyOf(equals "A", equals "B"), bare "c"]'],
  ]);
});

describe('regular expressions', () => {
  check([
    ['operation~/^Set/', 'operation regex "^Set"'],
    ['operation~/a b|(c)/i d', 'and[operation regex "a b|(c)"i, bare "d"]'],
    ['target~/a\\/b\\\\/', 'target regex "a/b\\\\\\\\"'],
    ['(target~/\\d+/i)', 'target regex "\\\\d+"i'],
  ]);
});

describe('numbers', () => {
  check([
    ['seq:512', 'seq number = 512'],
    ['seq=512', 'seq number = 512'],
    ['seq:"512"', 'seq number = 512'],
    ['seq="512"', 'seq exact "512"'],
    ['seq>=1277', 'seq number >= 1277'],
    ['seq<18446744073709551615', 'seq number < 18446744073709551615'],
    ['seq<=1000.0', 'seq number <= 1000.0'],
    ['seq>1E3', 'seq number > 1e3'],
    ['seq:10..20', 'seq numberRange 10..20'],
    ['seq:10..', 'seq numberRange 10..'],
    ['seq:..20', 'seq numberRange ..20'],
    ['seq:null', 'seq null'],
    ['line:7 record:6', 'and[line number = 7, record number = 6]'],
    ['env_flags:257', 'env_flags number = 257'],
    ['key.size>=100', 'key.size number >= 100'],
    ['key.when<2020-11-23', 'key.when time < 2020-11-23'],
    ['key.size:100', 'key.size quantity = 100'],
    ['key.size:"100"', 'key.size equals "100"'],
    ['key.size=100', 'key.size exact "100"'],
  ]);
});

describe('values of keys that nothing documents: numbers, times or text', () => {
  check([
    ['key.n:1..2', 'key.n numberRange 1..2'],
    ['key.n:-0.5..', 'key.n numberRange -0.5..'],
    ['key.n:..18446744073709551616', 'key.n numberRange ..18446744073709551616'],
    ['key.at:2021-07-29', 'key.at quantity = 2021-07-29'],
    ['key.at:2021-07-29t10:00z', 'key.at quantity = 2021-07-29T10:00Z'],
    ['key.at:2021-07-29..2021-07-30T12', 'key.at timeRange 2021-07-29..2021-07-30T12'],
    ['key.at:..2021-07', 'key.at timeRange ..2021-07'],
    ['key.at>="2021-07-29 10:00"', 'key.at time >= 2021-07-29T10:00'],
    // A year is a number too.
    ['key.x:2021', 'key.x quantity = 2021'],
    ['key.x>2021', 'key.x quantity > 2021'],
    ['key.x:2020..2021', 'key.x quantityRange 2020..2021'],
    ['key.x:(1, 2021-07.., a, "5", null)', 'key.x anyOf(quantity = 1, timeRange 2021-07.., equals "a", equals "5", null)'],
    // Text, as no JSON writes numbers like that, and as no end is a number or a time.
    ['key.x:007', 'key.x equals "007"'],
    ['key.x:+5', 'key.x equals "+5"'],
    ['key.x:a..b', 'key.x equals "a..b"'],
    ['key.x:../x', 'key.x equals "../x"'],
    ['key.x:1..*', 'key.x wildcard "1..*"'],
    ['key.x:"1..2"', 'key.x equals "1..2"'],
    ['-key.a."b c".d:1', 'not key.a.b c.d quantity = 1'],
    ['key."a b".c."d.e":x', 'key.a b.c.d.e equals "x"'],
  ]);
});

describe('times', () => {
  check([
    ['time:2020-11-23', 'time time = 2020-11-23'],
    ['time:2020-11-23T18:00..2020-11-23T19:00', 'time timeRange 2020-11-23T18:00..2020-11-23T19:00'],
    ['time:..2020-11-23', 'time timeRange ..2020-11-23'],
    ['time:2020-11-23T18..', 'time timeRange 2020-11-23T18..'],
    ['time>2020-11-23', 'time time > 2020-11-23'],
    ['time>=2020-11-23T18:23:29.9427158Z', 'time time >= 2020-11-23T18:23:29.9427158Z'],
    ['time:"2020-11-23 18:00..2020-11-23 19:00"', 'time timeRange 2020-11-23T18:00..2020-11-23T19:00'],
    ['time<"2020-11-23 18:00"', 'time time < 2020-11-23T18:00'],
    ['time:2020-11-23T18:00+01:00', 'time time = 2020-11-23T18:00+01:00'],
    ['time:null', 'time null'],
    ['time:last-24h', 'time relativeTime = last-24h'],
    ['time>=last-1h', 'time relativeTime >= last-1h'],
    ['time:last-48h..last-24h', 'time relativeTimeRange last-48h..last-24h'],
    ['env_time:..last-24h', 'time relativeTimeRange ..last-24h'],
    ['time:(2020, last-7d..2021)', 'time anyOf(time = 2020, relativeTimeRange last-7d..2021)'],
    ['key.at:last-24h', 'key.at equals "last-24h"'],
    ['time="2020-02-30"', 'time exact "2020-02-30"'],
  ]);
});

describe('fields', () => {
  check([
    ['caller.UPN:a', 'caller.UPN equals "a"'],
    ['caller.upn:a', 'caller.UPN equals "a"'],
    ['caller.Badge:a', 'caller.Badge equals "a"'],
    ['target.resourceid:*', 'target.ResourceId wildcard "*"'],
    ['caller."Some Type":a', 'caller.Some Type equals "a"'],
    ['key."a \\"b\\":c":d', 'key.a "b":c equals "d"'],
    ['key.a.b:c', 'key.a.b equals "c"'],
    ['key."":c', 'key. equals "c"'],
    ['env_cv:##*', 'env_cv wildcard "##*"'],
    ['operationName:a', 'operation equals "a"'],
    ['OPERATION:a', 'operation equals "a"'],
    ['OperationName:a', 'operation equals "a"'],
    ['key.env_seqNum:5', 'seq number = 5'],
    ['callerIdentities:null', 'callerIdentities null'],
    ['resultGroup:clientError', 'resultGroup equals "clientError"'],
    ['resultGroup:(*error, null)', 'resultGroup anyOf(wildcard "*error", null)'],
    ['event:"delete policy"', 'event equals "delete policy"'],
    ['finding:(error, value.t*)', 'finding anyOf(equals "error", wildcard "value.t*")'],
    ['ip:10.1.*', 'ip wildcard "10.1.*"'],
    ['ip:[2001:db8::7]:443', 'ip equals "[2001:db8::7]:443"'],
    ['ip=10.0.0.0/8', 'ip exact "10.0.0.0/8"'],
    ['ip:"10.0.0.1..9"', 'ip equals "10.0.0.1..9"'],
    ['request:"5..9"', 'request equals "5..9"'],
    ['request:..', 'request equals ".."'],
    ['record:0.. line:1', 'and[record numberRange 0.., line number = 1]'],
    ['record>-1', 'record number > -1'],
    ['finding:sequence.*', 'finding wildcard "sequence.*"'],
  ]);
});

describe('functions', () => {
  check([
    ['first(caller)', 'first caller'],
    ['first( operationName )', 'first operation'],
    ['first(key."a b".c)', 'first key.a b.c'],
    ['first(caller."My Type")', 'first caller.My Type'],
    ['-first(userIdentity.arn) a', 'and[not first userIdentity.arn, bare "a"]'],
    ['(first(ip) OR a)', 'or[first ip, bare "a"]'],
    ['f(x y', 'and[bare "f(x", bare "y"]'],
    ['rare(caller, 3) OR rare( caller.upn ,12 )', 'or[rare caller 3, rare caller.UPN 12]'],
    ['count(caller) < 3', 'count caller < 3'],
    ['count(caller)<=3 b', 'and[count caller <= 3, bare "b"]'],
    ['NOT (count(ip)>0 AND count(ip) : 5)', 'not and[count ip > 0, count ip = 5]'],
    ['count(ip)>=0', 'count ip >= 0'],
    ['first', 'bare "first"'],
    ['first rare AND count', 'and[bare "first", bare "rare", bare "count"]'],
    ['first (a)', 'and[bare "first", bare "a"]'],
    ['"first(caller)"', 'bare "first(caller)"'],
    ['operation:first(x', 'operation equals "first(x"'],
  ]);
});

test('positions cover each part in UTF-16 units', () => {
  const text = '😀 -operation:"a b" OR x';
  const query = parsed(text);
  const spans: string[] = [];
  JSON.stringify(query, (key, value: unknown) => {
    if (key === 'span' || key === 'valueSpan') {
      const { start, end } = value as { start: number; end: number };
      spans.push(text.slice(start, end));
    }
    return value;
  });
  expect(spans.toSorted()).toEqual([text, '😀 -operation:"a b"', '😀', '-operation:"a b"', 'operation:"a b"', '"a b"', 'x'].toSorted());
});

test('a hundred thousand terms side by side are read', () => {
  const query = parsed('-a '.repeat(100_000));
  expect(query.kind === 'and' && query.items.length).toBe(100_000);
});

test('any text is understood or refused, never thrown at', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '-',
    '"',
    '\\',
    ' ',
    ',',
    ':',
    '=',
    '<',
    '~',
    '/',
    '*',
    '..',
    'AND',
    'OR',
    'NOT',
    'seq',
    'time',
    'key.',
    'caller.',
    '2020-11-23',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const result = parseQuery(text);
        if (!result.ok) {
          const { start, end } = result.error.span;
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
      },
    ),
    { numRuns: runs(2000) },
  );
});
