const nullWord: u32 = 0x6c6c_756e;
const trueWord: u32 = 0x6575_7274;
const alseWord: u32 = 0x6573_6c61;

/** Numbers of more bytes than these may not be held by JavaScript. */
const maxNumber: usize = 15;

/**
 * The address after `null`, `true`, `false`, or a number that JavaScript certainly holds; 0 of anything else. A byte that is part of
 * none follows the input.
 */
export function scalarEnd(at: usize): usize {
  const word = load<u32>(at);
  if (word === nullWord || word === trueWord) {
    return at + 4;
  }
  return load<u8>(at) === 0x66 ? (load<u32>(at, 1) === alseWord ? at + 5 : 0) : numberEnd(at);
}

/** The address after a number without an exponent. */
function numberEnd(from: usize): usize {
  const whole = load<u8>(from) === 0x2d ? from + 1 : from;
  let at = digitsEnd(whole);
  if (at === whole || (load<u8>(whole) === 0x30 && at > whole + 1)) {
    return 0;
  }
  if (load<u8>(at) === 0x2e) {
    const fraction = at + 1;
    at = digitsEnd(fraction);
    if (at === fraction) {
      return 0;
    }
  }
  return (load<u8>(at) | 0x20) === 0x65 || at - from > maxNumber ? 0 : at;
}

function digitsEnd(from: usize): usize {
  let at = from;
  while (u32(load<u8>(at)) - 0x30 <= 9) {
    at++;
  }
  return at;
}
