import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { message } from '../../../src/core/finding/message.ts';
import type { Query } from '../../../src/core/query/ast.ts';
import { compileQuery, matchesRecord, type QueryOptions } from '../../../src/core/query/compileQuery.ts';
import { queryText } from './arbitraryQuery.ts';
import { fieldsOf, type PlainRecord } from './plainRecord.ts';
import { parsed } from './shape.ts';

/** Good enough for the patterns of these tests; the product's engine is linear. */
const options: QueryOptions = {
  compileRegex: (pattern, flags) => {
    if (pattern.includes('(?>')) {
      return { message: message('test.atomic'), start: pattern.indexOf('(?>'), end: pattern.indexOf('(?>') + 3 };
    }
    const regex = new RegExp(pattern, flags);
    return (text) => regex.test(text);
  },
  // Any whole log will do.
  wholeLog: ({ field }) => {
    return (record) => record.values(field).length > 1;
  },
};

const setPolicy: PlainRecord = {
  operation: 'SetCurrentPolicy',
  event: 'SetCurrentPolicy',
  result: 'Success',
  resultgroup: 'success',
  category: ['ApplicationManagement', 'CustomerFacing'],
  caller: ['ann@contoso.com', 'CONTOSO\\ann', '1a2b'],
  'caller.upn': ['ann@contoso.com'],
  target: ['PublicCloud', 'EastUS2', '/subscriptions/1/resourceGroups/rg (x)'],
  instance: ['contoso'],
  request: null,
  description: 'Policy "A*" was set\nwell',
  seq: '9007199254740993',
  time: '2020-11-23T18:23:29.9427158Z',
  finding: ['warning', 'value.unknownResult', 'information', 'sequence.gap'],
  line: '7',
  'key.empty': '',
  'key.__proto__': 'polluted',
  text: '{"operationName":"SetCurrentPolicy","x":null}',
};

/** Filters that find the record above, and filters that do not. */
function check(finding: readonly string[], missing: readonly string[]): void {
  test.each(finding)('finds: %s', (text) => {
    expect(matchesRecord(parsed(text), fieldsOf(setPolicy), options)).toBe(true);
  });
  test.each(missing)('misses: %s', (text) => {
    expect(matchesRecord(parsed(text), fieldsOf(setPolicy), options)).toBe(false);
  });
}

describe('text', () => {
  check(
    [
      '',
      'operation:setcurrentpolicy',
      'operation:"SETCURRENTPOLICY"',
      'operation=SetCurrentPolicy',
      'operation:set*',
      'operation:?etCurrent*y',
      'operation:(CreateInstance, "setcurrentpolicy")',
      'operation:(CreateInstance, *policy)',
      'operation=(setcurrentpolicy, SetCurrentPolicy)',
      'operation~/^Set/',
      'operation~/policy$/i',
      'description:"policy \\"a*\\" was set\\u{a}well"',
      'key.empty:""',
      'key.__proto__:polluted',
    ],
    [
      'operation:Policy',
      'operation:"set*"',
      'operation=setcurrentpolicy',
      'operation=Set*',
      'operation:(A, B)',
      'operation~/policy$/',
      'operation:?',
      'key.constructor:*',
      'key.empty:?*',
    ],
  );
});

describe('null is a key that is missing or null, not an empty text', () => {
  check(
    ['request:null', 'role:null', '-operation:null', 'request:(x, null)', '-request:*', 'key.other:null'],
    ['operation:null', 'request:*', 'key.empty:null', 'request:"null"', 'role=""'],
  );
});

describe('a field with several values matches if any value does, its negation if none does', () => {
  check(
    [
      'caller:ann@*',
      'caller:1a2b',
      'caller.UPN:ann@contoso.com',
      'category:CustomerFacing',
      '-category:Other',
      'NOT target:WestUS',
      'target:(WestUS, eastus2)',
    ],
    ['-category:CustomerFacing', '-caller:1a2b', 'caller.UPN:1a2b', 'caller.TenantId:*'],
  );
});

