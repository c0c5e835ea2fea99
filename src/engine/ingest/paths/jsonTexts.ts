import { viewOf } from '../../columns/byteView.ts';
import { StringContent } from '../values/stringContent.ts';

/** The content of a string, escapes resolved: valid until the next record. */
export interface TextContent {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly length: number;
}

/** The JSON texts of one record, each with its escapes resolved in memory that is used again for the next record. */
export class JsonTexts {
  private readonly contents: StringContent[] = [];
  private count = 0;

  /** Begins a record: the texts of the one before are void. */
  begin(): void {
    this.count = 0;
  }

  /** Resolves the string whose content is from `start` up to `end`. */
  resolve(bytes: Uint8Array, start: number, end: number): TextContent {
    const content = (this.contents[this.count++] ??= new StringContent('WTF-8'));
    content.resolve(bytes, start, end);
    return { bytes: content.resolved, view: viewOf(content.resolved), length: content.length };
  }
}

/** Whether the string whose quote is at `start` may be JSON text: only if it begins with a bracket, a blank or an escape. */
export function mayBeJsonText(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start + 1]!;
  return first === 0x7b || first === 0x5b || first <= 0x20 || first === 0x5c || first >= 0x80;
}

/** First bytes of characters that JavaScript trims off a text and JSON has no blanks of: U+00A0, U+1680, U+2000 and others, U+3000, U+FEFF. */
const trimmed: ReadonlySet<number> = new Set([0xc2a0, 0xe19a, 0xe280, 0xe281, 0xe380, 0xefbb]);

/** Whether the character at an index may be a blank that is none in JSON. */
export function mayBeBlank({ bytes, length }: TextContent, index: number): boolean {
  const first = index < length ? bytes[index]! : 0;
  return first === 0x0b || first === 0x0c || (index + 1 < length && trimmed.has((first << 8) | bytes[index + 1]!));
}
