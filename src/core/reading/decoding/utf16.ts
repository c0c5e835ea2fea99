/**
 * UTF-16 as UTF-8, the one encoding that records are found in. A surrogate without its partner becomes the byte 0xFF,
 * which UTF-8 never holds: it counts as one invalid byte, is shown as one U+FFFD, and every decoded byte still says how
 * many bytes of UTF-16 it was made from.
 */
const loneSurrogate = 0xff;

export interface DecodedUtf16 {
  readonly bytes: Uint8Array;
  /** How many bytes were decoded: the others belong to a character whose rest is missing. */
  readonly used: number;
}

/** Decodes as much as is whole; with `isLast` also a first half of a pair at the end, but never half a unit. */
export function decodeUtf16(utf16: Uint8Array, isLittleEndian: boolean, isLast: boolean): DecodedUtf16 {
  const high = isLittleEndian ? 1 : 0;
  const end = utf16.length - (utf16.length & 1);
  const bytes = new Uint8Array((end / 2) * 3);
  let length = 0;
  let position = 0;
  for (; position < end; position += 2) {
    const unit = (utf16[position + high]! << 8) | utf16[position + 1 - high]!;
    if (unit < 0x80) {
      bytes[length++] = unit;
    } else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6);
      bytes[length++] = 0x80 | (unit & 0x3f);
    } else if ((unit & 0xf800) !== 0xd800) {
      bytes[length++] = 0xe0 | (unit >> 12);
      bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[length++] = 0x80 | (unit & 0x3f);
    } else {
      const isFirstHalf = unit < 0xdc00;
      if (isFirstHalf && position + 2 === end && !isLast) {
        break;
      }
      const next = isFirstHalf && position + 2 < end ? (utf16[position + 2 + high]! << 8) | utf16[position + 3 - high]! : 0;
      if ((next & 0xfc00) !== 0xdc00) {
        bytes[length++] = loneSurrogate;
        continue;
      }
      const code = 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff);
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[length++] = 0x80 | (code & 0x3f);
      position += 2;
    }
  }
  return { bytes: bytes.slice(0, length), used: position };
}

/** From how many bytes of UTF-16 some bytes that {@link decodeUtf16} made were decoded. */
export function utf16Bytes(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    // A character's first byte counts for all of it; those beyond the first plane take two units.
    units += (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 && byte !== loneSurrogate ? 2 : 1;
  }
  return units * 2;
}