describe('events fold synonyms and ignore blanks', () => {
  check(
    [
      'event:"Set Current Policy"',
      'event:"set currentpolicy"',
      'event:SetPolicy',
      'event:Set*',
      'event="Set Current Policy"',
      'event:(CreateInstance, SetPolicy)',
    ],
    ['event:CreateInstance', 'event:DeletePolicy', 'operation:SetPolicy'],
  );
});

describe('findings by severity and code', () => {
  check(
    ['finding:warning', 'finding:sequence.gap', 'finding:value.*', '-finding:error'],
    ['finding:error', 'finding:sequence.d*', '-finding:warning', 'finding:null'],
  );
});

describe('numbers are exact', () => {
  check(
    [
      'seq:9007199254740993',
      'seq:9007199254740993.0',
      'seq>9007199254740992',
      'seq<=9007199254740993',
      'seq:9007199254740993..',
      'seq:(1, 9007199254740993)',
      'seq="9007199254740993"',
      'line<8',
    ],
    [
      'seq:9007199254740992',
      'seq:9007199254740994',
      'seq>9007199254740993',
      'seq:..9007199254740992',
      'seq="9007199254740993.0"',
      'line>=7.5',
      'operation:null OR line:8',
    ],
  );
});

describe('values of keys that nothing documents are numbers, times or text, each by itself', () => {
  const holds = (filter: string, values: readonly string[]): readonly string[] =>
    values.filter((value) => matchesRecord(parsed(filter), fieldsOf({ 'key.x': value }), options));

  const numbers = [
    '-1',
    '0',
    '0.1',
    '1',
    '1.0',
    '1e0',
    '2',
    '10',
    '9007199254740992',
    '9007199254740993',
    '1e400',
    '01',
    'one',
    '2021-07-29T00:00:00Z',
  ];
  test.each([
    ['key.x:1', ['1', '1.0', '1e0']],
    ['key.x:"1"', ['1']],
    ['key.x=1.0', ['1.0']],
    ['key.x:1..2', ['1', '1.0', '1e0', '2']],
    ['key.x:..0.1', ['-1', '0', '0.1']],
    ['key.x>=2', ['2', '10', '9007199254740992', '9007199254740993', '1e400']],
    ['key.x>9007199254740992', ['9007199254740993', '1e400']],
    ['key.x:9007199254740993', ['9007199254740993']],
    ['key.x:01', ['01']],
    ['key.x<0', ['-1']],
    ['key.x:(-1, 10..11, one)', ['-1', '10', 'one']],
    ['-key.x:..10000000000000000', ['1e400', '01', 'one', '2021-07-29T00:00:00Z']],
  ])('%s', (filter, expected) => {
    expect(holds(filter, numbers)).toEqual(expected);
  });

  const times = [
    '2021-07-28T23:59:59.9999999Z',
    '2021-07-29T00:00:00Z',
    '2021-07-29 12:00:00',
    '2021-07-30T01:00:00+02:00',
    '/Date(1627516800000)/',
    '2021-07-29',
    '2021-07-30T00:00:00Z',
    '2021-02-30T00:00:00Z',
    '2021',
    '20210729',
  ];
  const onThatDay = ['2021-07-29T00:00:00Z', '2021-07-29 12:00:00', '2021-07-30T01:00:00+02:00', '/Date(1627516800000)/', '2021-07-29'];
  test.each([
    ['key.x:2021-07-29', onThatDay],
    ['key.x:2021-07-29..2021-07-29', onThatDay],
    ['key.x:2021-07-30..', ['2021-07-30T00:00:00Z']],
    ['key.x<2021-07-29', ['2021-07-28T23:59:59.9999999Z']],
    ['key.x>=2021-07-30', ['2021-07-30T00:00:00Z']],
    ['key.x:2021-07-29T12', ['2021-07-29 12:00:00']],
    ['key.x:2021', ['2021-07-28T23:59:59.9999999Z', ...onThatDay, '2021-07-30T00:00:00Z', '2021']],
    ['key.x:2020..2021', ['2021-07-28T23:59:59.9999999Z', ...onThatDay, '2021-07-30T00:00:00Z', '2021']],
    ['key.x>2021', ['20210729']],
    ['key.x:"2021-07-29"', ['2021-07-29']],
  ])('%s', (filter, expected) => {
    expect(holds(filter, times)).toEqual(expected);
  });
});

