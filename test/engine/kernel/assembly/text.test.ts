import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../../src/engine/columns/byteView.ts';
import { hashOf } from '../../../../src/engine/ingest/values/values.ts';
import { runs } from '../../../runs.ts';
import { kernelMemory } from './kernelMemory.ts';

const { kernel, put } = kernelMemory();

/** Bytes of strings, and those next to the ones that mean something. */
const byte = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0x20, max: 0x7f }) },
  { weight: 2, arbitrary: fc.constantFrom(0x21, 0x23, 0x5b, 0x5d, 0x1f, 0x20, 0x00, 0x0a, 0x7f, 0x80, 0xff, 0xa2, 0xdc) },
  { weight: 1, arbitrary: fc.constantFrom(0x22, 0x5c) },
);
const contents = fc.array(byte, { maxLength: 50 }).map((bytes) => Uint8Array.from(bytes));
const plainByte = fc.integer({ min: 0x20, max: 0x7f }).filter((one) => one !== 0x5c && one !== 0x22);
const plainContents = fc.array(plainByte, { maxLength: 50 }).map((bytes) => Uint8Array.from(bytes));

/** Index of the first quote that no backslash is before, byte after byte; -1 for none. */
function quoteSlowly(bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; index += bytes[index] === 0x5c ? 2 : 1) {
    if (bytes[index] === 0x22) {
      return index;
    }
  }
  return -1;
}

describe('the kernel', () => {
  it('finds the quote that closes a string', () => {
    fc.assert(
      fc.property(contents, (bytes) => {
        const from = put(bytes);
        const found = kernel.closingQuote(from, from + bytes.length);
        expect(found === 0 ? -1 : found - from).toBe(quoteSlowly(bytes));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('knows strings that are plain', () => {
    fc.assert(
      fc.property(fc.oneof(contents, plainContents), (bytes) => {
        const from = put(bytes);
        const isPlain = bytes.every((one) => one >= 0x20 && one < 0x80 && one !== 0x5c);
        expect(kernel.isPlain(from, from + bytes.length)).toBe(isPlain ? 1 : 0);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('compares bytes', () => {
    fc.assert(
      fc.property(contents, fc.nat(60), fc.integer({ min: 0, max: 255 }), (bytes, at, other) => {
        const both = new Uint8Array(bytes.length * 2);
        both.set(bytes);
        both.set(bytes, bytes.length);
        if (at < bytes.length) {
          both[bytes.length + at] = other;
        }
        const from = put(both);
        const isEqual = at >= bytes.length || bytes[at] === other;
        expect(kernel.areEqual(from, from + bytes.length, bytes.length)).toBe(isEqual ? 1 : 0);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('hashes requests as the columns have them', () => {
    fc.assert(
      fc.property(plainContents, (content) => {
        const from = put(content);
        const text = Uint8Array.from([0x22, ...content, 0x22]);
        expect(kernel.requestHash(from, from + content.length) >>> 0).toBe(hashOf(viewOf(text), 0, text.length));
      }),
      { numRuns: runs(2000) },
    );
  });
});
