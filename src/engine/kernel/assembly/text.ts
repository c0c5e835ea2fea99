/** The first address at or after `from` and before `end` at which a string ends, its quote; 0 where none does. */
export function closingQuote(from: usize, end: usize): usize {
  const quotes = i8x16.splat(0x22);
  const backslashes = i8x16.splat(0x5c);
  let at = from;
  while (at < end) {
    const block = v128.load(at);
    const marks = i8x16.bitmask(v128.or(i8x16.eq(block, quotes), i8x16.eq(block, backslashes)));
    if (marks === 0) {
      at += 16;
    } else {
      at += ctz(marks);
      if (load<u8>(at) === 0x22) {
        return at < end ? at : 0;
      }
      at += 2;
    }
  }
  return 0;
}

/** Whether the content of a string is ASCII without escapes and control characters. */
export function isPlain(from: usize, end: usize): bool {
  // Bytes beyond ASCII are negative.
  const blanks = i8x16.splat(0x20);
  const backslashes = i8x16.splat(0x5c);
  let at = from;
  while (at + 16 <= end) {
    const block = v128.load(at);
    if (v128.any_true(v128.or(i8x16.lt_s(block, blanks), i8x16.eq(block, backslashes)))) {
      return false;
    }
    at += 16;
  }
  while (at < end) {
    const byte = load<u8>(at);
    if (byte < 0x20 || byte >= 0x80 || byte === 0x5c) {
      return false;
    }
    at++;
  }
  return true;
}

/** Whether the same bytes are at two addresses. */
export function areEqual(left: usize, right: usize, length: usize): bool {
  let at: usize = 0;
  while (at + 16 <= length) {
    if (v128.any_true(v128.xor(v128.load(left + at), v128.load(right + at)))) {
      return false;
    }
    at += 16;
  }
  if (at + 8 <= length) {
    if (load<u64>(left + at) !== load<u64>(right + at)) {
      return false;
    }
    at += 8;
  }
  while (at < length) {
    if (load<u8>(left + at) !== load<u8>(right + at)) {
      return false;
    }
    at++;
  }
  return true;
}

/** A hash of bytes for the kernel's own table, eight of them at a time. */
export function hashOf(from: usize, end: usize, seed: u64): u32 {
  return u32(wholeHash(from, end, seed) >> 24);
}

/** The same hash with all of its bits. */
export function wholeHash(from: usize, end: usize, seed: u64): u64 {
  let hash = seed;
  let at = from;
  while (at + 8 <= end) {
    hash = mix(hash ^ load<u64>(at));
    at += 8;
  }
  let rest: u64 = end - from;
  while (at < end) {
    rest = (rest << 8) | load<u8>(at);
    at++;
  }
  return mix(hash ^ rest);
}

/** 2^64 by the golden ratio, as hashes are often multiplied with. */
export const multiplier: u64 = ((0x9e3779b9 as u64) << 32) | 0x7f4a7c15;

export function mix(hash: u64): u64 {
  const mixed = hash * multiplier;
  return mixed ^ (mixed >> 32);
}

/** The hash of a request, which columns hold: as `hashOf` of `ingest/values/values.ts` has it for plain text. */
export function requestHash(from: usize, end: usize): u32 {
  let hash: u32 = 0;
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
  hash = (hash ^ (hash >> 13)) & 0xffff_fffe;
  return hash === 0 ? 2 : hash;
}

/** Mixes a word in, with small letters in the place of capitals. */
function mixWord(hash: u32, word: u32): u32 {
  const mixed = (hash ^ (word | 0x20202020)) * 0x9e3779b1;
  return mixed ^ (mixed >> 15);
}
