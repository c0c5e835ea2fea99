import { characterLength } from '../../../core/rules/invalidBytes.ts';
import { isUtf8 } from '../../../core/json/utf8.ts';

/** Calling the decoder costs more than looking at so many bytes. */
const maxShort = 256;

/** Whether bytes are valid UTF-8, as `isUtf8` says; quick for the short texts of values. */
export function isWellFormed(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > maxShort) {
    return isUtf8(bytes, start, end);
  }
  for (let position = start; position < end;) {
    const length = characterLength(bytes, position, end);
    if (length === 0) {
      return false;
    }
    position += length;
  }
  return true;
}
