import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inertMarkdown } from '../../../src/host/languageFeatures/inertMarkdown.ts';

it.each([
  ['plain words 123 äöü 日本', 'plain words 123 äöü 日本'],
  ['<img src=x>', '&#60;img src&#61;x&#62;'],
  ['[x](command:y)', '&#91;x&#93;&#40;command&#58;y&#41;'],
  ['https://example.com', 'https&#58;&#47;&#47;example&#46;com'],
  ['a@b.c', 'a&#64;b&#46;c'],
  ['&lt;', '&#38;lt&#59;'],
  ['two\r\n\n# lines\t', 'two &#35; lines '],
])('writes %j so that nothing of it means anything', (text, expected) => expect(inertMarkdown(text)).toBe(expected));

it('shows every text as it is, but for white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const shown = inertMarkdown(text).replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      expect(shown).toBe(text.replaceAll(/\s+/g, ' '));
    }),
  );
});
