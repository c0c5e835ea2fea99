/**
 * The content of JSON strings in one form, however they are written: UTF-8, escapes resolved. Halves of surrogates, which
 * UTF-8 cannot hold, are there in one of two ways: as WTF-8 has them, which is how dictionaries keep texts
 * (`core/json/utf8.ts`); or marked, they and U+0000 after a NUL, so that not even invalid bytes look the same.
 */
export class StringContent {
  /** The last string that was resolved: its first {@link length} bytes. */
  resolved = new Uint8Array(1024);
  length = 0;
  /** What {@link read} has found, until the next string is read. */
  bytes: Uint8Array = new Uint8Array(0);
  private readonly isMarked: boolean;

  constructor(form: 'WTF-8' | 'marked') {
    this.isMarked = form === 'marked';
  }

  /** Reads the string whose content begins at `start`; returns the offset after its closing quote. */
  read(bytes: Uint8Array, start: number): number {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x22 && bytes[end] !== 0x5c) {
      end++;
    }
    if (bytes[end] !== 0x5c) {
      this.bytes = bytes.subarray(start, end);
      return end + 1;
    }
    end = this.resolve(bytes, start, bytes.length);
    this.bytes = this.resolved.subarray(0, this.length);
    return end + 1;
  }

  /** Resolves the escapes of a valid string from its first byte up to its closing quote or `end`; returns that offset. */
  resolve(bytes: Uint8Array, start: number, end: number): number {
    this.length = 0;
    let position = start;
    while (position < end && bytes[position] !== 0x22) {
      const byte = bytes[position]!;
      if (byte !== 0x5c) {
        this.write(byte);
        position++;
        continue;
      }
      const letter = bytes[position + 1]!;
      if (letter !== 0x75) {
        this.write(characterOf(letter));
        position += 2;
        continue;
      }
      const unit = unitAt(bytes, position + 2);
      const isPair = isHigh(unit) && position + 12 <= end && bytes[position + 6] === 0x5c && bytes[position + 7] === 0x75;
      const next = isPair ? unitAt(bytes, position + 8) : 0;
      if (isPair && isLow(next)) {
        this.writeCharacter(0x1_0000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
        position += 12;
      } else {
        this.writeCharacter(unit);
        position += 6;
      }
    }
    return position;
  }

  private writeCharacter(code: number): void {
    if (this.isMarked && (code === 0 || isHigh(code) || isLow(code))) {
      this.write(0);
      this.write(code >> 8);
      this.write(code & 0xff);
    } else if (code < 0x80) {
      this.write(code);
    } else if (code < 0x800) {
      this.write(0xc0 | (code >> 6));
      this.write(0x80 | (code & 0x3f));
    } else if (code < 0x1_0000) {
      this.write(0xe0 | (code >> 12));
      this.write(0x80 | ((code >> 6) & 0x3f));
      this.write(0x80 | (code & 0x3f));
    } else {
      this.write(0xf0 | (code >> 18));
      this.write(0x80 | ((code >> 12) & 0x3f));
      this.write(0x80 | ((code >> 6) & 0x3f));
      this.write(0x80 | (code & 0x3f));
    }
  }

  private write(byte: number): void {
    if (this.length === this.resolved.length) {
      const wider = new Uint8Array(this.length * 2);
      wider.set(this.resolved);
      this.resolved = wider;
    }
    this.resolved[this.length++] = byte;
  }
}

/** What an escape of one letter means: `\b \f \n \r \t`; any other character after a backslash stands for itself. */
function characterOf(letter: number): number {
  switch (letter) {
    case 0x62:
      return 0x08;
    case 0x66:
      return 0x0c;
    case 0x6e:
      return 0x0a;
    case 0x72:
      return 0x0d;
    case 0x74:
      return 0x09;
    default:
      return letter;
  }
}

/** The UTF-16 unit whose four hexadecimal digits are at `at`. */
function unitAt(bytes: Uint8Array, at: number): number {
  return (digit(bytes[at]!) << 12) | (digit(bytes[at + 1]!) << 8) | (digit(bytes[at + 2]!) << 4) | digit(bytes[at + 3]!);
}

function digit(byte: number): number {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
