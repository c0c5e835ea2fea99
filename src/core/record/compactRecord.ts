import { encodeText, isUtf8, sourceText } from '../json/utf8.ts';

/**
 * A record on one line: line breaks and the indentation after them are dropped, nothing else. They can be between
 * tokens only, as strings of valid JSON hold no raw line breaks. Invalid bytes become U+FFFD, so that the output is UTF-8.
 */
export function compactRecord(bytes: Uint8Array): Uint8Array {
  const valid = isUtf8(bytes, 0, bytes.length) ? bytes : encodeText(sourceText(bytes, 0, bytes.length));
  if (!valid.includes(0x0a) && !valid.includes(0x0d)) {
    return valid;
  }
  const compact = new Uint8Array(valid.length);
  let length = 0;
  let isIndentation = false;
  for (const byte of valid) {
    if (byte === 0x0a || byte === 0x0d) {
      isIndentation = true;
    } else if (!isIndentation || (byte !== 0x20 && byte !== 0x09)) {
      isIndentation = false;
      compact[length++] = byte;
    }
  }
  return compact.subarray(0, length);
}
