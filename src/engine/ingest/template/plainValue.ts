/** The offset after `null`, or after a positive integer in digits; -1 for any other value, and where more bytes may follow. */
export function plainEnd(bytes: Uint8Array, start: number, end: number): number {
  const first = start < end ? bytes[start]! : 0;
  if (first === 0x6e) {
    return isNullAt(bytes, start, end) ? start + 4 : -1;
  }
  let position = start;
  if (first >= 0x31 && first <= 0x39) {
    do {
      position++;
    } while (position < end && bytes[position]! >= 0x30 && bytes[position]! <= 0x39);
  }
  // A fraction or an exponent may follow.
  const next = bytes[position]! | 0x20;
  return position === start || position === end || next === 0x2e || next === 0x65 ? -1 : position;
}

function isNullAt(bytes: Uint8Array, start: number, end: number): boolean {
  return start + 4 <= end && bytes[start + 1] === 0x75 && bytes[start + 2] === 0x6c && bytes[start + 3] === 0x6c;
}
