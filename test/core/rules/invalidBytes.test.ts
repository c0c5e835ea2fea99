import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInvalidBytes } from '../../../src/core/rules/invalidBytes.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isValid(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const mixed = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 3 }),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    ),
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

it('finds nothing in valid UTF-8, and in other bytes the first at which validity ends', () => {
  fc.assert(
    fc.property(mixed, (bytes) => {
      const found = findInvalidBytes(bytes, 0, bytes.length);
      expect(found === undefined).toBe(isValid(bytes));
      if (found !== undefined) {
        expect(isValid(bytes.subarray(0, found.first))).toBe(true);
        // Whatever is cut off after it, the byte cannot begin a valid character.
        const rest = [1, 2, 3, 4].map((length) => bytes.subarray(found.first, found.first + length));
        expect(rest.some(isValid)).toBe(false);
      }
    }),
  );
});

it('counts what would have to go for the rest to be valid', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(0x80, 0xc0, 0xff, 0xf5), fc.constantFrom('a', 'é', '€', '😀'))), (parts) => {
      const bytes = Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])));
      const count = parts.filter((part) => typeof part === 'number').length;
      expect(findInvalidBytes(bytes, 0, bytes.length)?.count ?? 0).toBe(count);
    }),
  );
});
