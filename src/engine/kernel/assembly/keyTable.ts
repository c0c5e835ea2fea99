import { areEqual } from './text.ts';

/**
 * The keys of a node of a plan that paths go on with, by their lengths: words with the address of the first key of each length, longer
 * ones among those of the last. A key is its successor's address, its length, the address of its text, and the node of its value.
 */
const maxLength: usize = 63;

/** Instead of a node: there is one, but which of several keys it is under is for others to say. */
export const ambiguous: usize = 1;

/** The node of the value under the key from `from` up to `end`: 0 where no path leads, or {@link ambiguous}. */
export function nodeOfKey(table: usize, from: usize, end: usize): usize {
  const length = end - from;
  let key: usize = table === 0 ? 0 : load<u32>(table + (min(length, maxLength) << 2));
  let node: usize = 0;
  while (key !== 0 && node === 0) {
    if (load<u32>(key, 4) === u32(length)) {
      if (areEqual(load<u32>(key, 8), from, length)) {
        node = load<u32>(key, 12);
      } else if (areEqualFolded(load<u32>(key, 8), from, length)) {
        node = ambiguous;
      }
    }
    key = load<u32>(key);
  }
  return node;
}

/** Whether bytes are equal but for the case of the letters of ASCII. */
function areEqualFolded(left: usize, right: usize, length: usize): bool {
  let at: usize = 0;
  while (at < length && fold(load<u8>(left + at)) === fold(load<u8>(right + at))) {
    at++;
  }
  return at === length;
}

function fold(byte: u8): u8 {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
