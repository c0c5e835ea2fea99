import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownLength } from '../../../src/core/describe/fieldDescription.ts';
import { shownValue } from '../../../src/core/describe/shownValue.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { described } from './described.ts';

function shown(json: string): ReturnType<typeof shownValue> {
  const bytes = new TextEncoder().encode(json);
  return shownValue(bytes, parseValueTree(bytes, 0, bytes.length));
}

describe('secrets', () => {
  const url = 'https://contoso.example/a?sv=1&sig=abc%2Fdef&se=2';
  test.each([
    [JSON.stringify(url), 'https://contoso.example/a?sv=1&sig=…&se=2'],
    [JSON.stringify(url).replace('&', '\\u0026'), 'https://contoso.example/a?sv=1&sig=…&se=2'],
    [JSON.stringify({ url }), '{"url":"https://contoso.example/a?sv=1&sig=…&se=2"}'],
    [JSON.stringify({ url }).replace('&', '\\u0026'), '{"url":"https://contoso.example/a?sv=1\\u0026sig=…&se=2"}'],
  ])('%s', (json, text) => {
    const value = shown(json);
    expect(value.text).toBe(text);
    expect(value.source).not.toContain('abc');
    expect(value.masked).toBe(true);
  });
  test('never become part of a filter', () => {
    expect(described(`{"callerIdentities":[{"callerIdentityType":"SasURL","callerIdentity":"${url}"}]}`)[0]).toMatchObject({
      name: 'SasURL',
      filter: null,
      explanation: [{ value: { code: 'describe.identityType.SasURL' } }],
    });
  });
});

test('a long text is cut, tells its whole length, is not explained and not filtered by', () => {
  expect(described(`{"resultDescription":"${'{'.repeat(10_000)}"}`)[0]).toMatchObject({
    source: `"${'{'.repeat(shownLength - 1)}`,
    text: '{'.repeat(shownLength),
    sourceLength: 10_002,
    explanation: [],
    filter: null,
  });
});

test('whatever is shown of a string is how it begins', () => {
  const unit = fc.constantFrom('a', 'é', '漢', '😀', '"', '\\', '\n', '\u0000', '\ud800');
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 9_000 }), (units, repeats) => {
      const text = units.join('').repeat(Math.ceil(repeats / units.length));
      const json = JSON.stringify(text);
      const value = shown(json);
      expect(value.sourceLength).toBe(json.length);
      expect(text.startsWith(value.text)).toBe(true);
      expect(json.startsWith(value.source)).toBe(true);
      expect(value.text.length).toBeGreaterThanOrEqual(Math.min(text.length, shownLength - 1));
      expect(value.whole).toBe(json.length <= shownLength);
    }),
  );
});
