import { isBlank } from '../json/jsonScanner.ts';

/** How far blanks are looked at around a brace. */
const fewBlanks = 256;

/**
 * Where reading is taken up again after a record that was too long to be read: at an object that begins a line, or that
 * begins with the same key as the records before. Returns its index, or that of bytes that more bytes must follow to say,
 * or `length` if there is none.
 *
 * @param openingFrom The key counts from this index on: within endless nesting it may be everywhere.
 */
export function findRestart(
  bytes: Uint8Array,
  start: number,
  length: number,
  opening: Uint8Array,
  openingFrom: number,
): { index: number; found: boolean } {
  const filled = bytes.subarray(0, length);
  for (let index = filled.indexOf(0x7b, start); index !== -1; index = filled.indexOf(0x7b, index + 1)) {
    if (beginsLine(bytes, start, index)) {
      return { index, found: true };
    }
    if (opening.length > 0 && index >= openingFrom) {
      let key = index + 1;
      while (key < length && key < index + fewBlanks && isBlank(bytes[key]!)) {
        key++;
      }
      if (key + opening.length > length) {
        return { index, found: false };
      }
      if (opening.every((byte, place) => bytes[key + place] === byte)) {
        return { index, found: true };
      }
    }
  }
  // Blanks at the end may belong before an object.
  let index = length;
  while (index > start && index > length - fewBlanks && isBlank(bytes[index - 1]!)) {
    index--;
  }
  return { index, found: false };
}

function beginsLine(bytes: Uint8Array, start: number, index: number): boolean {
  for (let position = index - 1; position >= Math.max(start, index - fewBlanks); position--) {
    const byte = bytes[position]!;
    if (byte === 0x0a || byte === 0x0d) {
      return true;
    }
    if (!isBlank(byte)) {
      return false;
    }
  }
  return false;
}
