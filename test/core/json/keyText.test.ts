import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyText } from '../../../src/core/json/keyText.ts';
import { lowerCase } from '../../../src/core/json/lowerCase.ts';
import { encodeText, sourceText } from '../../../src/core/json/utf8.ts';
import { runs } from '../../runs.ts';

/** Keys that are alike at both ends and in the middle, so that many lead to one place. */
const keys = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('', 'x', 'y', 'xx'), fc.constantFrom('m', 'n'), fc.constantFrom('z', 'é'))
    .map((parts) => parts.join('')),
);

it('is what decoding gives, whichever keys came before', () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), (texts) => {
      for (const text of texts) {
        const bytes = encodeText(`"${text}"`);
        expect(keyText(bytes, 1, bytes.length - 1)).toBe(sourceText(bytes, 1, bytes.length - 1));
        expect(lowerCase(text)).toBe(text.toLowerCase());
      }
    }),
    { numRuns: runs(300) },
  );
});

it('does not change when the bytes do', () => {
  const bytes = encodeText('eventName');
  expect(keyText(bytes, 0, 9)).toBe('eventName');
  bytes[0] = 0x45;
  expect(keyText(bytes, 0, 9)).toBe('EventName');
  bytes[0] = 0x65;
  expect(keyText(bytes, 0, 9)).toBe('eventName');
});
