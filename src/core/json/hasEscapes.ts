/** Whether the content of a string, from `start` up to `end`, holds a backslash: else it is what its bytes are. */
export function hasEscapes(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (bytes[index] === 0x5c) {
      return true;
    }
  }
  return false;
}
