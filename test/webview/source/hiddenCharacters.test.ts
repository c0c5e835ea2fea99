import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleParts } from '../../../webview/source/hiddenCharacters.ts';

it('names what is not seen, or reorders what is around it', () => {
  expect(visibleParts('a\u202eb\u0007\u200b😀\ud800')).toEqual([
    { text: 'a' },
    { text: '\u202e', name: 'U+202E' },
    { text: 'b' },
    { text: '\u0007', name: 'U+0007' },
    { text: '\u200b', name: 'U+200B' },
    { text: '😀' },
    { text: '\ud800', name: 'U+D800' },
  ]);
  expect(visibleParts('👩\u200d💻\tשלום')).toEqual([{ text: '👩\u200d💻\tשלום' }]);
  expect(visibleParts('')).toEqual([{ text: '' }]);
});

it('loses no character of any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
      expect(
        visibleParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
