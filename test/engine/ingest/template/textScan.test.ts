import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashBytes } from '../../../../src/engine/columns/byteHash.ts';
import { TextScan } from '../../../../src/engine/ingest/template/textScan.ts';
import { runs } from '../../../runs.ts';

/** Bytes of strings, and those next to the ones that end them. */
const byte = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7f }) },
  { weight: 2, arbitrary: fc.constantFrom(0x21, 0x23, 0x5b, 0x5d, 0x1f, 0x20, 0x00, 0x0a, 0x7f, 0x80, 0xff, 0xa2, 0xdc) },
  { weight: 1, arbitrary: fc.constantFrom(0x22, 0x5c) },
);

interface Scanned {
  readonly quote: number;
  readonly beyondAscii: boolean;
}

/** The same, one byte after the other. */
function scanSlowly(bytes: readonly number[]): Scanned {
  let beyondAscii = false;
  for (const [index, one] of bytes.entries()) {
    if (one === 0x22) {
      return { quote: index, beyondAscii };
    }
    if (one < 0x20 || one === 0x5c) {
      return { quote: -1, beyondAscii };
    }
    beyondAscii ||= one >= 0x80;
  }
  return { quote: -1, beyondAscii };
}

describe('the scan of a string', () => {
  it('ends where a slow one ends, with the hash of what stands before', () => {
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 40 }), fc.nat({ max: 5 }), fc.integer(), (content, lead, seed) => {
        const bytes = Uint8Array.from([...Array.from({ length: lead }, () => 0x61), ...content]);
        const view = new DataView(bytes.buffer);
        const expected = scanSlowly(content);
        const end = expected.quote === -1 ? -1 : expected.quote + lead;
        const hashed = new TextScan(seed);
        const passed = new TextScan(seed);
        expect(hashed.scan(view, lead, bytes.length)).toBe(end);
        expect(passed.pass(view, lead, bytes.length)).toBe(end);
        if (end !== -1) {
          expect(hashed.hash).toBe(hashBytes(view, lead, end, seed));
          expect([hashed.beyondAscii, passed.beyondAscii]).toEqual([expected.beyondAscii, expected.beyondAscii]);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('reads nothing behind the end that it is told', () => {
    const bytes = new TextEncoder().encode('abcdefg"');
    const view = new DataView(bytes.buffer);
    for (let end = 0; end < bytes.length; end++) {
      expect(new TextScan(1).scan(view, 0, end)).toBe(-1);
      expect(new TextScan(1).pass(view, 0, end)).toBe(-1);
    }
  });
});
