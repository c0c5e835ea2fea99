import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { StringContent } from '../../../../src/engine/ingest/values/stringContent.ts';
import { runs } from '../../../runs.ts';

const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7ff, max: 0xe000 }), fc.integer({ min: 0, max: 0x7f }));
const forms = [
  (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`,
  (code: number): string => `\\u${code.toString(16).padStart(4, '0').toUpperCase()}`,
  (code: number): string => JSON.stringify(String.fromCharCode(code)).slice(1, -1),
  (code: number): string => (code === 0x2f ? '\\/' : JSON.stringify(String.fromCharCode(code)).slice(1, -1)),
];

it('a string has the bytes of its text, whatever is escaped in it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, fc.constantFrom(...forms)), { maxLength: 40 }), (units) => {
      const text = `"${units.map(([code, form]) => form(code)).join('')}"`;
      const bytes = new TextEncoder().encode(`${text}"behind`);
      const length = new TextEncoder().encode(text).length;
      const content = new StringContent('WTF-8');
      expect(content.resolve(bytes, 1, length - 1)).toBe(length - 1);
      expect(content.resolved.slice(0, content.length)).toEqual(encodeText(JSON.parse(text) as string));
    }),
    { numRuns: runs(2000) },
  );
});

it('of any length', () => {
  const bytes = new TextEncoder().encode('\\u00e4b'.repeat(100_000));
  const content = new StringContent('WTF-8');
  content.resolve(bytes, 0, bytes.length);
  expect(content.length).toBe(300_000);
});