describe('addresses are compared by what they mean', () => {
  const values = [
    '192.0.2.7',
    '192.0.2.7:40123',
    '::ffff:192.0.2.7',
    '[::ffff:192.0.2.7]:8443',
    '2001:db8:0:0::7',
    '[2001:DB8::7]:443',
    'fe80::1%eth0',
    'lambda.amazonaws.com',
    '192.0.2.70',
  ];
  test.each([
    ['ip:192.0.2.7', values.slice(0, 4)],
    ['ip:"192.0.2.7"', values.slice(0, 4)],
    ['ip:[::ffff:c000:207]:1', values.slice(0, 4)],
    ['ip=192.0.2.7', ['192.0.2.7']],
    ['ip=192.0.2.7:40123', ['192.0.2.7:40123']],
    ['ip:2001:DB8:0::0:7', values.slice(4, 6)],
    ['ip:(2001:db8::7, fe80:0::1%ETH0)', values.slice(4, 7)],
    ['ip:fe80::1', []],
    ['ip:192.0.2.*', [...values.slice(0, 4), '192.0.2.70']],
    ['ip:*:443', ['[2001:DB8::7]:443']],
    ['ip:2001:db8::*', values.slice(4, 6)],
    ['ip:Lambda.Amazonaws.com', ['lambda.amazonaws.com']],
    ['-ip:192.*', values.slice(4, 8)],
  ])('%s', (filter, expected) => {
    expect(values.filter((ip) => matchesRecord(parsed(filter), fieldsOf({ ip })))).toEqual(expected);
  });
});

