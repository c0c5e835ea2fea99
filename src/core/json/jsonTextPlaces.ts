import { encodeText } from './utf8.ts';
import { nodeString, type ValueNode } from './valueTree.ts';

/** What is in a string that holds JSON as text, with the way back to where the string is. */
export interface JsonTextPlaces {
  /** The place in the inner text of what is at a byte of the outer one; undefined outside of the text. */
  inner(outer: number): number | undefined;
  /** The byte of the outer text at which what begins at a place of the inner one begins. The end of the text has one too. */
  outer(inner: number): number;
}

/**
 * Relates the bytes of a string to those of the text in it as `parseJsonText` gives them: trimmed, escapes resolved, in UTF-8.
 * Undefined where bytes are no UTF-8, as what stands for them has other lengths.
 */
export function jsonTextPlaces(bytes: Uint8Array, node: ValueNode): JsonTextPlaces | undefined {
  const text = nodeString(bytes, node);
  const places = decodedPlaces(bytes, node.start + 1, node.end - 1);
  if (places.length !== encodeText(text).length + 1) {
    return undefined;
  }
  const lead = encodeText(text.slice(0, text.length - text.trimStart().length)).length;
  const length = encodeText(text.trim()).length;
  return {
    inner: (outer) => {
      const at = lastUpTo(places, outer) - lead;
      return at >= 0 && at < length ? at : undefined;
    },
    outer: (inner) => places[lead + inner]!,
  };
}

/** For each byte of the decoded text in UTF-8 where the character that it is of begins in the string, and where that ends. */
function decodedPlaces(bytes: Uint8Array, start: number, end: number): Int32Array {
  const places = new Int32Array(end - start + 1);
  let count = 0;
  for (let at = start; at < end;) {
    const [length, decoded] = bytes[at] === 0x5c ? escapeAt(bytes, at) : [1, 1];
    places.fill(at, count, count + decoded);
    count += decoded;
    at += length;
  }
  places[count] = end;
  return places.subarray(0, count + 1);
}

/** How many bytes an escape has, and how many its character has in UTF-8. */
function escapeAt(bytes: Uint8Array, at: number): readonly [length: number, decoded: number] {
  const unit = unitAt(bytes, at);
  if (unit === undefined) {
    return [2, 1];
  }
  const next = isHighSurrogate(unit) && bytes[at + 6] === 0x5c ? unitAt(bytes, at + 6) : undefined;
  if (next !== undefined && next >= 0xdc00 && next <= 0xdfff) {
    return [12, 4];
  }
  return [6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3];
}

/** The UTF-16 unit of an escape `\u` and four digits; undefined for one of the others. */
function unitAt(bytes: Uint8Array, at: number): number | undefined {
  return bytes[at + 1] === 0x75 ? parseInt(String.fromCharCode(...bytes.subarray(at + 2, at + 6)), 16) : undefined;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Index of the last place up to an offset, or -1. */
function lastUpTo(places: Int32Array, offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
