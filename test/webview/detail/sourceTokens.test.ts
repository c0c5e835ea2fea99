import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceTokens } from '../../../webview/detail/sourceTokens.ts';

it('tells keys, strings, numbers and words apart', () => {
  const kinds = sourceTokens('{"a" : "b\\"c", "n":[-1.5e3, true,null]}').flatMap(({ kind, text }) =>
    kind === 'plain' ? [] : [[kind, text]],
  );
  expect(kinds).toEqual([
    ['key', '"a" :'],
    ['string', '"b\\"c"'],
    ['key', '"n":'],
    ['number', '-1.5e3'],
    ['word', 'true'],
    ['word', 'null'],
  ]);
});

it('loses no character of any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(
        sourceTokens(text)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
