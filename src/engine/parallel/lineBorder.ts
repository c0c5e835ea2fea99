import type { LogSource } from '../../core/reading/source.ts';

/** How much is read to find the end of a line. */
const lineSearch = 64 * 1024;

/**
 * Finds the beginning of a line at or after an offset, which is at least 1; undefined if none begins before the source ends.
 *
 * Any line would do. But after a broken one a reader does not know yet where it goes on, and a block that ends there is read in
 * vain (`readerState.ts`), as is the next. So a line is taken that follows a whole object, if there is one nearby.
 */
export async function lineBorder(source: LogSource, start: number): Promise<number | undefined> {
  for (let offset = start - 1; ; offset += lineSearch) {
    const bytes = await source.read(offset, lineSearch);
    const first = bytes.indexOf(0x0a) + 1;
    if (first > 0) {
      return offset + (endOfObject(bytes, first) ?? first);
    }
    if (bytes.length < lineSearch) {
      return undefined;
    }
  }
}

/** Where the first line ends, at or after an index, that is a whole object. */
function endOfObject(bytes: Uint8Array, from: number): number | undefined {
  for (let start = from, end: number; (end = bytes.indexOf(0x0a, start) + 1) > 0; start = end) {
    if (bytes[start] === 0x7b && isJson(bytes.subarray(start, end))) {
      return end;
    }
  }
  return undefined;
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}
