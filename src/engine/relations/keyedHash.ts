/**
 * HalfSipHash-2-4 with 64 bits of output, by Aumasson and Bernstein (https://github.com/veorq/SipHash): a keyed hash made so
 * that whoever does not know the key cannot find two texts with the same hash. Under a random key that never leaves the
 * process, two different records are taken for equal once in 2^64 comparisons, also where somebody made them to be.
 */
export class KeyedHash {
  /** The two halves of the last hash, signed. */
  low = 0;
  high = 0;
  private readonly key: readonly [number, number];

  constructor(key: readonly [number, number]) {
    this.key = key;
  }

  /** Hashes bytes into {@link low} and {@link high}. */
  hash(bytes: Uint8Array): void {
    const words = Math.floor(bytes.length / 4);
    let v0 = this.key[0];
    let v1 = this.key[1] ^ 0xee;
    let v2 = this.key[0] ^ 0x6c796765;
    let v3 = this.key[1] ^ 0x74656462;
    // The whole words, the rest with the length, and the two halves of the result.
    for (let step = 0; step < words + 3; step++) {
      const word = step < words ? wordAt(bytes, step * 4) : step === words ? lastWord(bytes, step * 4) : 0;
      v3 ^= word;
      v2 ^= step === words + 1 ? 0xee : 0;
      v1 ^= step === words + 2 ? 0xdd : 0;
      for (let round = step > words ? 4 : 2; round > 0; round--) {
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
      }
      v0 ^= word;
      if (step === words + 1) {
        this.low = v1 ^ v3;
      }
    }
    this.high = v1 ^ v3;
  }
}

/** A hash under a key that nobody knows. */
export function secretHash(): KeyedHash {
  const [first, second] = crypto.getRandomValues(new Int32Array(2));
  return new KeyedHash([first!, second!]);
}

function wordAt(bytes: Uint8Array, index: number): number {
  return bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24);
}

/** The bytes after the last whole word, and the length's lowest byte. */
function lastWord(bytes: Uint8Array, start: number): number {
  let word = bytes.length << 24;
  for (let index = start; index < bytes.length; index++) {
    word |= bytes[index]! << (8 * (index - start));
  }
  return word;
}
