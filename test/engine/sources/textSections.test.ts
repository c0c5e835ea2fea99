import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../src/core/reading/decoding/encoding.ts';
import { TextSections } from '../../../src/engine/sources/textSections.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') {
    return encoder.encode(text);
  }
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...Array(text.length).keys()].forEach((index) => view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le'));
  return bytes;
}

interface Part {
  readonly text: string;
  readonly encoding: Encoding;
}

function sectionsOf(parts: readonly Part[]): TextSections {
  const bytes = Buffer.concat(parts.map(({ text, encoding }) => encode(text, encoding)));
  return new TextSections((offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)), parts[0]!.encoding);
}

const lines = fc
  .array(fc.record({ name: fc.constantFrom('ann', 'bär', '日本'), count: fc.nat() }), { minLength: 1, maxLength: 8 })
  .map((records) => records.map((record) => `${JSON.stringify(record)}\n`).join(''));
/** Neighbours differ in encoding. */
const parts = fc
  .tuple(fc.array(lines, { minLength: 1, maxLength: 4 }), fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be'))
  .map(([texts, other]) =>
    texts.map((text, index): Part => ({ text, encoding: index % 2 === 0 ? 'utf-8' : other === 'utf-8' ? 'utf-16le' : other })),
  );

describe('a text whose encoding changes', () => {
  it('is read as the UTF-8 of its whole text, whatever ranges are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 500 }), async (all, step) => {
        const sections = sectionsOf(all);
        const expected = all.map(({ text }) => text).join('');
        let read = '';
        const streaming = new TextDecoder();
        for (let offset = 0; ;) {
          const bytes = await sections.read(offset, step);
          read += streaming.decode(bytes, { stream: true });
          offset += bytes.length;
          if (bytes.length < step) {
            break;
          }
        }
        expect(read).toBe(expected);
      }),
      { numRuns: runs(100) },
    );
  });

  it('knows the seams, the encodings, and where characters stand in the source', async () => {
    const all: readonly Part[] = [
      { text: '{"a":1}\n', encoding: 'utf-8' },
      { text: '{"b":"ä"}\n', encoding: 'utf-16le' },
      { text: '{"c":3}\n{"c":4}\n', encoding: 'utf-8' },
    ];
    const sections = sectionsOf(all);
    expect(decoder.decode(await sections.read(0, 1000))).toBe(all.map(({ text }) => text).join(''));
    const second = all[0]!.text.length;
    const third = second + encoder.encode(all[1]!.text).length;
    expect([0, second, third].map((offset) => sections.seamAt(offset))).toEqual([undefined, ['utf-8', 'utf-16le'], ['utf-16le', 'utf-8']]);
    expect([0, second, third].map((offset) => sections.encodingAt(offset))).toEqual(['utf-8', 'utf-16le', 'utf-8']);
    expect(await Promise.all([3, second + 2, third + 4].map((offset) => sections.placeOf(offset)))).toEqual([
      3,
      second + 4,
      second + all[1]!.text.length * 2 + 4,
    ]);
    expect(sections.isPlain).toBe(false);
    expect(sections.seen).toBe(second + all[1]!.text.length * 2 + all[2]!.text.length);
  });

  it('is plain while no seam is known', async () => {
    const sections = sectionsOf([{ text: '{"a":1}\n{"a":2}\n', encoding: 'utf-8' }]);
    await sections.read(0, 100);
    expect([sections.isPlain, sections.endsWhole, sections.endsWithin, sections.seen]).toEqual([true, true, false, 16]);
    sections.passTo(40);
    expect(sections.seen).toBe(40);
  });
});
