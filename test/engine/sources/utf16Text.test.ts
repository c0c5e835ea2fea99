import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf16Text } from '../../../src/engine/sources/utf16Text.ts';
import type { ReadRange } from '../../../src/engine/sources/readRange.ts';
import { runs } from '../../runs.ts';

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  }
  return bytes;
}

function reader(bytes: Uint8Array): ReadRange {
  return (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length));
}

function textOf(text: string, isLittleEndian = true): Utf16Text {
  return new Utf16Text(reader(utf16(text, isLittleEndian)), isLittleEndian, 0, 0);
}

/** Text of one record a line, some hundred kilobytes of UTF-16: several blocks. */
const long = Array.from({ length: 9000 }, (_, index) => `{"a":"${'é€😀'.repeat(index % 4)}${index}"}\n`).join('');
const longUtf8 = new TextEncoder().encode(long);

describe('UTF-16 read as UTF-8', () => {
  it.each([true, false])('has the bytes of its text at every offset (little endian: %s)', async (isLittleEndian) => {
    const text = textOf(long, isLittleEndian);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: longUtf8.length + 10 }), fc.integer({ min: 1, max: 200_000 }), async (offset, length) => {
        const read = await text.read(offset, length);
        expect(Buffer.compare(read, longUtf8.subarray(offset, offset + length))).toBe(0);
      }),
      { numRuns: runs(60) },
    );
    expect(text.decodedEnd).toBe(longUtf8.length);
    expect(text.endsWhole && !text.endsWithin).toBe(true);
  });

  it('knows for each character where it begins in the source', async () => {
    const text = textOf(long);
    const prefix = new TextEncoder();
    for (const index of [0, 1, 40, 30_000, 60_001, long.length]) {
      // Not within a pair of surrogates.
      const at = /^[\udc00-\udfff]/.test(long.slice(index)) ? index + 1 : index;
      expect(await text.placeOf(prefix.encode(long.slice(0, at)).length)).toBe(at * 2);
    }
  });

  it('reads into an array that is given', async () => {
    const into = new Uint8Array(20);
    const read = await textOf('{"a":1}').read(0, 20, undefined, into);
    expect(read.buffer).toBe(into.buffer);
    expect(new TextDecoder().decode(read)).toBe('{"a":1}');
  });

  it('says where it ends within a unit or a character', async () => {
    const half = new Utf16Text(reader(utf16('{"a":1}', true).subarray(0, 13)), true, 0, 0);
    await half.read(0, 100);
    expect([half.endsWithin, half.endsWhole]).toEqual([true, false]);
    const surrogate = textOf('{"a":"😀'.slice(0, -1));
    await surrogate.read(0, 100);
    expect(surrogate.endsWhole).toBe(false);
  });

  it('goes on where the source has grown', async () => {
    const all = utf16('{"a":1}\n{"b":2}\n', true);
    let known = 16;
    const text = new Utf16Text((offset, length) => Promise.resolve(all.subarray(offset, Math.min(known, offset + length))), true, 0, 0);
    expect(new TextDecoder().decode(await text.read(0, 100))).toBe('{"a":1}\n');
    known = all.length;
    text.goOn();
    expect(new TextDecoder().decode(await text.read(0, 100))).toBe('{"a":1}\n{"b":2}\n');
  });

  it('begins at an offset of the source, and ends where UTF-8 follows', async () => {
    const head = new TextEncoder().encode('{"head":0}\n');
    const tail = new TextEncoder().encode('{"tail":1}\n{"tail":2}\n');
    const middle = utf16('{"middle":1}\n', true);
    const bytes = Buffer.concat([head, middle, tail]);
    const text = new Utf16Text(reader(bytes), true, head.length, 100);
    expect(new TextDecoder().decode(await text.read(100, 1000))).toBe('{"middle":1}\n');
    expect(text.seam).toMatchObject({ at: head.length + middle.length, encoding: 'utf-8' });
  });
});
