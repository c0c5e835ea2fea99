/**
 * Text in bytes. Logs are UTF-8, but strict UTF-8 has no form for a lone surrogate, which JSON can name (`\ud800`).
 * Where such a string is kept as bytes it is kept as WTF-8 (https://simonsapin.github.io/wtf-8/): a surrogate is written
 * as the three bytes of its code point, and {@link decodeText} reads it back.
 */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const encoder = new TextEncoder();

/** Source bytes as text; invalid bytes become U+FFFD. Never fails. */
export function sourceText(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

/** Whether the bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  try {
    strictDecoder.decode(bytes.subarray(start, end));
    return true;
  } catch {
    return false;
  }
}

/** The bytes of a text: UTF-8, or WTF-8 where it holds a lone surrogate. */
export function encodeText(text: string): Uint8Array {
  if (!/\p{Surrogate}/u.test(text)) {
    return encoder.encode(text);
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Splits into lone surrogates and well-formed stretches between them.
  for (const [piece] of text.matchAll(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])+/g,
  )) {
    const code = piece.charCodeAt(0);
    const bytes =
      piece.length === 1 && code >= 0xd800 && code <= 0xdfff
        ? Uint8Array.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
        : encoder.encode(piece);
    pieces.push(bytes);
    length += bytes.length;
  }
  const whole = new Uint8Array(length);
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}

/** Text of bytes that {@link encodeText} made; bytes of a source that are invalid become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let index = bytes.indexOf(0xed); index !== -1; index = bytes.indexOf(0xed, index + 1)) {
    // A surrogate: what else follows is text, or invalid.
    if (isWithin(bytes[index + 1], 0xa0) && isWithin(bytes[index + 2], 0x80)) {
      text += decoder.decode(bytes.subarray(from, index));
      text += String.fromCharCode(0xd000 | ((bytes[index + 1]! & 0x3f) << 6) | (bytes[index + 2]! & 0x3f));
      from = index + 3;
    }
  }
  return text + decoder.decode(bytes.subarray(from));
}

/** Whether a byte is there that goes on with a character, and not less than the first. */
function isWithin(byte: number | undefined, first: number): boolean {
  return byte !== undefined && byte >= first && byte <= 0xbf;
}

/** How many UTF-16 units the text of these bytes has, invalid bytes counted as the decoder shows them. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let index = start;
  while (index < end && bytes[index]! < 0x80) {
    index++;
  }
  return index === end ? end - start : index - start + sourceText(bytes, index, end).length;
}
