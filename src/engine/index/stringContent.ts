/**
 * The content of JSON strings in one form, however they are written: UTF-8, escapes resolved. U+0000 and halves of
 * surrogates, which UTF-8 cannot hold, stand behind a NUL; no string holds that otherwise.
 */
export class StringContent {
  /** Until the next string is read. */
  bytes: Uint8Array = new Uint8Array(0);
  private resolved = new Uint8Array(1024);
  private length = 0;

  /** Reads the string whose content begins at `start`; returns the offset behind its closing quote. */
  read(bytes: Uint8Array, start: number): number {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x22 && bytes[end] !== 0x5c) {
      end++;
    }
    if (bytes[end] !== 0x5c) {
      this.bytes = bytes.subarray(start, end);
      return end + 1;
    }
    this.length = 0;
    end = this.resolve(bytes, start);
    this.bytes = this.resolved.subarray(0, this.length);
    return end + 1;
  }

  /** Resolves escapes up to the closing quote, whose offset is returned. */
  private resolve(bytes: Uint8Array, start: number): number {
    let position = start;
    while (position < bytes.length && bytes[position] !== 0x22) {
      const byte = bytes[position]!;
      if (byte !== 0x5c) {
        this.write(byte);
        position++;
        continue;
      }
      const letter = bytes[position + 1]!;
      if (letter !== 0x75) {
        this.write(escaped.get(letter) ?? letter);
        position += 2;
        continue;
      }
      const unit = unitAt(bytes, position + 2);
      const isPair = isHigh(unit) && bytes[position + 6] === 0x5c && bytes[position + 7] === 0x75;
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
    if (code === 0 || isHigh(code) || isLow(code)) {
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

/** `\b \f \n \r \t`; any other character behind a backslash stands for itself. */
const escaped: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);

/** The UTF-16 unit whose four hexadecimal digits stand at `at`. */
function unitAt(bytes: Uint8Array, at: number): number {
  return parseInt(String.fromCharCode(...bytes.subarray(at, at + 4)), 16);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
