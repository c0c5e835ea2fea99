/** The hash of bytes by which dictionaries and columns know texts: that of `hashBytes` in `columns/byteHash.ts`. */
export function contentHash(from: usize, end: usize, seed: u32): u32 {
  let hash = seed;
  let at = from;
  while (at + 4 <= end) {
    hash = mixWord(hash, load<u32>(at));
    at += 4;
  }
  if (at < end) {
    let word: u32 = 0;
    let shift: u32 = 0;
    while (at < end) {
      word |= u32(load<u8>(at)) << shift;
      shift += 8;
      at++;
    }
    hash = mixWord(hash, word);
  }
  hash = (hash ^ u32(end - from)) * 0x85ebca6b;
  return hash ^ (hash >> 13);
}

function mixWord(hash: u32, word: u32): u32 {
  const mixed = (hash ^ word) * 0x9e3779b1;
  return mixed ^ (mixed >> 15);
}
