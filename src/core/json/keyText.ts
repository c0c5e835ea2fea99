import { sourceText } from './utf8.ts';

/** So many keys are remembered, each in the one place that its bytes lead to. A power of two. */
const places = 512;
/** Longer keys, in bytes, are not remembered: what is kept must be bounded. */
const maxLength = 64;

interface Known {
  readonly bytes: Uint8Array;
  readonly text: string;
}

const known: (Known | undefined)[] = [];

/**
 * The text of a key without escapes, whose content is in `bytes` from `start` up to `end`. Records have the same keys again and
 * again: those that were decoded before give the same string once more, without decoding.
 */
export function keyText(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length === 0 || length > maxLength) {
    return sourceText(bytes, start, end);
  }
  const place = (length * 31 + bytes[start]! * 7 + bytes[end - 1]! * 131 + bytes[start + (length >> 1)]! * 17) & (places - 1);
  const there = known[place];
  if (there !== undefined && isAt(bytes, start, length, there.bytes)) {
    return there.text;
  }
  const text = sourceText(bytes, start, end);
  known[place] = { bytes: bytes.slice(start, end), text };
  return text;
}

function isAt(bytes: Uint8Array, start: number, length: number, wanted: Uint8Array): boolean {
  if (wanted.length !== length) {
    return false;
  }
  for (let index = 0; index < length; index++) {
    if (bytes[start + index] !== wanted[index]) {
      return false;
    }
  }
  return true;
}
