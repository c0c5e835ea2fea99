import { find } from './knownValues.ts';
import { inputAt, programsAt, rowsAt, rowsSize } from './layout.ts';
import { areEqual, closingQuote, isPlain, requestHash } from './text.ts';
import { day, readTime, second, tick } from './time.ts';

/**
 * Compares records with templates, the text that records of one shape have in common. A template is a program of words: how
 * many slots it has; for each of them the address and the length of the literal before it, what is done with its value, and
 * the number of its place; address and length of the literal at the end.
 *
 * A record that matches becomes a row of words: the program's number, whether it is doubtful, where it begins and ends in the
 * input, and what each slot says. A record that matches and is not doubtful is JSON, as a literal is the text of a record that
 * was read before, and so is a known value; other values are plain strings, numbers and null. A doubtful one has some value that
 * is neither.
 */

/** What is done with the value of a slot, and the words that it leaves in the row. */
const lookUp: u32 = 0; // what is known of it, or -1; where it begins and ends in the input
const time: u32 = 1; // day, second, tick
const sequence: u32 = 2; // upper and lower half; the upper is -1 for null
const request: u32 = 3; // its hash; 0 for null
// Of any other slot nothing is kept.

/** What else than strings is taken where values are not looked up, as bits in the place of a number of the place. */
const takesNull: u32 = 1;
const takesNumbers: u32 = 2;

/** Places from this one on are in pairs, whose values are strings. */
const pairPlaces: u32 = 0x8000;

/** `null`. */
const nullWord: u32 = 0x6c6c_756e;

let programCount: u32 = 0;
/** Where the next word of the row goes. */
let out: usize = 0;
let isDoubtful: u32 = 0;

/** So many words of the input's first record fit into a row with any program. */
const maxRow: usize = 4096;

/** How many programs there are; their addresses are the first words after {@link programsAt}. */
export function setPrograms(count: u32): void {
  programCount = count;
}

/** Reads records from an offset of the input, one after the other, as long as they match; returns how many. */
export function run(offset: u32, length: u32): u32 {
  const end = inputAt + length;
  let at = inputAt + offset;
  let rows: u32 = 0;
  let last: u32 = 0;
  out = rowsAt;
  let goesOn = at < end;
  while (goesOn) {
    const row = out;
    let program = last;
    let next: usize = 0;
    let tried: u32 = 0;
    while (next === 0 && tried < programCount) {
      program = last + tried < programCount ? last + tried : last + tried - programCount;
      tried++;
      out = row + 16;
      isDoubtful = 0;
      next = match(load<u32>(programsAt + (program << 2)), at, end);
    }
    if (next === 0) {
      out = row;
      goesOn = false;
    } else {
      last = program;
      store<u32>(row, program);
      store<u32>(row, isDoubtful, 4);
      store<u32>(row, u32(at - inputAt), 8);
      store<u32>(row, u32(next - inputAt), 12);
      rows++;
      at = nextRecord(next, end);
      goesOn = at < end && out + maxRow < rowsAt + rowsSize;
    }
  }
  return rows;
}

/** The address at which a record may begin: after blanks, and the comma between two of them. */
function nextRecord(from: usize, end: usize): usize {
  let at = from;
  while (at < end && (load<u8>(at) === 0x0a || load<u8>(at) === 0x0d || load<u8>(at) === 0x20 || load<u8>(at) === 0x2c)) {
    at++;
  }
  return at;
}

/** The address after the record that begins at one, if it has the form of a program; else 0. */
function match(program: usize, start: usize, end: usize): usize {
  const count = load<u32>(program);
  let word = program + 4;
  let at = start;
  for (let slot: u32 = 0; slot < count; slot++) {
    at = passLiteral(word, at, end);
    at = at === 0 ? 0 : readValue(load<u32>(word, 8), load<u32>(word, 12), at, end);
    if (at === 0) {
      return 0;
    }
    word += 16;
  }
  return passLiteral(word, at, end);
}

