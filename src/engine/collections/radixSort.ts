import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';

const digitValues = 0x1_0000;
/** Items that are compared without a look at whether others want their turn. */
const piece = 16 * 1024;

/** A part of a sort key: an integer from 0 to 2^32 - 1 for each item. */
export type KeyPart = (item: number) => number;

/**
 * Sorts numbers of rows or findings by a key of several parts, the least significant first; items with equal keys keep their
 * order. Digit by digit, from the last to the first: the time is linear, and others have their turn meanwhile, which a
 * comparing sort of millions grants nobody. The items are sorted in place or in the array that is handed back; what is
 * nearly in order, as most logs are, is put in order by insertion.
 */
export async function radixSort(items: Uint32Array, parts: readonly KeyPart[], work: CooperativeTask): Promise<Uint32Array> {
  if (await insertAll(items, parts, work)) {
    return items;
  }
  let from = items;
  let to: Uint32Array | undefined;
  for (const part of parts) {
    for (const shift of [0, 16]) {
      const places = new Uint32Array(digitValues);
      const source = from;
      await work.forEach(0, source.length, (place) => {
        places[(part(source[place]!) >>> shift) & 0xffff]!++;
      });
      if (places.includes(source.length)) {
        // All have the same digit.
        continue;
      }
      let sum = 0;
      for (let digit = 0; digit < digitValues; digit++) {
        const count = places[digit]!;
        places[digit] = sum;
        sum += count;
      }
      const target = (to ??= new Uint32Array(items.length));
      await work.forEach(0, source.length, (place) => {
        const item = source[place]!;
        target[places[(part(item) >>> shift) & 0xffff]!++] = item;
      });
      [from, to] = [target, source];
    }
  }
  return from;
}

/**
 * Sorts by insertion, which costs next to nothing where all but a few items are in their place already. Gives up, with
 * false, where too many must be moved.
 */
async function insertAll(items: Uint32Array, parts: readonly KeyPart[], work: CooperativeTask): Promise<boolean> {
  let left = items.length;
  for (let from = 1; left > 0 && from < items.length; from += piece) {
    const to = Math.min(items.length, from + piece);
    for (let place = from; left > 0 && place < to; place++) {
      left -= insert(items, place, left, parts);
    }
    await work.pause();
  }
  return left > 0 || items.length === 0;
}

/** Moves the item at a place before all that belong after it, by so many places at most; returns by how many. */
function insert(items: Uint32Array, from: number, most: number, parts: readonly KeyPart[]): number {
  const item = items[from]!;
  let place = from;
  while (place > 0 && from - place < most && !isInOrder(items[place - 1]!, item, parts)) {
    items[place] = items[place - 1]!;
    place--;
  }
  items[place] = item;
  return from - place;
}

function isInOrder(left: number, right: number, parts: readonly KeyPart[]): boolean {
  for (let index = parts.length - 1; index >= 0; index--) {
    const difference = parts[index]!(left) - parts[index]!(right);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return true;
}

/** The numbers from 0 up to `count` that are meant. */
export async function itemsWhere(count: number, isMeant: (item: number) => boolean, work: CooperativeTask): Promise<Uint32Array> {
  const items = new Uint32Array(count);
  let length = 0;
  await work.forEach(0, count, (item) => {
    if (isMeant(item)) {
      items[length++] = item;
    }
  });
  return items.subarray(0, length);
}
