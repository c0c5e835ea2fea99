import { detectEncoding, isGzip } from '../../src/core/reading/decoding/encoding.ts';
import { comparable } from './comparable.ts';
import { specify } from './specification.ts';
import { readBy, selections } from './ways.ts';

/** The first selection of ways that reads a log otherwise than the specification; undefined where all agree, or it is not UTF-8. */
export function differingWay(bytes: Uint8Array): string | undefined {
  if (isGzip(bytes) || detectEncoding(bytes) !== 'utf-8') {
    return undefined;
  }
  const wanted = textOf(comparable(specify(bytes)));
  return selections
    .map((ways) => ways.join(' and ') || 'the general way')
    .find((_, index) => {
      return textOf(comparable(readBy(selections[index]!, bytes, bytes.length || 1))) !== wanted;
    });
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
