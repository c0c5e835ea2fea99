import { hashBytes } from '../../columns/byteHash.ts';
import { ByteView } from '../../columns/byteView.ts';
import { isPlainNumber } from './fieldVerdicts.ts';
import { KeyHashes } from './keyHashes.ts';
import { StringContent } from './stringContent.ts';

/** Deeper values are left to the specification, which has a limit of its own. */
const maxDepth = 60;

/**
 * Looks through arrays and objects that nothing documents. All that is reported what is in them is what JSON.parse would
 * lose: all but one of equal keys in an object, and digits of numbers.
 *
 * Keys are compared by their hashes. Where two have the same, or anything else may be to be reported, the specification looks at
 * the record.
 */
export class NestedValues {
  private readonly seed: number;
  private readonly view = new ByteView();
  private readonly contentView = new ByteView();
  private readonly content = new StringContent('WTF-8');
  /** By open array or object: 1 for an object, and how many hashes there were when it began. */
  private readonly isObject = new Uint8Array(maxDepth);
  private readonly firstHash = new Int32Array(maxDepth);
  private readonly keys = new KeyHashes();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Whether certainly nothing is lost of the array or object from `start` up to `end`, which must be valid JSON. */
  areLossless(bytes: Uint8Array, start: number, end: number): boolean {
    let depth = 0;
    let expectsKey = false;
    this.keys.keep(0);
    for (let position = start; position < end;) {
      const byte = bytes[position]!;
      if (byte === 0x22) {
        position = this.passString(bytes, position + 1, expectsKey);
        expectsKey = false;
      } else if (byte === 0x7b || byte === 0x5b) {
        if (depth === maxDepth) {
          return false;
        }
        expectsKey = byte === 0x7b;
        this.isObject[depth] = expectsKey ? 1 : 0;
        this.firstHash[depth++] = this.keys.count;
        position++;
      } else if (byte === 0x7d || byte === 0x5d) {
        const first = this.firstHash[--depth]!;
        if (byte === 0x7d && this.keys.areEqual(first)) {
          return false;
        }
        expectsKey = false;
        position++;
      } else if (byte === 0x2c) {
        expectsKey = this.isObject[depth - 1] === 1;
        position++;
      } else if (beginsNumber(byte)) {
        const from = position;
        position = numberEnd(bytes, from, end);
        if (!isPlainNumber(bytes, from, position)) {
          return false;
        }
      } else {
        position++;
      }
    }
    return true;
  }

  /** The index after the string whose content begins at an index; the hash of a key is noted. */
  private passString(bytes: Uint8Array, from: number, isKey: boolean): number {
    let isEscaped = false;
    let position = from;
    for (; bytes[position] !== 0x22; position++) {
      if (bytes[position] === 0x5c) {
        isEscaped = true;
        position++;
      }
    }
    if (isKey) {
      this.keys.add(isEscaped ? this.hashOfEscaped(bytes, from, position) : hashBytes(this.view.of(bytes), from, position, this.seed));
    }
    return position + 1;
  }

  private hashOfEscaped(bytes: Uint8Array, start: number, end: number): number {
    const { content } = this;
    content.resolve(bytes, start, end);
    return hashBytes(this.contentView.of(content.resolved), 0, content.length, this.seed);
  }
}

function beginsNumber(byte: number): boolean {
  return byte === 0x2d || (byte >= 0x30 && byte <= 0x39);
}

/** The index after the number that begins at an index. */
function numberEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start + 1;
  while (position < end && isOfNumber(bytes[position]!)) {
    position++;
  }
  return position;
}

/** Whether a byte may be in a number after its first. */
function isOfNumber(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2b || byte === 0x2d || (byte | 0x20) === 0x65;
}
