import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Scan, scanValue } from '../../../../src/core/json/jsonScanner.ts';
import { isPlainNumber } from '../../../../src/engine/ingest/values/fieldVerdicts.ts';
import { runs } from '../../../runs.ts';
import { kernelMemory } from './kernelMemory.ts';

const { kernel, put } = kernelMemory();
const encoder = new TextEncoder();

const scalars = fc.oneof(
  fc.constantFrom('null', 'true', 'false', 'nul', 'True', 'fals', 'truth'),
  fc.string({ unit: fc.constantFrom('0', '1', '9', '-', '.', 'e', '+'), maxLength: 18 }),
  fc.integer().map(String),
  fc.double({ noNaN: true }).map(String),
);

it('passes what is neither string, array nor object, where JavaScript certainly holds it', () => {
  let passed = 0;
  fc.assert(
    fc.property(scalars, fc.constantFrom(',', '}', ' '), (text, after) => {
      const bytes = encoder.encode(text + after);
      const from = put(bytes);
      const end = kernel.scalarEnd(from);
      const next = scanValue(bytes, 0, bytes.length, new Scan());
      if (end !== 0) {
        passed++;
        expect({ text, end: end - from }).toEqual({ text, end: next });
        expect(bytes[0]! > 0x40 || isPlainNumber(bytes, 0, next)).toBe(true);
      } else {
        // Others decide on exponents and on long numbers.
        expect({ text, isLeft: next !== text.length || text.length > 15 || /e/i.test(text) }).toEqual({ text, isLeft: true });
      }
    }),
    { numRuns: runs(3000) },
  );
  expect(passed).toBeGreaterThan(runs(3000) / 10);
});
