import { contentHash } from './contentHash.ts';
import { find, plainSeed } from './knownValues.ts';
import { inputAt, rowsAt, rowsSize } from './layout.ts';
import { addToRoles } from './roles.ts';
import { isPlain, requestHash } from './text.ts';
import { readTime } from './time.ts';

/** Notes the values at the ends of paths in the row of a record: see `walk.ts`. */

/** What is done with a value. */
const lookUp: u32 = 0; // what is known of it
const time: u32 = 1; // 0 if it is the time that the row's head has
const request: u32 = 2; // its hash
const recordId: u32 = 3; // its hash with the seed in the place of a number
// Anything else: nothing.

/** Marks of a slot: nothing could be done with its value; its content has a hash, which is said instead. */
const isOpen: u32 = 0x1_0000;
const isHashed: u32 = 0x2_0000;

/** Where the next word of the row goes. */
export let out: usize = 0;
/** Whether the time of the record has been read. */
export let hasTime = false;

/** Has the next value noted at an address, as the first of a record. */
export function setOut(address: usize): void {
  out = address;
  hasTime = false;
}

/** Notes the value at the end of a path; false where there is no room for it. */
export function note(node: usize, from: usize, end: usize, isEscaped: boolean): bool {
  if (out + 16 > rowsAt + rowsSize) {
    return false;
  }
  const said = say(load<u32>(node, 4), load<u32>(node, 8), from, end, isEscaped);
  addToRoles(load<u32>(node, 24), isSaid ? i32(said) : -1);
  store<u32>(out, (load<u32>(node) - 1) | (isSaid ? 0 : isOpen) | (hasHash ? isHashed : 0));
  store<u32>(out, said, 4);
  store<u32>(out, u32(from - inputAt), 8);
  store<u32>(out, u32(end - inputAt), 12);
  out += 16;
  return true;
}

let isSaid = false;
let hasHash = false;

function say(action: u32, place: u32, from: usize, end: usize, isEscaped: boolean): u32 {
  isSaid = false;
  hasHash = false;
  const isPlainText = load<u8>(from) === 0x22 && !isEscaped;
  if (action === lookUp) {
    const known = find(place, from, end);
    isSaid = known !== -1;
    hasHash = !isSaid && isPlainText;
    return hasHash ? contentHash(from + 1, end - 1, plainSeed) : u32(known);
  }
  if (!isPlainText || end === from + 2) {
    return 0;
  }
  if (action === time && !hasTime && readTime(from + 1, end - 1, false)) {
    hasTime = true;
    isSaid = true;
  } else if (action === request && isPlain(from + 1, end - 1)) {
    isSaid = true;
    return requestHash(from + 1, end - 1);
  } else if (action === recordId) {
    isSaid = true;
    const hash = contentHash(from + 1, end - 1, place);
    return hash === 0 ? 1 : hash;
  }
  return 0;
}
