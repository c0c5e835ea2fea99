/** How a source writes text as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How many bytes decide about compression and encoding. */
export const encodingLength = 4;

/** Whether bytes begin as gzip does: its mark and the only method of compression there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Recognises the encoding by the first bytes: by a byte order mark, or by what JSON text looks like in UTF-16 (`{\0"\0`). Two
 * characters are looked at, as a NUL before a record is usual padding in damaged UTF-8.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  if (beginsJson(first) && second === 0 && isAscii(third) && fourth === 0) {
    return 'utf-16le';
  }
  if (first === 0 && beginsJson(second) && third === 0 && isAscii(fourth)) {
    return 'utf-16be';
  }
  return 'utf-8';
}

/** What a log begins with: blanks, `{`, `[` or the record separator of RFC 7464. */
function beginsJson(byte: number | undefined): boolean {
  return byte !== undefined && ' \t\r\n{[\x1e'.includes(String.fromCharCode(byte));
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}
