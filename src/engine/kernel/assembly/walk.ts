import { seed } from './knownValues.ts';
import { hashesAt, hashesSize, inputAt, roleCount, rowsAt, rowsSize } from './layout.ts';
import { ambiguous, nodeOfKey } from './keyTable.ts';
import { hasTime, note, out, setOut } from './note.ts';
import { beginRoles, stateOfRole } from './roles.ts';
import { scalarEnd } from './scalar.ts';
import { hasEscapes, stringEnd } from './string.ts';
import { mix, wholeHash } from './text.ts';
import { day, second, tick } from './time.ts';

/**
 * Walks over records of any shape, along the paths of a format: `pathScanner.ts` is its twin. A plan is a tree of nodes, one for each
 * step: words with the slot of the path that ends here, from 1 on, or 0; what is done with the value; the number of its place, or
 * a seed; whether paths go on from here; the node of items of arrays; the table of keys (`keyTable.ts`); and the roles that the value
 * plays, as bits.
 *
 * A record becomes a row of words: {@link headWords} of them, and four for each value at the end of a path: its slot, from 0 on, with
 * marks; what is known of it, or -1; where it begins and ends in the input. What is walked over is JSON in UTF-8, without
 * equal keys in an object and without numbers that JavaScript may not hold. Anything else ends the walk, and is left to TypeScript.
 */

/**
 * Words of a row's head: where the record begins and ends, two of the hash of its shape, whether it may hold line breaks, day, second
 * and tick of its time, how many values follow, and the state of each role, or -1.
 */
const headWords: usize = 17;
const maxDepth: u32 = 48;

let depth: u32 = 0;
let hashesEnd: usize = 0;
let hasBreaks: u32 = 0;
let shape: u64 = 0;

/**
 * Reads records from an offset of the input, at most so many, as long as they can be walked over; returns how many.
 *
 * @param rolePlaces The number of the place of the first role.
 */
export function walk(plan: usize, rolePlaces: u32, offset: u32, length: u32, maxRows: u32): u32 {
  const end = inputAt + length;
  // No JSON holds it, so that nothing is read beyond the input.
  v128.store(end, i8x16.splat(0));
  let at = skip(inputAt + offset);
  let rows: u32 = 0;
  setOut(rowsAt);
  let goesOn = at < end;
  while (goesOn) {
    const row = out;
    const next = walkRecord(plan, rolePlaces, at);
    if (next === 0) {
      setOut(row);
      goesOn = false;
    } else {
      store<u32>(row, u32(at - inputAt));
      store<u32>(row, u32(next - inputAt), 4);
      rows++;
      at = skip(next);
      at = load<u8>(at) === 0x2c ? skip(at + 1) : at;
      goesOn = rows < maxRows && at < end;
    }
  }
  return rows;
}

function walkRecord(plan: usize, rolePlaces: u32, at: usize): usize {
  const row = out;
  if (load<u8>(at) !== 0x7b || row + (headWords << 2) > rowsAt + rowsSize) {
    return 0;
  }
  setOut(row + (headWords << 2));
  depth = 0;
  hashesEnd = hashesAt;
  hasBreaks = 0;
  shape = 0;
  beginRoles();
  const next = walkValue(plan, at);
  store<u32>(row, u32(shape >> 32), 8);
  store<u32>(row, u32(shape), 12);
  store<u32>(row, hasBreaks, 16);
  store<u32>(row, u32(out - row - (headWords << 2)) >> 4, 32);
  if (hasTime) {
    store<u32>(row, day, 20);
    store<u32>(row, second, 24);
    store<u32>(row, tick, 28);
  }
  for (let role: u32 = 0; role < roleCount; role++) {
    store<i32>(row + (role << 2), stateOfRole(role, rolePlaces + role), 36);
  }
  return next;
}

/** The address after the value that begins at one, in the place of a node or of none; 0 where it is left to others. */
function walkValue(node: usize, at: usize): usize {
  const next = valueEnd(node, at);
  if (next === 0 || node === 0) {
    return next;
  }
  const first = load<u8>(at);
  // Of a string it is known whether it holds escapes: no other has been passed since.
  if (load<u32>(node) !== 0 && first !== 0x6e && !note(node, at, next, hasEscapes)) {
    return 0;
  }
  // What is no array is its own item.
  const items: usize = load<u32>(node, 16);
  return items === 0 || first === 0x5b || walkValue(items, at) !== 0 ? next : 0;
}

