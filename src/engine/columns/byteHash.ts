/**
 * 32-bit hashes of bytes, four at a time as little-endian words, the last word filled with zeros: each word is mixed with a
 * multiplication and a shift, as in MurmurHash (https://github.com/aappleby/smhasher), and the length last. Seeded,
 * because the bytes come from files that may be made to collide. A scan can carry the hash along: begin with the seed, mix
 * each word as it is read, finish with the length.
 */
export function mixWord(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The finished hash, a signed 32-bit integer. */
export function finishHash(hash: number, length: number): number {
  const mixed = Math.imul(hash ^ length, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** The hash of the bytes from `start` up to `end`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed;
  let index = start;
  for (; index + 4 <= end; index += 4) {
    hash = mixWord(hash, bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24));
  }
  if (index < end) {
    let word = 0;
    for (let shift = 0; index < end; index++, shift += 8) {
      word |= bytes[index]! << shift;
    }
    hash = mixWord(hash, word);
  }
  return finishHash(hash, end - start);
}
