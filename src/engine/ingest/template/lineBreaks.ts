/** Whether a line break is in the bytes from `start` up to `end`. */
export function holdsBreaks(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (bytes[index] === 0x0a || bytes[index] === 0x0d) {
      return true;
    }
  }
  return false;
}