function passLiteral(word: usize, at: usize, end: usize): usize {
  const length: usize = load<u32>(word, 4);
  return at + length <= end && areEqual(at, load<u32>(word), length) ? at + length : 0;
}

/** The address after the value that begins at one, if it is taken; else 0. */
function readValue(action: u32, place: u32, at: usize, end: usize): usize {
  if (action === lookUp) {
    return readKnown(place, at, end);
  }
  if (load<u8>(at) === 0x22) {
    return action === sequence ? 0 : readText(action, at, end);
  }
  if ((place & takesNull) !== 0 && at + 4 <= end && load<u32>(at) === nullWord) {
    if (action === sequence) {
      put(-1);
    }
    if (action === sequence || action === request) {
      put(0);
    }
    return at + 4;
  }
  return (place & takesNumbers) === 0 ? 0 : readNumber(action === sequence, at, end);
}

/** A string that need not be known. */
function readText(action: u32, at: usize, end: usize): usize {
  const quote = closingQuote(at + 1, end);
  if (quote < at + 2 || !isPlain(at + 1, quote)) {
    return 0;
  }
  if (action === request) {
    put(requestHash(at + 1, quote));
  } else if (action === time) {
    if (!readTime(at + 1, quote, true)) {
      return 0;
    }
    put(day);
    put(second);
    put(tick);
  }
  return quote + 1;
}

/** A value of any kind, whose text is known or not. */
function readKnown(place: u32, at: usize, end: usize): usize {
  const after = valueEnd(at, end);
  if (after === 0) {
    return 0;
  }
  const known = find(place, at, after);
  put(known);
  put(u32(at - inputAt));
  put(u32(after - inputAt));
  if (known === -1 && !isPlainValue(place, at, after)) {
    isDoubtful = 1;
  }
  return after;
}

/** Whether a value is a plain string, or null in a place of a key. */
function isPlainValue(place: u32, from: usize, end: usize): bool {
  if (load<u8>(from) === 0x22) {
    return end > from + 2 && isPlain(from + 1, end - 1);
  }
  return place < pairPlaces && end === from + 4 && load<u32>(from) === nullWord;
}

/** The address after what must be the value that begins at one, if it is JSON; 0 where none is whole. */
function valueEnd(from: usize, end: usize): usize {
  const first = load<u8>(from);
  if (first === 0x22) {
    const quote = closingQuote(from + 1, end);
    return quote === 0 ? 0 : quote + 1;
  }
  if (first === 0x5b) {
    return flatListEnd(from, end);
  }
  let at = from;
  while (at < end && isOfScalar(load<u8>(at))) {
    at++;
  }
  return at === from || at === end ? 0 : at;
}

function isOfScalar(byte: u8): bool {
  return (
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x2e || byte === 0x2d || byte === 0x2b || byte === 0x45
  );
}

/** The address after a list of scalars; 0 of any other. */
function flatListEnd(from: usize, end: usize): usize {
  let at = from + 1;
  while (at < end) {
    const byte = load<u8>(at);
    if (byte === 0x5d) {
      return at + 1;
    }
    if (byte === 0x5b || byte === 0x7b) {
      return 0;
    }
    if (byte === 0x22) {
      const quote = closingQuote(at + 1, end);
      if (quote === 0) {
        return 0;
      }
      at = quote;
    }
    at++;
  }
  return 0;
}

/** A whole number without a sign, of at most fifteen digits. */
function readNumber(isKept: bool, from: usize, end: usize): usize {
  let at = from;
  let number: u64 = 0;
  while (at < end && at < from + 16 && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39) {
    number = number * 10 + (load<u8>(at) - 0x30);
    at++;
  }
  const isWhole = at > from && at < end && at < from + 16 && !isOfScalar(load<u8>(at));
  if (!isWhole || (load<u8>(from) === 0x30 && at > from + 1)) {
    return 0;
  }
  if (isKept) {
    put(u32(number >> 32));
    put(u32(number));
  }
  return at;
}

function put(word: u32): void {
  store<u32>(out, word);
  out += 4;
}
