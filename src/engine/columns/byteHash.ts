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
export function hashBytes(view: DataView, start: number, end: number, seed: number): number {
  let hash = seed;
  let index = start;
  for (; index + 4 <= end; index += 4) {
    hash = mixWord(hash, view.getInt32(index, true));
  }
  return finishHash(index < end ? mixWord(hash, lastWord(view, index, end)) : hash, end - start);
}

/** The word of the less than four bytes from `start` up to `end`. */
export function lastWord(view: DataView, start: number, end: number): number {
  let word = 0;
  for (let index = start; index < end; index++) {
    word |= view.getUint8(index) << ((index - start) * 8);
  }
  return word;
}
