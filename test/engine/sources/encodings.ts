import { gzipSync } from 'node:zlib';

/** One way to write a text down as bytes, and how a summary must name it. */
export interface Writing {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly hasMark: boolean;
  readonly compression: 'none' | 'gzip';
}

export const writings: readonly Writing[] = (['utf-8', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) =>
  [false, true].flatMap((hasMark) => (['none', 'gzip'] as const).map((compression) => ({ encoding, hasMark, compression }))),
);

/** The bytes of a text; lone surrogates are kept in UTF-16. */
export function encode(text: string, encoding: Writing['encoding']): Buffer {
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** The bytes of a text before any compression. */
export function ownBytes(text: string, { encoding, hasMark }: Writing): Buffer {
  return encode((hasMark ? '\ufeff' : '') + text, encoding);
}

/** The whole file; compressed in as many members as told. */
export function write(text: string, writing: Writing, members = 1): Buffer {
  const bytes = ownBytes(text, writing);
  if (writing.compression === 'none') {
    return bytes;
  }
  const size = Math.ceil(bytes.length / members) || 1;
  return Buffer.concat(Array.from({ length: members }, (_, index) => gzipSync(bytes.subarray(index * size, (index + 1) * size))));
}
