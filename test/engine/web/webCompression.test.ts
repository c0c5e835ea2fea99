import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GunzipFault } from '../../../src/engine/sources/compression.ts';
import { webCompression } from '../../../src/engine/web/webCompression.ts';
import { runs } from '../../runs.ts';

const plain = Array.from({ length: 300 }, (_, index) => `{"env_seqNum":${index}}\n`).join('');

/** Feeds gzip piece by piece: what it becomes, and the fault that ends it. */
async function gunzip(pieces: readonly Uint8Array[]): Promise<{ readonly text: string; readonly fault: string | undefined }> {
  const gunzipping = webCompression.gunzip();
  const parts: Uint8Array[] = [];
  const textOf = (): string => Buffer.concat(parts).toString();
  try {
    for (const [number, piece] of pieces.entries()) {
      for await (const part of gunzipping.push(piece, number === pieces.length - 1)) {
        parts.push(part);
      }
    }
    return { text: textOf(), fault: undefined };
  } catch (error) {
    return { text: textOf(), fault: error instanceof GunzipFault ? error.kind : 'another error' };
  } finally {
    gunzipping.close();
  }
}

function cut(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

/** A member whose header has flags (RFC 1952, 2.3.1) and the fields that they announce. */
function withHeader(member: Uint8Array, flags: number, fields: readonly number[]): Uint8Array {
  return Uint8Array.from([...member.subarray(0, 3), flags, ...member.subarray(4, 10), ...fields, ...member.subarray(10)]);
}

const name = [...Buffer.from('audit.json\0')];
const extra = [4, 0, 1, 2, 3, 4];

describe('gzip on the web', () => {
  it('is decompressed however it is cut, with any number of members', async () => {
    const member = fc.constantFrom('', 'one', 'two\n', plain);
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3000 }), async (members, size) => {
        const pieces = cut(Buffer.concat(members.map((text) => gzipSync(text))), size);
        expect(await gunzip(pieces)).toEqual({ text: members.join(''), fault: undefined });
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ['a name', 8, name],
    ['a name and a comment', 8 + 16, [...name, ...name]],
    ['extra fields', 4, extra],
    ['extra fields and a checksum of the header', 4 + 2, [...extra, 0x12, 0x34]],
  ])('may have %s in its header', async (_, flags, fields) => {
    for (const text of ['', plain]) {
      const member = withHeader(gzipSync(text), flags, fields);
      expect(await gunzip([Buffer.concat([member, member])])).toEqual({ text: text + text, fault: undefined });
    }
  });

  it.each([1, 2, 3])('may have %i NULs behind it', async (count) => {
    expect(await gunzip([Buffer.concat([gzipSync(plain), Buffer.alloc(count)])])).toEqual({ text: plain, fault: undefined });
  });

  it('may have any number of NULs behind it that come one by one, and nothing behind these', async () => {
    const padded = Buffer.concat([gzipSync('one'), Buffer.alloc(2000)]);
    expect(await gunzip(cut(padded, 1))).toEqual({ text: 'one', fault: undefined });
    expect(await gunzip(cut(Buffer.concat([padded, Buffer.from('x')]), 1))).toEqual({ text: 'one', fault: 'header' });
  });

  it.each(['x', '\0x', 'x\0\0', '{"a":1}\n', '\0\0\0\0\0'])('is at fault where %j is behind it in one piece', async (after) => {
    const { fault } = await gunzip([Buffer.concat([gzipSync(plain), Buffer.from(after)])]);
    expect(fault).toBe('header');
  });
});

describe('a fault of gzip on the web', () => {
  const whole = gzipSync(plain);

  it('is told wherever it is cut off', async () => {
    for (let length = 1; length < whole.length; length++) {
      expect({ length, fault: (await gunzip([whole.subarray(0, length)])).fault }).toEqual({ length, fault: 'truncated' });
    }
    // Of another member, the first bytes may be padding or the beginning of a header.
    for (let length = 4; length < whole.length; length++) {
      const { fault } = await gunzip([Buffer.concat([whole, whole.subarray(0, length)])]);
      expect({ length, fault }).toEqual({ length, fault: 'truncated' });
    }
  });

  it.each([
    ['checksum', whole.length - 8],
    ['checksum', whole.length - 5],
  ])('is the %s, by byte %i', async (fault, at) => {
    expect((await gunzip([whole.with(at, (whole[at] ?? 0) ^ 1)])).fault).toBe(fault);
    const first = await gunzip([Buffer.concat([whole.with(at, (whole[at] ?? 0) ^ 1), whole])]);
    expect(first.fault).toBe(fault);
  });

  it('is the checksum of a member before padding that comes byte by byte', async () => {
    const damaged = whole.with(whole.length - 8, (whole[whole.length - 8] ?? 0) ^ 1);
    expect((await gunzip([damaged.subarray(0, -1), ...cut(Buffer.concat([damaged.subarray(-1), Buffer.alloc(10)]), 1)])).fault).toBe(
      'checksum',
    );
  });

  it('is a header that is none', async () => {
    expect((await gunzip([Buffer.from('no gzip at all, but text')])).fault).toBe('header');
  });

  it.each([8, 9, 10, 11, 12, 20, 500])('are %i NULs where its content should be', async (count) => {
    const header = gzipSync('').subarray(0, 10);
    const all = [header, withHeader(header, 8 + 16, [...name, ...name]), withHeader(header, 4, extra), withHeader(header, 2, [0x12, 0x34])];
    for (const one of all) {
      expect((await gunzip([Buffer.concat([one, Buffer.alloc(count)])])).fault).toMatch(/corrupt|truncated/);
    }
  });
});

describe('a block that is kept packed', () => {
  it('is the same when it is unpacked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        expect(await webCompression.unpack(await webCompression.pack(bytes), bytes.length)).toEqual(bytes);
      }),
    );
  });

  it('takes less room where it repeats', async () => {
    expect((await webCompression.pack(Buffer.from(plain.repeat(10)))).length).toBeLessThan(plain.length);
  });

  it('is not for what is short: that goes through the pieces like all else', () => {
    expect(webCompression.gunzipShort(gzipSync('one'), 1000)).toBeUndefined();
  });
});
