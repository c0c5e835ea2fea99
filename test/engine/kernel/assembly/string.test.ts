import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Scan, scanString } from '../../../../src/core/json/jsonScanner.ts';
import { isWellFormed } from '../../../../src/engine/ingest/template/wellFormed.ts';
import { runs } from '../../../runs.ts';
import { kernelMemory } from './kernelMemory.ts';

const { kernel, put } = kernelMemory();

const part = fc.oneof(
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/["\\]/g, '')),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll(/["\\]/g, '')),
  fc.constantFrom(
    String.raw`\u00e4`,
    String.raw`\n`,
    String.raw`\"`,
    String.raw`\\`,
    String.raw`\/`,
    String.raw`\x`,
    String.raw`\u00g4`,
    '\t',
    '\u007f',
  ),
);
const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 2 });
const contents = fc.tuple(fc.array(part, { maxLength: 4 }), fc.oneof(fc.constant([]), edits)).map(([parts, changes]) => {
  const bytes = new TextEncoder().encode(`"${parts.join('')}"`);
  changes.forEach(([at, byte]) => (bytes[at % bytes.length] = at % bytes.length === 0 ? 0x22 : byte));
  return bytes;
});

it('passes a string that is JSON in UTF-8, and no other', () => {
  let passed = 0;
  fc.assert(
    fc.property(contents, (bytes) => {
      const ended = new Uint8Array(bytes.length + 1);
      ended.set(bytes);
      const from = put(ended);
      const scanned = scanString(bytes, 0, bytes.length, new Scan());
      const wanted = scanned > 0 && isWellFormed(bytes, 0, scanned) ? scanned : 0;
      const end = kernel.stringEnd(from + 1);
      passed += wanted === 0 ? 0 : 1;
      expect({ bytes: [...bytes], end: end === 0 ? 0 : end - from }).toEqual({ bytes: [...bytes], end: wanted });
    }),
    { numRuns: runs(3000) },
  );
  expect(passed).toBeGreaterThan(runs(3000) / 10);
});
