import { detectEncoding, isGzip } from '../../src/core/reading/decoding/encoding.ts';
import { comparable } from './comparable.ts';
import { readers } from './readers.ts';

/** The first reader that reads a log otherwise than the specification; undefined where all agree, or it is not UTF-8. */
export function differingWay(bytes: Uint8Array): string | undefined {
  if (isGzip(bytes) || detectEncoding(bytes) !== 'utf-8') {
    return undefined;
  }
  const [specification, ...others] = readers;
  const size = bytes.length || 1;
  const wanted = textOf(comparable(specification.read(bytes, size)));
  return others.find((reader) => textOf(comparable(reader.read(bytes, size))) !== wanted)?.name;
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
