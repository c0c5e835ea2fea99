/** So many bytes are copied sooner one by one than an array that points to them is made. */
const maxShort = 96;

/** Copies the bytes from `start` up to `end` to a place in others. */
export function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, place: number): void {
  if (end - start > maxShort) {
    to.set(from.subarray(start, end), place);
    return;
  }
  for (let index = start, at = place; index < end; index++, at++) {
    to[at] = from[index]!;
  }
}
