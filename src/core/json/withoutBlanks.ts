import { isBlank } from './jsonScanner.ts';

/** Makes of valid JSON what is left without the blanks between its tokens: the same, however it is laid out. */
export class WithoutBlanks {
  private kept = new Uint8Array(4096);

  /** The result holds until the next call. */
  of(bytes: Uint8Array): Uint8Array {
    if (this.kept.length < bytes.length) {
      this.kept = new Uint8Array(bytes.length * 2);
    }
    const { kept } = this;
    let length = 0;
    let inString = false;
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index]!;
      if (!inString && isBlank(byte)) {
        continue;
      }
      kept[length++] = byte;
      if (byte === 0x22) {
        inString = !inString;
      } else if (byte === 0x5c) {
        // Backslashes are in strings only; what follows one ends none.
        kept[length++] = bytes[++index]!;
      }
    }
    return kept.subarray(0, length);
  }
}
