import type { LongWork } from '../longWork.ts';

const digitValues = 0x1_0000;

/** A part of a sort key: an integer from 0 to 2^32 - 1 for each item. */
export type KeyPart = (item: number) => number;

/**
 * Sorts numbers of rows or findings by a key of several parts, the least significant first; items with equal keys keep their
 * order. Digit by digit, from the last to the first: the time is linear, and others have their turn meanwhile, which a
 * comparing sort of millions grants nobody. The items are sorted in place or in the array that is handed back.
 */
export async function radixSort(items: Uint32Array, parts: readonly KeyPart[], work: LongWork): Promise<Uint32Array> {
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

/** The numbers from 0 up to `count` that are meant. */
export async function itemsWhere(count: number, isMeant: (item: number) => boolean, work: LongWork): Promise<Uint32Array> {
  const items = new Uint32Array(count);
  let length = 0;
  await work.forEach(0, count, (item) => {
    if (isMeant(item)) {
      items[length++] = item;
    }
  });
  return items.subarray(0, length);
}
