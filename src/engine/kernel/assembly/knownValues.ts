import { entriesAt, maxEntries, slotCount, slotsAt, textsAt, textsSize } from './layout.ts';
import { areEqual, hashOf, multiplier } from './text.ts';

/**
 * Values as they are written, with what the readers in TypeScript have said that they are: a hash table. An entry holds the
 * hash, the length with the number of the place in its upper bits, the address of the text, and the number that was said.
 */

export let seed: u64 = 0;
/** The seed as it was given. */
export let plainSeed: u32 = 0;
let count: u32 = 0;
let textEnd: usize = textsAt;

const lengthBits: u32 = 16;

/** @param value Seeds the hashes: logs may be made to collide. */
export function seedValues(value: u32): void {
  plainSeed = value;
  seed = u64(value) * multiplier + 1;
}

/** What was said of the value from `from` up to `end` in places of a number; -1 if nothing was. */
export function find(place: u32, from: usize, end: usize): i32 {
  const entry = load<u32>(slotOf(place, from, end));
  return entry === 0 ? -1 : load<i32>(addressOf(entry), 12);
}

/**
 * Notes what is said of a value, unless something has been said before. Returns what is noted; -1 when there is no room left, and
 * of what is long.
 */
export function learn(place: u32, from: usize, end: usize, id: i32): i32 {
  const length = end - from;
  const slot = slotOf(place, from, end);
  const known = load<u32>(slot);
  if (known !== 0) {
    return load<i32>(addressOf(known), 12);
  }
  if (count === maxEntries - 1 || length >> lengthBits !== 0 || textEnd + length > textsAt + textsSize) {
    return -1;
  }
  count++;
  store<u32>(slot, count);
  const entry = addressOf(count);
  store<u32>(entry, hashIn(place, from, end));
  store<u32>(entry, u32(length) | (place << lengthBits), 4);
  store<u32>(entry, u32(textEnd), 8);
  store<i32>(entry, id, 12);
  memory.copy(textEnd, from, length);
  textEnd += length;
  return id;
}

/** The address of the slot that holds a value's entry, or in which it would be. */
function slotOf(place: u32, from: usize, end: usize): usize {
  const hash = hashIn(place, from, end);
  const length = u32(end - from) | (place << lengthBits);
  let slot = hash & (slotCount - 1);
  let address = slotsAt + (slot << 2);
  let entry = load<u32>(address);
  while (entry !== 0 && !isEntry(addressOf(entry), hash, length, from, end)) {
    slot = (slot + 1) & (slotCount - 1);
    address = slotsAt + (slot << 2);
    entry = load<u32>(address);
  }
  return address;
}

function isEntry(entry: usize, hash: u32, length: u32, from: usize, end: usize): bool {
  return load<u32>(entry) === hash && load<u32>(entry, 4) === length && areEqual(load<u32>(entry, 8), from, end - from);
}

function hashIn(place: u32, from: usize, end: usize): u32 {
  return hashOf(from, end, seed ^ place);
}

function addressOf(entry: u32): usize {
  return entriesAt + (entry << 4);
}
