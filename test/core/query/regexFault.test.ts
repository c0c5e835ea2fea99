import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { regexFault, regexSpan } from '../../../src/core/query/regexFault.ts';

describe('what a pattern must not have', () => {
  test.each<[pattern: string, code: string, part: string]>([
    ['a(?=b)', 'query.regexLookAround', '(?='],
    ['(?<!a)(?=b)', 'query.regexLookAround', '(?<!'],
    ['((a)|[)\\]]\\12)', 'query.regexBackreference', '\\12'],
    ['\\\\\\1', 'query.regexBackreference', '\\1'],
    ['[[:alpha:](](?!x)', 'query.regexLookAround', '(?!'],
    ['[^]a](?!x)', 'query.regexLookAround', '(?!'],
    ['\\Q(?=\\E(?=', 'query.regexLookAround', '(?='],
  ])('%s', (pattern, code, part) => {
    const fault = regexFault(pattern);
    expect([fault?.code, fault && pattern.slice(fault.start, fault.end), fault?.end]).toEqual([
      code,
      part,
      pattern.lastIndexOf(part) + part.length,
    ]);
  });

  test.each(['(?:a)', '(?<name>a)', '(?P<name>a)', '[(?=]', '[]\\1(?=]', '\\(?=a', '\\\\1', '\\Q(?=\\1', '\\0', '(', '[', 'a\\'])(
    'is not in %s',
    (pattern) => {
      expect(regexFault(pattern)).toBeUndefined();
    },
  );
});

test('a part of a pattern is found in a filter that writes its slashes with a backslash', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('/', 'a', '.') }), fc.nat(), fc.nat(), (pattern, first, second) => {
      const start = first % (pattern.length + 1);
      const end = start + (second % (pattern.length + 1 - start));
      const filter = `x~/${pattern.replaceAll('/', '\\/')}/`;
      const span = regexSpan(2, pattern, { start, end });
      expect(filter.slice(span.start, span.end).replaceAll('\\/', '/')).toBe(pattern.slice(start, end));
    }),
  );
});
