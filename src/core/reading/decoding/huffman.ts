/** The longest code of deflate, in bits. */
const longestCode = 15;

/**
 * A table that decodes a Huffman code of deflate by one look-up: the next bits of the stream, as many as the longest code
 * has, name an entry that holds the symbol times 16 plus the length of its code. An entry of 0 belongs to no code.
 *
 * Returns undefined if the lengths are no code: more codes than there is room for.
 */
export function buildDecodingTable(lengths: Uint8Array): Uint16Array | undefined {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) {
    counts[length]!++;
  }
  counts[0] = 0;
  let longest = longestCode;
  while (longest > 1 && counts[longest] === 0) {
    longest--;
  }
  const next = new Uint16Array(longestCode + 2);
  let room = 1 << longestCode;
  for (let length = 1; length <= longestCode; length++) {
    room -= counts[length]! << (longestCode - length);
    if (room < 0) {
      return undefined;
    }
    next[length + 1] = (next[length]! + counts[length]!) << 1;
  }
  const table = new Uint16Array(1 << longest);
  lengths.forEach((length, symbol) => {
    if (length > 0) {
      const entry = (symbol << 4) | length;
      for (let index = reversed(next[length]!++, length); index < table.length; index += 1 << length) {
        table[index] = entry;
      }
    }
  });
  return table;
}

/** Codes stand in the stream with their highest bit first, all other numbers with their lowest. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) {
    result |= ((code >>> bit) & 1) << (length - 1 - bit);
  }
  return result;
}
