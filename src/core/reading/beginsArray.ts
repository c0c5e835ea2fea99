import { Scan, scanValue } from '../json/jsonScanner.ts';

/** So much after a bracket is looked at. */
const maxTextLength = 4096;

/**
 * Whether the bracket at `start` may begin an array. It does not where plain text is in brackets, as lines of other logs
 * begin: `[Wed Oct 11 14:32:52 2000] started`, and neither where text is after an array of plain values: `[1] started`.
 * Undefined if more bytes are needed to say.
 */
export function beginsArray(bytes: Uint8Array, start: number, length: number, final: boolean): boolean | undefined {
  const limit = Math.min(length, start + maxTextLength);
  const isCut = limit === start + maxTextLength;
  let first = start + 1;
  while (first < limit && isBlankOnLine(bytes[first]!)) {
    first++;
  }
  let end = first;
  while (end < limit && !endsText(bytes[end]!)) {
    end++;
  }
  if (end === limit) {
    return isCut || final || undefined;
  }
  if (bytes[end] !== 0x5d) {
    return true;
  }
  const isEmpty = first === end;
  const isArray = isEmpty || scanValue(bytes, start, end + 1, new Scan()) === end + 1;
  return isArray && isFollowed(bytes, end + 1, length, isEmpty, final);
}

/** Whether what is after an array may be there: nothing on its line, what parts it from others, or JSON, but no object after a number and a blank. */
function isFollowed(bytes: Uint8Array, end: number, length: number, isEmpty: boolean, final: boolean): boolean | undefined {
  const limit = Math.min(length, end + maxTextLength);
  let next = end;
  while (next < limit && isBlankOnLine(bytes[next]!)) {
    next++;
  }
  if (next === limit) {
    return limit === end + maxTextLength || final || undefined;
  }
  const mayFollow = isEmpty || next === end ? '\r\n\0\x1e,[]{}' : '\r\n\0\x1e,[]}';
  return mayFollow.includes(String.fromCharCode(bytes[next]!));
}

/** A line break, a bracket or a quote: text in brackets ends before, or is none. */
function endsText(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x5d || byte === 0x5b || byte === 0x7b || byte === 0x22;
}

function isBlankOnLine(byte: number): boolean {
  return byte === 0x20 || byte === 0x09;
}
