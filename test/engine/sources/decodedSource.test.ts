import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { DecodedSource } from '../../../src/engine/sources/decodedSource.ts';

const text = Array.from({ length: 3000 }, (_, index) => `{"a":"größe ${index}"}\n`).join('');
const utf8 = new TextEncoder().encode(text);
const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

async function readWhole(source: DecodedSource, step: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for (let offset = 0; ;) {
    const bytes = await source.read(offset, step);
    if (bytes.length === 0) {
      return Buffer.concat(parts).toString();
    }
    parts.push(new Uint8Array(bytes));
    offset += bytes.length;
  }
}

describe('a source as UTF-8', () => {
  it.each([
    ['as it is', utf8, text],
    ['of gzip', new Uint8Array(gzipSync(utf8)), text],
    ['of gzip in several members', new Uint8Array(Buffer.concat([gzipSync(utf8.subarray(0, 500)), gzipSync(utf8.subarray(500))])), text],
    ['of UTF-16', utf16, `\ufeff${text}`],
    ['of UTF-16 within gzip', new Uint8Array(gzipSync(utf16)), `\ufeff${text}`],
    ['of nothing', new Uint8Array(0), ''],
  ])('%s has the same text in whatever steps it is read', async (_, bytes, expected) => {
    for (const step of [333, 70_000, 1_000_000]) {
      const source = new DecodedSource(new BytesSource('log', bytes), nodeCompression);
      await source.open();
      expect(await readWhole(source, step)).toBe(expected);
      expect(source.consumed).toBe(bytes.length);
      await source.close();
    }
  });

  it('can be read again anywhere', async () => {
    for (const bytes of [utf8, new Uint8Array(gzipSync(utf8))]) {
      const source = new DecodedSource(new BytesSource('log', bytes), nodeCompression);
      await source.open();
      await readWhole(source, 50_000);
      for (const offset of [0, 17, 40_000, utf8.length - 3]) {
        expect(Buffer.compare(await source.read(offset, 100), utf8.subarray(offset, offset + 100))).toBe(0);
      }
      await source.close();
    }
  });
});