describe('times are whole units', () => {
  check(
    [
      'time:2020-11-23',
      'time:2020',
      'time:2020-11-23T18:23:29.94',
      'time:2020-11-23T18:23:29.9427158',
      'time:2020-11-23T18:00..2020-11-23T18:23',
      'time:..2020-11-23T18:23:29.9427158Z',
      'time:2020-11-23T19:23+01:00',
      'time>2020-11-22',
      'time>2020-11-23T18:23:29.9427157',
      'time>=2020-11-23',
      'time<=2020-11-23',
      'time<2020-11-24',
      'time="2020-11-23T18:23:29.9427158Z"',
    ],
    [
      'time>2020-11-23',
      'time<2020-11-23',
      'time:2020-11-23T18:23:29.9427157',
      'time:2020-11-23T17:00..2020-11-23T18:22',
      'time:2020-11-23T18:24..',
      'time>9999',
      'time="2020-11-23"',
      'time:null',
    ],
  );

  test('both ends of a range reach to the end of their unit', () => {
    const range = parsed('time:2020-11-23T18:00..2020-11-23T19:00');
    const at = (time: string): boolean => matchesRecord(range, fieldsOf({ time }));
    expect(['17:59:59.9999999', '18:00:00', '19:00:59.9999999', '19:01:00'].map((time) => at(`2020-11-23T${time}Z`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('text that is no time matches no time, but is not null', () => {
    const record = fieldsOf({ time: '2020-02-30T00:00:00Z' });
    expect(
      ['time:2020', '-time:2020', 'time:null', 'time="2020-02-30T00:00:00Z"'].map((text) => matchesRecord(parsed(text), record)),
    ).toEqual([false, true, false, true]);
  });
});

describe('bare words and text', () => {
  check(
    [
      'setcurrent',
      '"current"',
      'SUCC',
      'contoso.com',
      'eastus',
      '"rg (x)"',
      '"set\\u{a}well"',
      '"contoso\\ann"',
      'text:operationname',
      'text:"\\"x\\":null"',
      'text:null',
      'text:name*policy',
      'text=operationName',
      '-zzz',
    ],
    ['Set*', 'ApplicationManagement', 'zzz', 'text:OperationNames', 'text=operationname', 'text:name?policy', 'set failure'],
  );
});

describe('operators', () => {
  check(['zzz OR set', 'zzz yyy OR set', 'set -zzz', '-(zzz OR yyy)', '--set'], ['zzz OR set yyy', 'set zzz', '-set', 'set AND NOT set']);
});

function errorOf(text: string, given: QueryOptions): unknown {
  const result = compileQuery(parsed(text), given);
  return typeof result === 'function' ? 'compiled' : [result.message.code, text.slice(result.span.start, result.span.end)];
}

describe('regular expressions', () => {
  test('without an engine they are an error at their place', () => {
    expect(errorOf('a (b OR -operation~/x/i)', {})).toEqual(['query.regexUnsupported', '/x/i']);
  });
  test('what the engine refuses is an error at its place', () => {
    expect(errorOf('operation~/x\\/(?>a)/', options)).toEqual(['query.badRegex', '(?>']);
  });
  test('reference evaluation of one that cannot be compiled is a fault of the caller', () => {
    expect(() => matchesRecord(parsed('operation~/x/'), fieldsOf({}))).toThrow('query.regexUnsupported');
  });
});

test('a function is an error at its place where nothing knows the whole log', () => {
  expect(errorOf('a OR -rare(caller, 3)', {})).toEqual(['query.wholeLogUnsupported', 'rare(caller, 3)']);
});

describe('laws', () => {
  const text = fc.constantFrom('SetCurrentPolicy', 'a', 'A b', 'null', '', '*a', '512', '10', '2020-11-23T18:00:30Z', '😀');
  const values = fc.oneof(text, fc.constant(null), fc.array(fc.option(text), { maxLength: 3 }));
  const record = fc
    .dictionary(
      fc.constantFrom(
        'operation',
        'event',
        'result',
        'caller',
        'caller.upn',
        'target',
        'target.badge',
        'seq',
        'line',
        'env_flags',
        'time',
        'env_cv',
        'key.x',
        'text',
      ),
      values,
    )
    .map(fieldsOf);
  const nowhere = { start: 0, end: 0 };
  const not = (item: Query): Query => ({ kind: 'not', item, span: nowhere });
  const joined = (kind: 'and' | 'or', ...items: readonly Query[]): Query => ({ kind, items, span: nowhere });
  const query = queryText.map(parsed);

  test('NOT NOT x is x, x OR NOT x all, x AND NOT x none', () => {
    fc.assert(
      fc.property(query, record, (x, one) => {
        const holds = (wanted: Query): boolean => matchesRecord(wanted, one, options);
        expect(holds(not(not(x)))).toBe(holds(x));
        expect(holds(joined('or', x, not(x)))).toBe(true);
        expect(holds(joined('and', x, not(x)))).toBe(false);
      }),
    );
  });

  test('De Morgan, and AND over OR', () => {
    fc.assert(
      fc.property(query, query, query, record, (x, y, z, one) => {
        const holds = (wanted: Query): boolean => matchesRecord(wanted, one, options);
        expect(holds(not(joined('and', x, y)))).toBe(holds(joined('or', not(x), not(y))));
        expect(holds(not(joined('or', x, y)))).toBe(holds(joined('and', not(x), not(y))));
        expect(holds(joined('and', x, joined('or', y, z)))).toBe(holds(joined('or', joined('and', x, y), joined('and', x, z))));
      }),
    );
  });
});
