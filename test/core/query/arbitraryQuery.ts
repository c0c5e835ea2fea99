import fc from 'fast-check';

const value = fc.oneof(
  fc.constantFrom('a', 'Success', 'null', 'Set*', '*a?', '"a b"', '"\\"\\\\ *"', '"null"', '""', 'é', 'x(y', '/s/ub:1', '😀'),
  fc.string({ unit: 'binary' }).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`),
);
const textField = fc.constantFrom(
  'operation',
  'result',
  'caller',
  'caller.UPN',
  'target.badge',
  'ip',
  'env_cv',
  'text',
  'key.x',
  'key."a b"',
  'key."\u202e"',
);
const closed = fc.constantFrom(
  'event:"set policy"',
  'event=(CreateInstance, "Set Current Policy")',
  'finding:(error, "value.time", s*)',
  'resultGroup="other"',
  'line>=1',
  'record:(0, 5..)',
);
const number = fc.constantFrom('0', '512', '18446744073709551615', '10.0', '1e3', '-5', '+7', '000', '9.99E-3');
const time = fc.constantFrom('2020', '2020-11', '2020-11-23', '2020-11-23T18', '2020-11-23t18:00z', '2020-11-23T18:23:29.9427158+01:00');
const comparison = fc.constantFrom('<', '<=', '>', '>=', ':', '=');

const term = fc.oneof(
  fc.constantFrom('a', 'and', '"OR"', '"-x"', '"two words"', 'e-mail', '"é"'),
  fc.tuple(textField, fc.constantFrom(':', '='), value).map((parts) => parts.join('')),
  fc
    .tuple(textField, fc.constantFrom(':', '='), fc.array(value, { minLength: 1, maxLength: 4 }))
    .map(([field, operator, items]) => `${field}${operator}(${items.join(' , ')})`),
  fc.tuple(fc.constantFrom('seq', 'env_flags', 'key.x'), comparison, number).map((parts) => parts.join('')),
  fc
    .tuple(number, fc.constantFrom('..', ''), fc.constantFrom('"x"', '5', 'null'))
    .map(([first, dots, second]) => `seq=(${first}${dots}, ${second})`),
  fc.tuple(fc.constant('time'), comparison, time).map((parts) => parts.join('')),
  fc.constantFrom('time:2020..2021', 'time:..2020-11-23', 'time:(2020, 2021-02.., null)', 'time="2020"', 'seq:5..', 'key.x>=2020-01-01'),
  fc.constantFrom('time:last-24h', 'time>=last-90s', 'time:last-2w..last-30m', 'time:..last-7d', 'time:(2020..last-1h, last-2h.., null)'),
  fc
    .tuple(
      textField.filter((field) => field !== 'text'),
      fc.constantFrom('first(F)', 'rare( F ,3)', 'count(F) < 12', 'count( F )>=0', 'count(F):1'),
    )
    .map(([field, call]) => call.replace('F', () => field)),
  closed,
  fc.tuple(fc.constant('key.x'), comparison, time).map((parts) => parts.join('')),
  fc.constantFrom('key.x:2020..2021', 'key.a."b c":(5.., ..2020-11, "1..2")', 'key.x:..1e3', 'ip:[::1]:443', 'ip:*:?'),
  fc.constantFrom('operation~/^S[a-z]/i', 'target~/a\\/b\\\\\\//', 'key.x~/\\d (e)/'),
);

/** Text of filters that parse, with every construct of the language in it. */
export const queryText: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    fc.tuple(tie('query'), fc.constantFrom(' ', ' AND ', ' OR ', '\n'), tie('query')).map((parts) => parts.join('')),
    tie('query').map((inner) => `(${inner})`),
    tie('query').map((inner) => `-( ${inner} )`),
    tie('query').map((inner) => `NOT (${inner})`),
  ),
})).query;