function valueEnd(node: usize, at: usize): usize {
  const first = load<u8>(at);
  if (first === 0x22) {
    const next = stringEnd(at + 1);
    // What may be JSON text that paths lead into.
    return node !== 0 && load<u32>(node, 12) !== 0 && mayHoldMore(at) ? 0 : next;
  }
  return first === 0x7b ? walkObject(node, at) : first === 0x5b ? walkArray(node, at) : scalarEnd(at);
}

function walkArray(node: usize, from: usize): usize {
  if (++depth > maxDepth) {
    return 0;
  }
  const items: usize = node === 0 ? 0 : load<u32>(node, 16);
  let at = skip(from + 1);
  let after: usize = 0;
  let goesOn = true;
  if (load<u8>(at) === 0x5d) {
    after = at + 1;
    goesOn = false;
  }
  while (goesOn) {
    at = walkValue(items, at);
    goesOn = at !== 0;
    if (goesOn) {
      at = skip(at);
      const next = load<u8>(at);
      goesOn = next === 0x2c;
      after = next === 0x5d ? at + 1 : 0;
      at = goesOn ? skip(at + 1) : at;
    }
  }
  depth--;
  return after;
}

function walkObject(node: usize, from: usize): usize {
  if (++depth > maxDepth) {
    return 0;
  }
  const table: usize = node === 0 ? 0 : load<u32>(node, 20);
  const isRecord = depth === 1;
  const firstHash = hashesEnd;
  let marks: u64 = 0;
  let at = skip(from + 1);
  let after: usize = 0;
  let goesOn = true;
  if (load<u8>(at) === 0x7d) {
    after = at + 1;
    goesOn = false;
  }
  while (goesOn) {
    // The key.
    const key = at + 1;
    const value = load<u8>(at) === 0x22 ? valueAfterKey(key) : 0;
    goesOn = value !== 0 && hashesEnd < hashesAt + hashesSize;
    if (goesOn) {
      const hash = wholeHash(key, keyEnd, seed);
      const mark: u64 = (1 as u64) << (hash & 63);
      goesOn = (marks & mark) === 0 || !isAmong(hash, firstHash);
      marks |= mark;
      store<u64>(hashesEnd, hash);
      hashesEnd += 8;
      if (isRecord) {
        shape += mix(hash + contentOf(value));
      }
      const inner = nodeOfKey(table, key, keyEnd);
      at = goesOn && inner !== ambiguous ? walkValue(inner, value) : 0;
      goesOn = at !== 0;
    }
    // What follows the value.
    if (goesOn) {
      at = skip(at);
      const next = load<u8>(at);
      goesOn = next === 0x2c;
      after = next === 0x7d ? at + 1 : 0;
      at = goesOn ? skip(at + 1) : at;
    }
  }
  hashesEnd = firstHash;
  depth--;
  return after;
}

let keyEnd: usize = 0;

/** The address of the value under the key whose content begins at one; 0 of keys with escapes, and where there is no colon. */
function valueAfterKey(key: usize): usize {
  const after = stringEnd(key);
  if (after === 0 || hasEscapes) {
    return 0;
  }
  keyEnd = after - 1;
  const colon = skip(after);
  return load<u8>(colon) === 0x3a ? skip(colon + 1) : 0;
}

/** Whether a hash is among those of the open object's keys. */
function isAmong(hash: u64, first: usize): bool {
  let at = first;
  while (at < hashesEnd && load<u64>(at) !== hash) {
    at += 8;
  }
  return at < hashesEnd;
}

/** What a value is: null, an object or array or what may be the text of one, or anything else. */
function contentOf(at: usize): u64 {
  const first = load<u8>(at);
  if (first === 0x22) {
    return mayHoldMore(at) ? 2 : 1;
  }
  return first === 0x6e ? 0 : first === 0x7b || first === 0x5b ? 2 : 1;
}

/** Whether a string may be JSON text: only if it begins with a bracket, a blank or an escape. */
function mayHoldMore(at: usize): bool {
  const inner = load<u8>(at, 1);
  return inner === 0x7b || inner === 0x5b || inner <= 0x20 || inner === 0x5c || inner >= 0x80;
}

/** The address of the first byte at or after one that is no blank. */
function skip(from: usize): usize {
  let at = from;
  let byte = load<u8>(at);
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
    hasBreaks |= byte === 0x0a || byte === 0x0d ? 1 : 0;
    at++;
    byte = load<u8>(at);
  }
  return at;
}
