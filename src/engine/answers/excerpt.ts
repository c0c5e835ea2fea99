import { sourceText } from '../../core/json/utf8.ts';
import type { Excerpt } from '../../protocol/answers/findings.ts';
import type { ReadRange } from '../sources/readRange.ts';

/** What is shown at most, in bytes: before a place, and from its beginning on. */
interface ExcerptSize {
  readonly before: number;
  readonly bytes: number;
}

const fullSize: ExcerptSize = { before: 200, bytes: 800 };
/** Of places that belong to another one. */
export const shortSize: ExcerptSize = { before: 60, bytes: 200 };

/** What is at some bytes, with the rest of the lines on which they begin and end. */
export async function readExcerpt(read: ReadRange, offset: number, length: number, size: ExcerptSize = fullSize): Promise<Excerpt> {
  const { before: shownBefore, bytes: shownBytes } = size;
  const start = Math.max(0, offset - shownBefore);
  const from = offset - start;
  const to = from + Math.min(length, shownBytes);
  const bytes = await read(start, from + shownBytes + 1);
  const isEnd = bytes.length <= from + shownBytes;
  const shown = isEnd ? bytes : bytes.subarray(0, -1);
  const before = sourceText(shown, start === 0 ? textStart(shown) : characterStart(shown), from).split(lineBreak);
  // The decoder drops a character that is cut off at the end when it expects more.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(shown.subarray(from, to), { stream: to < from + length });
  const after = new TextDecoder('utf-8', { ignoreBOM: true }).decode(shown.subarray(to), { stream: !isEnd }).split(lineBreak);
  const isWhole = to - from === length;
  return {
    before: before.at(-1)!,
    text,
    after: isWhole ? after[0]! : '',
    beginsEarlier: before.length === 1 && start > 0,
    goesOn: !isWhole || (after.length === 1 && !isEnd),
  };
}

const lineBreak = /\r\n|\n|\r/;

/** A byte order mark is no part of the text. */
function textStart(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** The first byte that does not go on with a character which began before. */
function characterStart(bytes: Uint8Array): number {
  let index = 0;
  while (index < 3 && (bytes[index]! & 0xc0) === 0x80) {
    index++;
  }
  return index;
}
