/** Whether the string that {@link stringEnd} has passed holds escapes. */
export let hasEscapes = false;

/**
 * The address after the closing quote of the string whose content begins at `from`; 0 of what is not JSON in UTF-8. Bytes of the
 * input are followed by one that may be in no string, so that the end needs no comparison.
 */
export function stringEnd(from: usize): usize {
  const blanks = i8x16.splat(0x20);
  const quotes = i8x16.splat(0x22);
  const backslashes = i8x16.splat(0x5c);
  hasEscapes = false;
  let at = from;
  let after: usize = 0;
  let goesOn = true;
  while (goesOn) {
    const block = v128.load(at);
    // Bytes beyond ASCII are negative.
    const marks = i8x16.bitmask(v128.or(i8x16.lt_s(block, blanks), v128.or(i8x16.eq(block, quotes), i8x16.eq(block, backslashes))));
    if (marks === 0) {
      at += 16;
    } else {
      at += ctz(marks);
      const byte = load<u8>(at);
      if (byte === 0x22) {
        after = at + 1;
        goesOn = false;
      } else {
        hasEscapes = hasEscapes || byte === 0x5c;
        at = byte === 0x5c ? escapeEnd(at) : byte >= 0x80 ? characterEnd(at) : 0;
        goesOn = at !== 0;
      }
    }
  }
  return after;
}

/** The address after the escape that begins at a backslash; 0 of none. */
function escapeEnd(at: usize): usize {
  const kind = load<u8>(at, 1);
  if (kind === 0x75) {
    return isHex(at + 2) && isHex(at + 3) && isHex(at + 4) && isHex(at + 5) ? at + 6 : 0;
  }
  const isKnown =
    kind === 0x22 || kind === 0x5c || kind === 0x2f || kind === 0x62 || kind === 0x66 || kind === 0x6e || kind === 0x72 || kind === 0x74;
  return isKnown ? at + 2 : 0;
}

function isHex(at: usize): bool {
  const byte = load<u8>(at);
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66);
}

/** The address after a character beyond ASCII, if it is UTF-8 in its only form; else 0 (RFC 3629, section 4). */
function characterEnd(at: usize): usize {
  const first = load<u8>(at);
  const second = load<u8>(at, 1);
  if (first >= 0xc2 && first <= 0xdf) {
    return isFollowing(second) ? at + 2 : 0;
  }
  return first >= 0xe0 && first <= 0xef ? threeBytesEnd(at, first, second) : fourBytesEnd(at, first, second);
}

function threeBytesEnd(at: usize, first: u8, second: u8): usize {
  const isShortest = first !== 0xe0 || second >= 0xa0;
  const isNoSurrogate = first !== 0xed || second < 0xa0;
  return isShortest && isNoSurrogate && isFollowing(second) && isFollowing(load<u8>(at, 2)) ? at + 3 : 0;
}

function fourBytesEnd(at: usize, first: u8, second: u8): usize {
  const isShortest = first !== 0xf0 || second >= 0x90;
  const isInRange = first >= 0xf0 && first <= 0xf4 && (first !== 0xf4 || second < 0x90);
  const isWhole = isFollowing(second) && isFollowing(load<u8>(at, 2)) && isFollowing(load<u8>(at, 3));
  return isShortest && isInRange && isWhole ? at + 4 : 0;
}

function isFollowing(byte: u8): bool {
  return (byte & 0xc0) === 0x80;
}
